import type { AnswerChange } from '../../../core/review/answering.ts';
import type { SecondPlace } from '../../../ui/kept-text.ts';
import type { Store } from '../store.ts';

/**
 * The second place of what is given on a page and may not be on the disk yet: `localStorage`, which
 * answers at once, and still has it when the page goes down with its extension (F12) or the disk is
 * full (F46). Each page keeps its own, under a number whose lock it holds while it lives; another
 * page takes up what is left as soon as that lock is free.
 */

const start = 'furikaeri.left.';
const lockOf = (of: string): string => `furikaeri.page.${of}`;

/** An answer or a note in the second place. */
export interface LeftAnswer {
  readonly change: AnswerChange;
  /** What the database holds of it if nobody else has changed it since. */
  readonly before: readonly AnswerChange[];
}

/** What stands in the second place: `note/<user>/<年度>/<item>`, with the kind of thing first. */
export type Field = readonly [kind: string, ...rest: readonly string[]];

const keyOf = (store: Store, field: Field, of = store.page.id): string =>
  `${start}${of}/${field.map(encodeURIComponent).join('/')}`;

/** Says that this page lives, for as long as it does. */
function hold(store: Store): void {
  const { page } = store;
  if (page.isHeld) return;
  page.isHeld = true;
  void store.locks.request(lockOf(page.id), () => new Promise(() => {}));
}

/** What keeps one field of a page while it is typed: one for each, made with the first key. */
export function keeperOf<K>(store: Store, field: Field, make: () => K): K {
  const key = field.join('/');
  const known = store.kept.get(key) as K | undefined;
  if (known) return known;
  const made = make();
  store.kept.set(key, made);
  return made;
}

export function secondPlace<T>(store: Store, field: Field): SecondPlace<T> {
  const key = keyOf(store, field);
  return {
    put(value) {
      hold(store);
      try {
        store.storage.local.setItem(key, JSON.stringify(value));
      } catch {
        // Full: the disk is the place that counts, and says so itself.
      }
    },
    clear(value) {
      if (store.storage.local.getItem(key) === JSON.stringify(value))
        store.storage.local.removeItem(key);
    },
  };
}

/** Takes up one thing that was left; answers whether it needs no second place any more. */
export type TakeUp = (store: Store, value: unknown, rest: readonly string[]) => Promise<boolean>;

/** Hands what pages that are gone have left to `takers`, by kind; of pages that live, once they are gone. */
export function takeUpLeft(store: Store, takers: Readonly<Record<string, TakeUp>>): Promise<void> {
  hold(store);
  const pages = new Set(keys(store).map((key) => key.slice(start.length).split('/')[0] ?? ''));
  pages.delete(store.page.id);
  const waits = [...pages].map((of) =>
    store.locks.request(lockOf(of), () => takeUpFrom(store, of, takers)),
  );
  // Only those that are free by now are waited for.
  return Promise.race([
    Promise.all(waits).then(() => {}),
    new Promise<void>((done) => setTimeout(done, 1000)),
  ]);
}

async function takeUpFrom(
  store: Store,
  of: string,
  takers: Readonly<Record<string, TakeUp>>,
): Promise<void> {
  for (const key of keys(store).filter((each) => each.startsWith(`${start}${of}/`))) {
    const [kind = '', ...rest] = key
      .slice(start.length + of.length + 1)
      .split('/')
      .map(decodeURIComponent);
    const text = store.storage.local.getItem(key);
    const take = takers[kind];
    if (!take || text === null) continue;
    if (await take(store, parsed(text), rest).catch(() => false))
      store.storage.local.removeItem(key);
  }
}

/** Lets go of everything that was left of a user, or of one of their drafts, saved or not. */
export function forgetLeft(store: Store, of: string): void {
  const part = `/${encodeURIComponent(of)}/`;
  for (const key of keys(store)) if (`${key}/`.includes(part)) store.storage.local.removeItem(key);
}

/** The same of these kinds, whosever they are. */
export function forgetLeftOfKinds(store: Store, kinds: readonly string[]): void {
  for (const key of keys(store)) {
    const [, kind = ''] = key.slice(start.length).split('/');
    if (kinds.includes(kind)) store.storage.local.removeItem(key);
  }
}

const keys = ({ storage: { local } }: Store): string[] =>
  Array.from({ length: local.length }, (_, index) => local.key(index) ?? '').filter((key) =>
    key.startsWith(start),
  );

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // cut off in the middle
  }
}
