import { beforeEach, expect, test } from 'vitest';
import { builtInCatalog } from '../../../../core/catalog/built-in.ts';
import { backupOf, reviewsOf } from '../../../../extension/store/mirror/backup.ts';
import {
  prepareRestore,
  readBackup,
  restore,
} from '../../../../extension/store/restore/restore.ts';
import { saveProfile } from '../../../../extension/store/session/profile.ts';
import { answerItem } from '../../../../extension/store/session/saving.ts';
import { secondPlace } from '../../../../extension/store/session/second-place.ts';
import { database, loadHistory } from '../../../../extension/store/session/session.ts';
import {
  addUser,
  deleteUser,
  listUsers,
  nameUser,
  switchUser,
} from '../../../../extension/store/session/users.ts';
import { listDrafts, writeDraft } from '../../../../extension/store/tables/sheet-drafts.ts';
import { fakeProfile, type Profile, startTab, type Tab, untilQuiet } from '../profile.ts';

// People who share a PC are kept apart (F16).

const item = builtInCatalog.standards[0]?.id ?? expect.fail('no standard');
const sheet = {
  fiscalYear: 2026,
  ward: null,
  policies: [],
  sections: [{ division: null, section: '区民課', targets: [{ no: 1, target: '鈴木の目標' }] }],
};

let profile: Profile;
let tab: Tab;

/** Everyone's page is loaded anew after a change of people. */
const reload = async (): Promise<void> => {
  tab.kill();
  tab = await startTab(profile);
};

beforeEach(async () => {
  profile = fakeProfile();
  tab = await startTab(profile);
  await addUser(tab.store, '鈴木', {});
  await reload();
  await answerItem(tab.store, item, { rating: 'kept', note: '鈴木のメモ' });
  await writeDraft(tab.store, sheet, { before: { policies: [], sections: [] } }, 0);
  await addUser(tab.store, '山田', {});
  await reload();
});

const idOf = async (label: string): Promise<string> =>
  (await listUsers(tab.store)).find((user) => user.label === label)?.id ?? expect.fail('nobody');

test('whoever comes new finds nothing of the others', async () => {
  expect(tab.store.user.value?.label).toBe('山田');
  expect(tab.store.review.value?.answers).toEqual({});
  await loadHistory(tab.store);
  expect(tab.store.others.value).toEqual([]);
  expect(await listDrafts(tab.store)).toEqual([]);
});

test('an answer goes to whoever uses the page, and the others keep theirs', async () => {
  await answerItem(tab.store, item, { rating: 'not-kept' });
  await switchUser(tab.store, await idOf('鈴木'));
  await reload();
  expect(tab.store.user.value?.label).toBe('鈴木');
  expect(tab.store.review.value?.answers[item]).toMatchObject({
    rating: 'kept',
    note: '鈴木のメモ',
  });
  expect(await listDrafts(tab.store)).toHaveLength(1);
});

test('a page of another tab asks whose it is once somebody else has become current', async () => {
  const other = await startTab(profile);
  await switchUser(tab.store, await idOf('鈴木'));
  await expect.poll(() => other.store.switched.value?.to?.label).toBe('鈴木');
  // What is still given there is its own person's.
  await answerItem(other.store, item, { rating: 'not-kept' });
  const rows = await database(tab.store).reviews.toArray();
  const by = new Map(rows.map(({ user, review }) => [user, review.answers[item]?.rating]));
  expect(by.get(await idOf('山田'))).toBe('not-kept');
  expect(by.get(await idOf('鈴木'))).toBe('kept');
});

test('of a person who was deleted on another tab nothing comes back, and that page is loaded anew', async () => {
  const other = await startTab(profile);
  await answerItem(other.store, item, { rating: 'not-kept', note: '山田のメモ' });
  await untilQuiet();
  const deliver: (() => void)[] = [];
  profile.deliver = (hear) => deliver.push(hear);
  await deleteUser(tab.store, await idOf('山田'));
  expect(await answerItem(other.store, item, { rating: 'kept' })).toBe(false);
  expect(other.store.saving.value).toEqual({ state: 'failed', cause: 'missing' });
  for (const hear of deliver) hear();
  await expect.poll(() => other.reloads).toBe(1);
  const all = JSON.stringify([
    ...(await database(tab.store).reviews.toArray()),
    ...(await database(tab.store).users.toArray()),
    ...Array.from({ length: profile.local.length }, (_, index) =>
      profile.local.getItem(profile.local.key(index) ?? ''),
    ),
  ]);
  expect(all).not.toContain('山田');
  expect(all).toContain('鈴木のメモ');
});

test('what a page that is gone has left of a person goes with them', async () => {
  const { id } = tab.store.user.value ?? expect.fail('nobody');
  secondPlace(tab.store, ['note', id, '2026', item]).put('書きかけ');
  await deleteUser(tab.store, id);
  const keys = Array.from({ length: profile.local.length }, (_, index) => profile.local.key(index));
  expect(keys.filter((key) => key?.startsWith('furikaeri.left.'))).toEqual([]);
});

test('somebody who was given another name elsewhere is shown under it', async () => {
  const other = await startTab(profile);
  await nameUser(tab.store, await idOf('山田'), '山田 太郎');
  await expect.poll(() => other.store.user.value?.label).toBe('山田 太郎');
  expect(other.reloads).toBe(0);
});

test("a backup holds one person's answers, and restores into nobody else's", async () => {
  const db = database(tab.store);
  const suzuki = (await db.users.get(await idOf('鈴木'))) ?? expect.fail('nobody');
  const text = await backupOf(tab.store, suzuki, await reviewsOf(db, suzuki.id), []);
  expect(text).not.toContain('山田');
  const read = await readBackup(text);
  if (!read.ok) throw new Error('refused');
  const { file } = read.value;
  const prepared = await prepareRestore(db, file);
  expect(prepared.ok && prepared.value.owner).toBe('other');

  const stolen = { ...file, user: { ...file.user, id: await idOf('山田') } };
  expect(await prepareRestore(db, stolen)).toMatchObject({ problems: [{ code: 'duplicate-id' }] });
  const before = await db.reviews.toArray();
  await expect(restore(db, [stolen], { user: stolen.user.id })).rejects.toThrow();
  expect(await db.reviews.toArray()).toEqual(before);
});

test('a name and a section that are saved at once are both there, whichever page they come from', async () => {
  const id = await idOf('山田');
  const other = await startTab(profile);
  const unit = { ward: null, division: null, section: '区民課' };
  await Promise.all([
    saveProfile(tab.store, id, (user) => ({ ...user, settings: { ...user.settings, unit } })),
    saveProfile(tab.store, id, (user) => ({ ...user, label: '山田花子' })),
    saveProfile(other.store, id, (user) => ({
      ...user,
      settings: { ...user.settings, shortcuts: false },
    })),
  ]);
  expect((await listUsers(tab.store)).find((user) => user.id === id)).toMatchObject({
    label: '山田花子',
    settings: { unit, shortcuts: false },
  });
});
