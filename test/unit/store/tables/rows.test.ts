import { beforeEach, expect, test } from 'vitest';
import { builtInCourses } from '../../../../core/training/courses.ts';
import type { HandTally } from '../../../../core/training/hand-tally.ts';
import { blankVisit } from '../../../../core/training/visit-sheet.ts';
import { database } from '../../../../extension/store/session/session.ts';
import { addUser } from '../../../../extension/store/session/users.ts';
import { listCourses, ownCourse, putCourse } from '../../../../extension/store/tables/courses.ts';
import {
  deleteDraft,
  draftOnDisk,
  listDrafts,
  writeDraft,
} from '../../../../extension/store/tables/sheet-drafts.ts';
import { keepWorkbook, keptWorkbook } from '../../../../extension/store/tables/sheet-workbooks.ts';
import { listTallies, readTally, writeTally } from '../../../../extension/store/tables/tallies.ts';
import { listVisits, putVisit } from '../../../../extension/store/tables/visits.ts';
import { fakeProfile, type Profile, startTab, type Tab } from '../profile.ts';

// Two tabs on one course, tally, observer's sheet or draft: what both have changed comes together, and
// what both have changed differently is answered.

let profile: Profile;
let one: Tab;
let other: Tab;
beforeEach(async () => {
  profile = fakeProfile();
  const first = await startTab(profile);
  await addUser(first.store, '山田', {});
  first.kill();
  [one, other] = [await startTab(profile), await startTab(profile)];
});

const course = builtInCourses[0]?.course ?? expect.fail('no course');

test('of two tabs that have changed other things of a course, both stay', async () => {
  expect(await putCourse(one.store, 'c', null, course)).toBeNull();
  const retitled = { ...course, title: '別の題' };
  const longer = { ...course, minutes: course.minutes + 5 };
  expect(await putCourse(one.store, 'c', course, retitled)).toBeNull();
  expect(await putCourse(other.store, 'c', course, longer)).toBeNull();
  expect(await ownCourse(one.store, 'c')).toMatchObject({
    title: '別の題',
    minutes: longer.minutes,
  });
});

test('of two tabs that have changed the same of a course, the second is asked before it writes', async () => {
  await putCourse(one.store, 'c', null, course);
  await putCourse(one.store, 'c', course, { ...course, title: '先の題' });
  const theirs = await putCourse(other.store, 'c', course, { ...course, title: '後の題' });
  expect(theirs?.title).toBe('先の題');
  expect((await ownCourse(one.store, 'c'))?.title).toBe('先の題');
});

test('each write of a row has a number of its own, and the later is told by it', async () => {
  await putCourse(one.store, 'c', null, course);
  await putCourse(other.store, 'd', null, course);
  const seqs = (await listCourses(one.store)).map(({ seq = 0 }) => seq);
  const head = await database(one.store).heads.get('head');
  expect(new Set(seqs).size).toBe(2);
  expect(Math.max(...seqs)).toBe(head?.seq);
});

test('hands that two tabs have counted are all there; without any there is no row', async () => {
  const counts = {
    kept: 0,
    'mostly-kept': 0,
    'partly-kept': 0,
    'not-kept': 0,
    'not-applicable': 0,
  };
  const empty: HandTally = {
    title: '研修',
    heldAt: '2026-12-01T10:00:00+09:00',
    catalog: [],
    items: [],
  };
  const by = (standard: string): HandTally => ({
    ...empty,
    items: [{ standard, counts: { ...counts, kept: 3 } }],
  });
  await writeTally(one.store, 't', empty, by('a'));
  await writeTally(other.store, 't', empty, by('b'));
  const tally = (await readTally(one.store, 't')) ?? expect.fail('no tally');
  expect(tally.items.map(({ standard }) => standard).sort()).toEqual(['a', 'b']);
  await writeTally(one.store, 't', tally, empty);
  expect(await listTallies(other.store)).toEqual([]);
});

test("an observer's sheet keeps mine where both have written, and answers theirs", async () => {
  await putVisit(one.store, 'v', blankVisit, { ...blankVisit, good: '先に', advice: '助言' });
  const saved = await putVisit(other.store, 'v', blankVisit, { ...blankVisit, good: '後に' });
  expect(saved.clashes).toEqual([{ field: 'good', theirs: '先に' }]);
  expect(await listVisits(one.store)).toMatchObject([{ sheet: { good: '後に', advice: '助言' } }]);
});

const sheet = (target: string) => ({
  fiscalYear: 2026,
  ward: '多摩区',
  policies: [null],
  sections: [{ division: '部', section: '課', targets: [{ no: 1, target }] }],
});
const beside = { before: { policies: [], sections: [] } };

test('a draft that another tab has saved since is not written over: what it has saved is answered', async () => {
  const first = await writeDraft(one.store, sheet('初め'), beside, 0);
  expect(first.written).toBe(true);
  const second = await writeDraft(one.store, sheet('先に'), beside, first.draft.seq);
  expect(second.written).toBe(true);
  const stale = await writeDraft(other.store, sheet('後に'), beside, first.draft.seq);
  expect(stale).toEqual({ draft: second.draft, written: false });
  expect(await listDrafts(other.store)).toEqual([second.draft]);
});

test('both tabs begin the same draft at once: one writes, the other is answered', async () => {
  const outcomes = await Promise.all([
    writeDraft(one.store, sheet('こちら'), beside, 0),
    writeDraft(other.store, sheet('あちら'), beside, 0),
  ]);
  expect(outcomes.map(({ written }) => written).sort()).toEqual([false, true]);
  const [draft] = await listDrafts(one.store);
  for (const outcome of outcomes) expect(outcome.draft).toEqual(draft);
});

test('with a draft goes its workbook, and no workbook comes to a draft that is gone', async () => {
  const { draft } = await writeDraft(one.store, sheet('目標'), beside, 0);
  const kept = { name: '目標.xlsx', bytes: new Uint8Array([1]), handle: null };
  await keepWorkbook(one.store, draft, kept);
  expect(await keptWorkbook(other.store, draft)).toMatchObject({ name: '目標.xlsx' });
  await deleteDraft(other.store, draft);
  expect(await draftOnDisk(one.store, draft)).toBeNull();
  expect(await keptWorkbook(one.store, draft)).toBeNull();
  await keepWorkbook(one.store, draft, kept);
  expect(await keptWorkbook(one.store, draft)).toBeNull();
});
