import { type KeptText, keepText, type SecondPlace } from '../../../ui/kept-text.ts';
import { clearShelf, listShelf, readShelf, writeShelf } from '../../platform/shelf.ts';
import { secondPlace, takeUpLeft } from './second-place.ts';

/**
 * Pages that are being filled in and have no row of their own yet: a course before it is saved, a
 * poster, a new user. On this PC, nobody's. Each tab has a place of its own; what a tab that is
 * closed has left, the next one takes over.
 */

const start = 'furikaeri.form.';
const tabName = 'furikaeri.tab';
const lockOf = (tab: string): string => `furikaeri.tab.${tab}`;
const keyOf = (id: string, tab: string): string => `${start}${id}@${tab}`;

/** Outlives reloading, unlike the page; empty until it is known. */
let tab = '';
let claiming: Promise<string> | undefined;

/** The name of this tab, held for as long as the page stands. A tab that was made from another has its name too, and takes one of its own. */
function ownTab(): Promise<string> {
  claiming ??= (async () => {
    // Known at once, for what is typed at once.
    tab = sessionStorage.getItem(tabName) ?? crypto.randomUUID();
    if (!(await hold(tab))) {
      tab = crypto.randomUUID();
      await hold(tab);
    }
    sessionStorage.setItem(tabName, tab);
    return tab;
  })();
  return claiming;
}

const hold = (name: string): Promise<boolean> =>
  new Promise((done) => {
    void navigator.locks.request(lockOf(name), { ifAvailable: true }, (lock) => {
      done(lock !== null);
      return lock ? new Promise(() => {}) : undefined;
    });
  });

/** Milliseconds: a page that is being closed lets go of its name by then. */
const closingMs = 300;

const isGone = (name: string): Promise<boolean> =>
  navigator.locks
    .request(lockOf(name), { signal: AbortSignal.timeout(closingMs) }, () => true)
    .catch(() => false);

/** What this page has read or written of them: what another page has typed since is not its own to let go. */
const seen = new Set<string>();

async function write(key: string, value: unknown): Promise<void> {
  const text = JSON.stringify(value);
  await writeShelf({ [key]: text });
  seen.add(text);
}

/** What was typed into one before, be it by a page that is gone; null where there is nothing. */
export async function readUnfinished<T>(id: string): Promise<T | null> {
  const own = keyOf(id, await ownTab());
  await takeUpLeft({
    form: async (value, [left = '', of = '']) => {
      await write(keyOf(left, of), value);
      return true;
    },
  });
  try {
    const text = (await readShelf(own)) ?? (await takeOver(id, own)) ?? 'null';
    const value: T | null = JSON.parse(text);
    seen.add(text);
    return value;
  } catch {
    return null;
  }
}

/** Of the tabs that are closed, the first that has left one; in earlier days there were no tabs. */
async function takeOver(id: string, own: string): Promise<string | null> {
  for (const key of await listShelf(`${start}${id}`)) {
    const [form, of] = key.split('@');
    if (form !== `${start}${id}` || key === own) continue;
    if (of && !(await isGone(of))) continue;
    const text = await readShelf(key);
    if (text === null) continue;
    await writeShelf({ [own]: text });
    await clearShelf([key]);
    return text;
  }
  return null;
}

export function keepUnfinished<T>(id: string): KeptText<T> {
  void ownTab();
  // One place, from which it is cleared again.
  let place: SecondPlace<T> | undefined;
  const second = (): SecondPlace<T> => {
    place ??= secondPlace<T>(['form', id, tab]);
    return place;
  };
  return keepText<T>({
    second: { put: (value) => second().put(value), clear: (value) => second().clear(value) },
    async save(value) {
      await write(keyOf(id, await ownTab()), value);
      return true;
    },
  });
}

/** Lets go of one that was saved or given up; what another page has typed into it since stays. */
export async function forgetUnfinished(id: string): Promise<void> {
  const own = keyOf(id, await ownTab());
  const text = await readShelf(own);
  if (text !== null && seen.has(text)) await clearShelf([own]);
}

/** Lets go of those of a user. */
export const forgetUnfinishedOf = async (user: string): Promise<void> =>
  clearShelf((await listShelf(start)).filter((key) => key.includes(user)));

/** Lets go of all of them. */
export const forgetAllUnfinished = async (): Promise<void> => clearShelf(await listShelf(start));
