import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { Review } from '../../../core/review/review.ts';
import type { Environment } from '../../../extension/store/db/environment.ts';
import type { News } from '../../../extension/store/session/broadcast.ts';
import { followOtherPages } from '../../../extension/store/session/follow.ts';
import { keepSaving } from '../../../extension/store/session/saving.ts';
import { type Opens, startSession } from '../../../extension/store/session/session.ts';
import { createStore, type Store } from '../../../extension/store/store.ts';

/** A browser profile without a browser: what all its tabs share, and a store for each tab. */
export interface Profile {
  /** May be replaced by an empty one: a database that is gone. */
  indexedDB: IDBFactory;
  readonly local: Storage;
  /** The texts outside IndexedDB, by key. */
  readonly extension: Map<string, string>;
  /** Where the database goes when the ordinary place fails. */
  fallback: IDBFactory | null;
  /** Bytes that are left on the disk. */
  room: number;
  /** Epoch milliseconds. */
  now: number;
  /** Hands the news of one tab to another: at once, unless a test decides when. */
  deliver: (hear: () => void) => void;
  openTab(): Tab;
}

export interface Tab {
  readonly store: Store;
  /** What the tab has written of reviews, oldest first. */
  readonly written: readonly { readonly seq: number; readonly review: Review }[];
  /** What is called when the page is left. */
  leave(): void;
  /** How often it asked to be loaded anew. */
  readonly reloads: number;
  /** It is gone at once, with all that it has not written. */
  kill(): void;
}

export function fakeProfile(): Profile {
  const tabs = new Set<{ hear: ((news: News) => void)[] }>();
  const locks = fakeLocks();
  const profile: Profile = {
    indexedDB: new IDBFactory(),
    local: new MemoryStorage(),
    extension: new Map(),
    fallback: null,
    room: 1e9,
    now: Date.parse('2026-12-01T10:00:00+09:00'),
    deliver: (hear) => queueMicrotask(hear),
    openTab() {
      const tab = { hear: [] as ((news: News) => void)[] };
      tabs.add(tab);
      const page = locks.forPage();
      const written: { seq: number; review: Review }[] = [];
      const leaving: (() => void)[] = [];
      let reloads = 0;
      let isAlive = true;
      const environment: Environment = {
        indexedDB: profile.indexedDB,
        keyRange: IDBKeyRange,
        storage: {
          local: profile.local,
          tab: new MemoryStorage(),
          extension: {
            read: async (key) => profile.extension.get(key) ?? null,
            async write(texts) {
              if (!isAlive) throw new Error('The page is gone');
              for (const [key, text] of Object.entries(texts)) profile.extension.set(key, text);
            },
            list: async (start) =>
              [...profile.extension.keys()].filter((key) => key.startsWith(start)),
            async remove(keys) {
              for (const key of keys) profile.extension.delete(key);
            },
          },
          fallback: {
            open: async () => profile.fallback,
            async delete() {
              if (profile.fallback) profile.fallback = new IDBFactory();
            },
          },
          estimate: async () => ({ usage: 0, quota: profile.room }),
        },
        clock: { now: () => profile.now },
        locks: page.manager,
        broadcast: {
          announce(each) {
            // The store speaks as soon as it has written.
            const review = 'review' in each ? store.stored.peek() : null;
            const seqs = Object.values(review?.answers ?? {}).map(({ seq }) => seq);
            if (review) written.push({ seq: Math.max(review.seq, ...seqs), review });
            for (const other of tabs) {
              if (other === tab) continue;
              profile.deliver(() => {
                for (const hear of other.hear) hear(structuredClone(each));
              });
            }
          },
          listen: (hear) => tab.hear.push(hear),
        },
        lifecycle: {
          idle: () => new Promise((resolve) => setImmediate(resolve)),
          whenLeft: (act) => leaving.push(act),
          startAnew: () => {
            reloads += 1;
          },
        },
      };
      const store = createStore(environment);
      return {
        store,
        written,
        leave: () => {
          for (const act of leaving) act();
        },
        get reloads() {
          return reloads;
        },
        kill() {
          isAlive = false;
          tabs.delete(tab);
          page.letGo();
          const { value } = store.opening;
          if (!('db' in value)) return;
          clearTimeout(value.db.home.copyTimer);
          value.db.home.isLeft = true;
          value.db.close();
        },
      };
    },
  };
  return profile;
}

/** A page that shows a store: opened, found whole or not, and following the others. */
export async function startTab(profile: Profile, opens: Opens = 'at-once'): Promise<Tab> {
  const tab = profile.openTab();
  keepSaving(tab.store);
  followOtherPages(tab.store);
  void startSession(tab.store, opens, Promise.resolve(null));
  await endOfOpening(tab.store);
  return tab;
}

/** Resolves once opening has ended: it is known to be whole, or what is wrong with it. */
export function endOfOpening({ opening, foundWhole }: Store): Promise<void> {
  return new Promise((resolve) => {
    void foundWhole.promise.then(resolve);
    const stop = opening.subscribe(({ state }) => {
      if (state !== 'opening' && state !== 'ready') resolve();
    });
    void foundWhole.promise.then(stop);
  });
}

/** Resolves once so many turns have passed; a save takes a few, and what one tab hears of another too. */
export async function untilQuiet(turns = 60): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await new Promise((done) => setImmediate(done));
}

class MemoryStorage implements Storage {
  readonly #texts = new Map<string, string>();
  get length(): number {
    return this.#texts.size;
  }
  key = (index: number): string | null => [...this.#texts.keys()][index] ?? null;
  getItem = (key: string): string | null => this.#texts.get(key) ?? null;
  setItem = (key: string, text: string): void => void this.#texts.set(key, text);
  removeItem = (key: string): void => void this.#texts.delete(key);
  clear = (): void => this.#texts.clear();
}

interface Waiting {
  readonly page: object;
  readonly begin: () => void;
}

/** Exclusive locks, as the store asks for them; those of a page that is gone are free. */
function fakeLocks() {
  const queues = new Map<string, Waiting[]>();
  const release = (name: string, entry: Waiting) => {
    const queue = queues.get(name) ?? [];
    const wasFirst = queue[0] === entry;
    const rest = queue.filter((each) => each !== entry);
    queues.set(name, rest);
    if (wasFirst) rest[0]?.begin();
  };
  return {
    forPage() {
      const page = {};
      const request = (
        name: string,
        ...[first, second]: [
          LockOptions | LockGrantedCallback<unknown>,
          LockGrantedCallback<unknown>?,
        ]
      ): Promise<unknown> => {
        const act = (second ?? first) as LockGrantedCallback<unknown>;
        const { ifAvailable, signal } = second ? (first as LockOptions) : {};
        const queue = queues.get(name) ?? [];
        if (ifAvailable && queue.length > 0) return Promise.resolve(act(null));
        return new Promise((resolve, reject) => {
          const entry: Waiting = {
            page,
            begin() {
              const done = Promise.resolve(act({ name, mode: 'exclusive' }));
              void done.then(resolve, reject).then(() => release(name, entry));
            },
          };
          queues.set(name, [...queue, entry]);
          signal?.addEventListener('abort', () => {
            reject(signal.reason);
            if (queues.get(name)?.[0] !== entry) release(name, entry);
          });
          if (queue.length === 0) queueMicrotask(entry.begin);
        });
      };
      return {
        manager: { request, query: async () => ({}) } as LockManager,
        letGo() {
          for (const [name, queue] of queues) {
            for (const entry of queue.filter((each) => each.page === page)) release(name, entry);
          }
        },
      };
    },
  };
}
