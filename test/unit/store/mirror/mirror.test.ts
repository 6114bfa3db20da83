import { readFileSync } from 'node:fs';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';
import { builtInCatalog } from '../../../../core/catalog/built-in.ts';
import { parseFormFile } from '../../../../core/formats/form-file.ts';
import type { Sheet } from '../../../../core/sheet/model/sheet.ts';
import { builtInCourses } from '../../../../core/training/courses.ts';
import { blankVisit } from '../../../../core/training/visit-sheet.ts';
import { loadCopies, restoreCopies } from '../../../../extension/recovery/load-copies.ts';
import type { Database } from '../../../../extension/store/db/database.ts';
import { copyNow, findCopy } from '../../../../extension/store/mirror/mirror.ts';
import { readBackup, restore } from '../../../../extension/store/restore/restore.ts';
import { answerItem } from '../../../../extension/store/session/saving.ts';
import { database } from '../../../../extension/store/session/session.ts';
import { addUser, deleteUser } from '../../../../extension/store/session/users.ts';
import {
  deleteCourse,
  listCourses,
  putCourse,
} from '../../../../extension/store/tables/courses.ts';
import { listForms, putForm } from '../../../../extension/store/tables/forms.ts';
import { listDrafts, writeDraft } from '../../../../extension/store/tables/sheet-drafts.ts';
import { listTallies, writeTally } from '../../../../extension/store/tables/tallies.ts';
import { listVisits, putVisit } from '../../../../extension/store/tables/visits.ts';
import { fakeProfile, type Profile, startTab, type Tab, untilQuiet } from '../profile.ts';

// The second copy on a profile without a browser; that it lies in files of its own only browsers show.

const form = parseFormFile(
  readFileSync(new URL('../../../fixtures/formats/form-1.json', import.meta.url), 'utf8'),
);
if (!form.ok) throw new Error('no form');
const { format: _, ...taught } = form.value as typeof form.value & { format?: string };
const course = builtInCourses[0]?.course ?? expect.fail('no course');
const [standard] = builtInCatalog.standards.map(({ id }) => id);
const item = standard ?? expect.fail('no standard');

const sheet: Sheet = {
  fiscalYear: 2026,
  ward: '多摩区',
  policies: [null],
  sections: [{ division: '部', section: '課', targets: [{ no: 1, target: '目標', result: null }] }],
};
const tally = {
  title: '研修',
  heldAt: '2026-12-01T10:00:00+09:00',
  catalog: [],
  items: [
    {
      standard: item,
      counts: { kept: 3, 'mostly-kept': 0, 'partly-kept': 1, 'not-kept': 0, 'not-applicable': 0 },
    },
  ],
};

let profile: Profile;
let tab: Tab;

/** Two people, the first of whom has written one of each thing. */
beforeEach(async () => {
  profile = fakeProfile();
  const first = await startTab(profile);
  await addUser(first.store, '鈴木', {});
  await addUser(first.store, '山田', { role: 'staff' });
  first.kill();
  tab = await startTab(profile);
  await answerItem(tab.store, item, { rating: 'kept', note: 'メモ' });
  await writeDraft(tab.store, sheet, { before: { policies: [], sections: [] } }, 0);
  await putCourse(tab.store, 'c', null, { ...course, title: '自分の研修' });
  await writeTally(tab.store, 't', { ...tally, items: [] }, tally);
  await putVisit(tab.store, 'v', blankVisit, { ...blankVisit, good: '良い点' });
  await putForm(tab.store, taught);
});

const db = (): Database => database(tab.store);

const everything = async ({ store }: Tab) => ({
  users: await database(store).users.orderBy('id').toArray(),
  reviews: await database(store).reviews.toArray(),
  drafts: await database(store).drafts.toArray(),
  current: (await database(store).heads.get('head'))?.user,
  listed: await listDrafts(store),
  courses: await listCourses(store),
  tallies: await listTallies(store),
  visits: await listVisits(store),
  forms: await listForms(store),
});

/** The browser has thrown the database away; the page restores what it is offered. */
async function loseAndRestore(): Promise<Tab> {
  tab.kill();
  profile.indexedDB = new IDBFactory();
  const offered = await startTab(profile);
  const { value } = offered.store.opening;
  expect(value.state).toBe('damaged');
  await restoreCopies(database(offered.store), await loadCopies(offered.store), true);
  offered.kill();
  const next = await startTab(profile);
  expect(next.store.opening.value.state).toBe('ready');
  return next;
}

test('after a lost database everything comes back: people, answers, drafts, courses, tallies, visits, forms', async () => {
  await copyNow(db());
  const before = await everything(tab);
  expect(before.courses).toHaveLength(1);
  expect(before.tallies).toHaveLength(1);
  expect(before.visits).toHaveLength(1);
  expect(before.forms).toHaveLength(1);
  expect(before.listed).toHaveLength(1);
  const next = await loseAndRestore();
  expect(await everything(next)).toEqual(before);
  expect(next.store.review.value?.answers[item]).toMatchObject({ rating: 'kept', note: 'メモ' });
});

test('what is written after a restore is later than all that was ever written', async () => {
  // The last number is of a row that is gone.
  await deleteCourse(tab.store, 'c');
  await copyNow(db());
  const { seq = 0 } = (await db().heads.get('head')) ?? {};
  const next = await loseAndRestore();
  await answerItem(next.store, item, { rating: 'not-kept' });
  expect(next.store.review.value?.answers[item]?.seq).toBeGreaterThan(seq);
});

test('a backup of another PC lifts the counter above all that is in it', async () => {
  const { user } = tab.store;
  const { id } = user.value ?? expect.fail('nobody');
  await copyNow(db());
  const text = profile.extension.get(`furikaeri.user.${id}`) ?? expect.fail('no copy');
  const read = await readBackup(text);
  if (!read.ok) throw new Error('refused');
  const elsewhere = await startTab(fakeProfile());
  await restore(database(elsewhere.store), [read.value.file], { user: id });
  const [form] = await database(elsewhere.store).forms.toArray();
  const head = await database(elsewhere.store).heads.get('head');
  expect(form?.seq).toBeGreaterThan(1);
  expect(head?.seq).toBe(form?.seq);
});

test('the copy is renewed a moment after a write, and when the page is left', async () => {
  await copyNow(db());
  const seqOf = async () => ((await db().heads.get('head'))?.seq ?? 0) - (await copiedSeq());
  await answerItem(tab.store, item, { rating: 'not-kept' });
  expect(await seqOf()).toBe(1);
  tab.leave();
  await expect.poll(seqOf).toBe(0);
  await answerItem(tab.store, item, { rating: 'kept' });
  expect(await seqOf()).toBe(1);
  await expect.poll(seqOf).toBe(0);
});

const copiedSeq = async (): Promise<number> => {
  const found = await findCopy(tab.store);
  return found === null || found === 'hurt' ? 0 : found.seq;
};

test('a database that has lost something does not replace its copy', async () => {
  await copyNow(db());
  const kept = new Map(profile.extension);
  await db().reviews.clear();
  tab.kill();
  const offered = await startTab(profile);
  expect(offered.store.opening.value.state).toBe('damaged');
  await copyNow(database(offered.store));
  offered.leave();
  await untilQuiet();
  expect(profile.extension).toEqual(kept);
});

test('a copy that can not be written leaves the old one, and the database as it is', async () => {
  await copyNow(db());
  const kept = new Map(profile.extension);
  const set = profile.extension.set.bind(profile.extension);
  profile.extension.set = () => {
    throw new DOMException('', 'QuotaExceededError');
  };
  expect(await answerItem(tab.store, item, { rating: 'not-kept' })).toBe(true);
  await copyNow(db());
  expect(profile.extension).toEqual(kept);
  profile.extension.set = set;
  await copyNow(db());
  expect(await copiedSeq()).toBe((await db().heads.get('head'))?.seq);
});

test('each person is in a copy of their own, and what belongs to the PC is in one of them', async () => {
  await copyNow(db());
  const texts = [...profile.extension].filter(([key]) => key.startsWith('furikaeri.user.'));
  expect(texts).toHaveLength(2);
  expect(texts.filter(([, text]) => text.includes('山田'))).toHaveLength(1);
  expect(texts.filter(([, text]) => text.includes('メモ'))).toHaveLength(1);
  expect(texts.filter(([, text]) => text.includes('自分の研修'))).toHaveLength(1);
});

test('whoever is deleted is in no copy any more, nor in one that was set aside', async () => {
  await copyNow(db());
  const { id } = tab.store.user.value ?? expect.fail('nobody');
  profile.extension.set(`furikaeri.aside.3.${id}`, 'aside');
  await deleteUser(tab.store, id);
  await copyNow(db());
  const all = [...profile.extension].flat().join();
  expect(all).not.toContain(id);
  expect(all).not.toContain('山田');
  expect(all).toContain('鈴木');
});

test('with the last person goes what belongs to the PC', async () => {
  for (const { id } of await db().users.toArray()) await deleteUser(tab.store, id);
  await copyNow(db());
  expect(await everything(tab)).toMatchObject({
    ...{ users: [], reviews: [], drafts: [], courses: [], tallies: [], visits: [], forms: [] },
  });
  expect([...profile.extension.keys()]).toEqual([]);
});
