import { type KeptText, keepText, type SecondPlace } from '../../../ui/kept-text.ts';
import type { Store } from '../store.ts';
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

/** The name of this tab, held for as long as the page stands. A tab that was made from another has its name too, and takes one of its own. */
function ownTab(store: Store): Promise<string> {
  const { tab } = store;
  tab.claiming ??= (async () => {
    // Known at once, for what is typed at once.
    tab.name = store.storage.tab.getItem(tabName) ?? crypto.randomUUID();
    if (!(await hold(store, tab.name))) {
      tab.name = crypto.randomUUID();
      await hold(store, tab.name);
    }
    store.storage.tab.setItem(tabName, tab.name);
    return tab.name;
  })();
  return tab.claiming;
}

const hold = (store: Store, name: string): Promise<boolean> =>
  new Promise((done) => {
    void store.locks.request(lockOf(name), { ifAvailable: true }, (lock) => {
      done(lock !== null);
      return lock ? new Promise(() => {}) : undefined;
    });
  });

/** Milliseconds: a page that is being closed lets go of its name by then. */
const closingMs = 300;

const isGone = (store: Store, name: string): Promise<boolean> =>
  store.locks
    .request(lockOf(name), { signal: AbortSignal.timeout(closingMs) }, () => true)
    .catch(() => false);

async function write(store: Store, key: string, value: unknown): Promise<void> {
  const text = JSON.stringify(value);
  await store.storage.extension.write({ [key]: text });
  store.tab.seen.add(text);
}

/** What was typed into one before, be it by a page that is gone; null where there is nothing. */
export async function readUnfinished<T>(store: Store, id: string): Promise<T | null> {
  const own = keyOf(id, await ownTab(store));
  await takeUpLeft(store, {
    form: async (_, value, [left = '', of = '']) => {
      await write(store, keyOf(left, of), value);
      return true;
    },
  });
  try {
    const text =
      (await store.storage.extension.read(own)) ?? (await takeOver(store, id, own)) ?? 'null';
    const value: T | null = JSON.parse(text);
    store.tab.seen.add(text);
    return value;
  } catch {
    return null;
  }
}

/** Of the tabs that are closed, the first that has left one; in earlier days there were no tabs. */
async function takeOver(store: Store, id: string, own: string): Promise<string | null> {
  for (const key of await store.storage.extension.list(`${start}${id}`)) {
    const [form, of] = key.split('@');
    if (form !== `${start}${id}` || key === own) continue;
    if (of && !(await isGone(store, of))) continue;
    const text = await store.storage.extension.read(key);
    if (text === null) continue;
    await store.storage.extension.write({ [own]: text });
    await store.storage.extension.remove([key]);
    return text;
  }
  return null;
}

export function keepUnfinished<T>(store: Store, id: string): KeptText<T> {
  void ownTab(store);
  // One place, from which it is cleared again.
  let place: SecondPlace<T> | undefined;
  const second = (): SecondPlace<T> => {
    place ??= secondPlace<T>(store, ['form', id, store.tab.name]);
    return place;
  };
  return keepText<T>({
    second: { put: (value) => second().put(value), clear: (value) => second().clear(value) },
    async save(value) {
      await write(store, keyOf(id, await ownTab(store)), value);
      return true;
    },
  });
}

/** Lets go of one that was saved or given up; what another page has typed into it since stays. */
export async function forgetUnfinished(store: Store, id: string): Promise<void> {
  const own = keyOf(id, await ownTab(store));
  const text = await store.storage.extension.read(own);
  if (text !== null && store.tab.seen.has(text)) await store.storage.extension.remove([own]);
}

/** Lets go of those of a user. */
export const forgetUnfinishedOf = async (store: Store, user: string): Promise<void> =>
  store.storage.extension.remove(
    (await store.storage.extension.list(start)).filter((key) => key.includes(user)),
  );

/** Lets go of all of them. */
export const forgetAllUnfinished = async (store: Store): Promise<void> =>
  store.storage.extension.remove(await store.storage.extension.list(start));
