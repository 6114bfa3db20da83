import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test, vi } from 'vitest';
import { builtInCatalog } from '../../../../core/catalog/built-in.ts';
import { declareDatabase } from '../../../../extension/store/db/database.ts';
import { schemas } from '../../../../extension/store/db/schemas.ts';
import { readCount } from '../../../../extension/store/integrity/answer-count.ts';
import { copyNow } from '../../../../extension/store/mirror/mirror.ts';
import { rebuildDatabase } from '../../../../extension/store/restore/fallback-db.ts';
import { answerItem } from '../../../../extension/store/session/saving.ts';
import { database } from '../../../../extension/store/session/session.ts';
import { addUser } from '../../../../extension/store/session/users.ts';
import { fakeProfile, type Profile, startTab, type Tab } from '../profile.ts';

// How opening the store ends.

const item = builtInCatalog.standards[0]?.id ?? expect.fail('no standard');

let profile: Profile;
beforeEach(() => {
  profile = fakeProfile();
  // Dexie speaks of what is done to it here.
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});

const stateOf = ({ store }: Tab): string => store.opening.value.state;

/** A store that has been in use, its pages closed. */
async function used({ copied = true } = {}): Promise<void> {
  const first = await startTab(profile);
  await addUser(first.store, '山田', {});
  first.kill();
  const tab = await startTab(profile);
  await answerItem(tab.store, item, { rating: 'kept' });
  if (copied) await copyNow(database(tab.store));
  tab.kill();
}

/** Changes rows behind the store's back, as damage does. */
async function damage(change: (db: ReturnType<typeof declareDatabase>) => Promise<unknown>) {
  const { store } = profile.openTab();
  const db = declareDatabase(store);
  await db.open();
  await change(db);
  db.close();
}

test('a PC on which nobody has answered is ready, and nobody is there', async () => {
  const tab = await startTab(profile);
  expect(stateOf(tab)).toBe('ready');
  expect(tab.store.user.value).toBeNull();
});

test('a store that is whole is ready, with its person and their review at hand', async () => {
  await used();
  const tab = await startTab(profile);
  expect(stateOf(tab)).toBe('ready');
  expect(tab.store.user.value?.label).toBe('山田');
  expect(tab.store.review.value?.answers[item]?.rating).toBe('kept');
});

test.each([
  ['a lost review', (db) => db.reviews.clear()],
  ['a lost person', (db) => db.users.clear()],
  [
    'an altered answer',
    (db) =>
      db.reviews.toCollection().modify((row) => {
        Object.assign(row.review.answers[item] ?? {}, { rating: 'not-kept' });
      }),
  ],
  [
    'a row of nobody knows where',
    async (db) => {
      const [row] = await db.reviews.toArray();
      await db.reviews.put({ ...(row ?? expect.fail('no review')), id: 'foreign' });
    },
  ],
  ['a lost head', (db) => db.heads.clear()],
] satisfies [string, (db: ReturnType<typeof declareDatabase>) => Promise<unknown>][])(
  '%s is noticed, and nothing is written before the person has said what to do',
  async (_, change) => {
    await used();
    await damage(change);
    const tab = await startTab(profile);
    const { value } = tab.store.opening;
    expect(value).toMatchObject({
      state: 'damaged',
      verdict: 'lost',
      copy: { users: [expect.any(String)] },
    });
    void answerItem(tab.store, item, { rating: 'partly-kept' });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(tab.store.pending.value).toHaveLength(1);
    const rows = await database(tab.store).reviews.toArray();
    expect(JSON.stringify(rows)).not.toContain('partly-kept');
  },
);

test('a database that is gone is missed, be it only by the count of answers', async () => {
  await used();
  profile.indexedDB = new IDBFactory();
  profile.extension.clear();
  const tab = await startTab(profile);
  expect(tab.store.opening.value).toMatchObject({ state: 'damaged', verdict: 'lost', copy: null });
  const count = readCount(tab.store);
  expect(count !== null && count !== 'hurt' && Object.values(count.held)).toMatchObject([
    { fiscalYear: 2026, answers: 1 },
  ]);
});

test('a copy that is gone beside a database that no count speaks for is told', async () => {
  await used();
  const { store } = await startTab(profile);
  // The head knows of the copy with the next write.
  await answerItem(store, item, { rating: 'not-kept' });
  await copyNow(database(store));
  await answerItem(store, item, { rating: 'kept' });
  profile.extension.clear();
  profile.local.clear();
  const tab = await startTab(profile);
  expect(tab.store.opening.value).toMatchObject({ state: 'damaged', verdict: 'unproven' });
});

test('a database that lags behind its count was set back', async () => {
  await used();
  profile.extension.clear();
  await damage((db) =>
    db.heads.toCollection().modify((head) => {
      Object.assign(head, { seq: head.seq - 1 });
    }),
  );
  expect((await startTab(profile)).store.opening.value).toMatchObject({ verdict: 'lost' });
});

test('a newer extension has changed the database: nothing is opened or changed back', async () => {
  await used();
  const { store } = profile.openTab();
  const next = declareDatabase(store, {
    schemas: [...schemas, { version: 99, stores: { more: 'id' } }],
  });
  await next.open();
  next.close();
  expect(stateOf(await startTab(profile))).toBe('newer');
  const [{ version }] = (await profile.indexedDB.databases()) as [{ version: number }];
  expect(version).toBe(990);
});

test('a newer version in another tab takes over from a page that is open, and this one writes no more', async () => {
  await used();
  const tab = await startTab(profile);
  const { store } = profile.openTab();
  const next = declareDatabase(store, {
    schemas: [...schemas, { version: 99, stores: { more: 'id' } }],
  });
  await next.open();
  expect(stateOf(tab)).toBe('superseded');
  expect(await answerItem(tab.store, item, { rating: 'not-kept' })).toBe(false);
  expect(tab.store.review.value?.answers[item]?.rating).toBe('not-kept');
  next.close();
});

test('a tab that holds an older version open is waited for, and told of', async () => {
  const { store } = profile.openTab();
  const older = declareDatabase(store, { schemas: schemas.slice(0, 1) });
  await older.open();
  older.on('versionchange', () => false); // an older page that does not let go
  const tab = await startTab(profile);
  expect(stateOf(tab)).toBe('blocked');
  older.close();
  await expect.poll(() => stateOf(tab)).toBe('ready');
});

test('a database that can not be opened says why; made anew elsewhere it is found there from then on', async () => {
  await used();
  const broken = new IDBFactory();
  broken.open = () => {
    throw new DOMException('', 'UnknownError');
  };
  profile.indexedDB = broken;
  const shut = await startTab(profile);
  expect(shut.store.opening.value).toEqual({ state: 'unreadable', cause: 'UnknownError' });
  await expect(rebuildDatabase(shut.store)).rejects.toThrow();

  profile.fallback = new IDBFactory();
  const made = await rebuildDatabase(shut.store);
  await made.close();
  const tab = await startTab(profile);
  // Empty, beside a copy that is not: what was there is offered.
  expect(stateOf(tab)).toBe('damaged');
});
