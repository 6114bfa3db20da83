import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';
import { builtInCatalog } from '../../../../core/catalog/built-in.ts';
import type { Database } from '../../../../extension/store/db/database.ts';
import { copyNow } from '../../../../extension/store/mirror/mirror.ts';
import { answerItem, retry } from '../../../../extension/store/session/saving.ts';
import { database } from '../../../../extension/store/session/session.ts';
import { addUser } from '../../../../extension/store/session/users.ts';
import { fakeProfile, type Profile, startTab, type Tab } from '../profile.ts';

// A full disk closes the database under the page, and may leave an empty one behind (F46).

const [first = '', second = '', third = ''] = builtInCatalog.standards.map(({ id }) => id);

let profile: Profile;
let tab: Tab;
let db: Database;
beforeEach(async () => {
  profile = fakeProfile();
  tab = await startTab(profile);
  await addUser(tab.store, '鈴木', {});
  await addUser(tab.store, '山田', {});
  tab.kill();
  tab = await startTab(profile);
  db = database(tab.store);
  await answerItem(tab.store, first, { rating: 'kept' });
  await copyNow(db);
  await answerItem(tab.store, second, { rating: 'not-kept' });
});

const answers = () => tab.store.review.value?.answers;

test('while the disk is full the answer stays on the page, and nothing is opened', async () => {
  db.close();
  profile.room = 0;
  expect(await answerItem(tab.store, third, { rating: 'kept' })).toBe(false);
  expect(tab.store.saving.value).toEqual({ state: 'failed', cause: 'QuotaExceededError' });
  expect(db.isOpen()).toBe(false);
  expect(answers()?.[third]?.rating).toBe('kept');
});

test('once there is room, it is saved, under the next number', async () => {
  db.close();
  profile.room = 0;
  await answerItem(tab.store, third, { rating: 'kept' });
  profile.room = 1e9;
  await retry(tab.store);
  expect(tab.store.saving.value.state).toBe('saved');
  expect((await db.reviews.toArray())[0]?.review.answers[third]?.rating).toBe('kept');
});

test('a database that was made anew meanwhile gets back the copy and what the page has read', async () => {
  const { seq = 0 } = (await db.heads.get('head')) ?? {};
  db.close();
  // Empty, in the place that the page knows.
  const emptied = new IDBFactory();
  for (const name of ['open', 'deleteDatabase', 'databases', 'cmp'] as const) {
    Object.assign(profile.indexedDB, { [name]: emptied[name].bind(emptied) });
  }
  expect(await answerItem(tab.store, third, { rating: 'kept' })).toBe(true);
  const [row] = await db.reviews.toArray();
  expect(row?.review.answers).toMatchObject({
    [first]: { rating: 'kept' },
    [second]: { rating: 'not-kept' },
    [third]: { rating: 'kept' },
  });
  expect(row?.review.answers[third]?.seq).toBeGreaterThan(seq);
  // Of the others only the copy knows.
  expect((await db.users.toArray()).map(({ label }) => label).sort()).toEqual(['山田', '鈴木']);
});
