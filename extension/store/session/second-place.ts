import type { AnswerChange } from '../../../core/review/answering.ts';
import type { SecondPlace } from '../../../ui/kept-text.ts';

/**
 * The second place of what is given on a page and may not be on the disk yet: `localStorage`, which
 * answers at once, and still has it when the page goes down with its extension (F12) or the disk is
 * full (F46). Each page keeps its own, under a number whose lock it holds while it lives; another
 * page takes up what is left as soon as that lock is free.
 */

const start = 'furikaeri.left.';
const page = crypto.randomUUID();
const lockOf = (of: string): string => `furikaeri.page.${of}`;

/** An answer or a note in the second place. */
export interface LeftAnswer {
  readonly change: AnswerChange;
  /** What the database holds of it if nobody else has changed it since. */
  readonly before: readonly AnswerChange[];
}

/** What stands in the second place: `note/<user>/<年度>/<item>`, with the kind of thing first. */
export type Field = readonly [kind: string, ...rest: readonly string[]];

const keyOf = (field: Field, of = page): string =>
  `${start}${of}/${field.map(encodeURIComponent).join('/')}`;

let isHeld = false;

/** Says that this page lives, for as long as it does. */
function hold(): void {
  if (isHeld) return;
  isHeld = true;
  void navigator.locks.request(lockOf(page), () => new Promise(() => {}));
}

export function secondPlace<T>(field: Field): SecondPlace<T> {
  const key = keyOf(field);
  return {
    put(value) {
      hold();
      try {
        localStorage.setItem(key, JSON.stringify(value));
      } catch {
        // Full: the disk is the place that counts, and says so itself.
      }
    },
    clear(value) {
      if (localStorage.getItem(key) === JSON.stringify(value)) localStorage.removeItem(key);
    },
  };
}

/** Takes up one thing that was left; answers whether it needs no second place any more. */
export type TakeUp = (value: unknown, rest: readonly string[]) => Promise<boolean>;

/** Hands what pages that are gone have left to `takers`, by kind; of pages that live, once they are gone. */
export function takeUpLeft(takers: Readonly<Record<string, TakeUp>>): Promise<void> {
  hold();
  const pages = new Set(keys().map((key) => key.slice(start.length).split('/')[0] ?? ''));
  pages.delete(page);
  const waits = [...pages].map((of) =>
    navigator.locks.request(lockOf(of), () => takeUpFrom(of, takers)),
  );
  // Only those that are free by now are waited for.
  return Promise.race([
    Promise.all(waits).then(() => {}),
    new Promise<void>((done) => setTimeout(done, 1000)),
  ]);
}

async function takeUpFrom(of: string, takers: Readonly<Record<string, TakeUp>>): Promise<void> {
  for (const key of keys().filter((each) => each.startsWith(`${start}${of}/`))) {
    const [kind = '', ...rest] = key
      .slice(start.length + of.length + 1)
      .split('/')
      .map(decodeURIComponent);
    const text = localStorage.getItem(key);
    const take = takers[kind];
    if (!take || text === null) continue;
    if (await take(parsed(text), rest).catch(() => false)) localStorage.removeItem(key);
  }
}

/** Lets go of everything that was left of a user, or of one of their drafts, saved or not. */
export function forgetLeft(of: string): void {
  const part = `/${encodeURIComponent(of)}/`;
  for (const key of keys()) if (`${key}/`.includes(part)) localStorage.removeItem(key);
}

/** The same of these kinds, whosever they are. */
export function forgetLeftOfKinds(kinds: readonly string[]): void {
  for (const key of keys()) {
    const [, kind = ''] = key.slice(start.length).split('/');
    if (kinds.includes(kind)) localStorage.removeItem(key);
  }
}

const keys = (): string[] => Object.keys(localStorage).filter((key) => key.startsWith(start));

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // cut off in the middle
  }
}
