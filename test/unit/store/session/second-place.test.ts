import { beforeEach, expect, test } from 'vitest';
import { builtInCatalog } from '../../../../core/catalog/built-in.ts';
import { blankVisit } from '../../../../core/training/visit-sheet.ts';
import { takeUpAnswer } from '../../../../extension/store/session/left-answers.ts';
import { answerItem } from '../../../../extension/store/session/saving.ts';
import { secondPlace, takeUpLeft } from '../../../../extension/store/session/second-place.ts';
import { addUser } from '../../../../extension/store/session/users.ts';
import { listVisits } from '../../../../extension/store/tables/visits.ts';
import { fakeProfile, type Profile, startTab, type Tab } from '../profile.ts';

// What a page was given and has not written when it goes.

const item = builtInCatalog.standards[0]?.id ?? expect.fail('no standard');
const takers = { answer: takeUpAnswer, note: takeUpAnswer };

let profile: Profile;
let tab: Tab;
beforeEach(async () => {
  profile = fakeProfile();
  tab = await startTab(profile);
  await addUser(tab.store, '山田', {});
  tab.kill();
  tab = await startTab(profile);
});

const left = (): string[] =>
  Array.from({ length: profile.local.length }, (_, index) => profile.local.key(index) ?? '').filter(
    (key) => key.startsWith('furikaeri.left.'),
  );

/** Gives an answer on a page that is gone before it is on the disk. */
function answerAndDie(rating: 'kept' | 'not-kept'): void {
  void answerItem(tab.store, item, { rating });
  tab.kill();
}

test('an answer that a page took along when it was killed is saved by the next page', async () => {
  answerAndDie('kept');
  expect(left()).toHaveLength(1);
  const next = await startTab(profile);
  expect(next.store.review.value?.answers[item]).toBeUndefined();
  await takeUpLeft(next.store, takers);
  expect(next.store.review.value?.answers[item]?.rating).toBe('kept');
  expect(next.store.conflicts.value).toEqual([]);
  expect(left()).toEqual([]);
});

test('an answer on the disk leaves nothing behind', async () => {
  await answerItem(tab.store, item, { rating: 'kept' });
  expect(left()).toEqual([]);
});

test('what was answered since is shown beside what was left, not written over untold', async () => {
  const other = await startTab(profile);
  answerAndDie('kept');
  await answerItem(other.store, item, { rating: 'not-kept' });
  other.kill();
  const next = await startTab(profile);
  await takeUpLeft(next.store, takers);
  expect(next.store.review.value?.answers[item]?.rating).toBe('kept');
  expect(next.store.conflicts.value).toMatchObject([
    { standard: item, theirs: { rating: 'not-kept' } },
  ]);
});

test('what a page that lives has not written yet is its own', async () => {
  const other = await startTab(profile);
  const user = other.store.user.value?.id ?? expect.fail('nobody');
  secondPlace(other.store, ['answer', user, '2026', item]).put({
    ...{ change: { rating: 'kept' }, before: [{ rating: null }] },
  });
  await takeUpLeft(tab.store, takers);
  expect(tab.store.review.value?.answers[item]).toBeUndefined();
  expect(left()).toHaveLength(1);
  other.kill();
  await expect.poll(() => tab.store.review.value?.answers[item]?.rating).toBe('kept');
});

test("what is left of another person is not this one's, and stays for them", async () => {
  answerAndDie('kept');
  tab = await startTab(profile);
  await addUser(tab.store, '鈴木', {});
  tab.kill();
  tab = await startTab(profile);
  await takeUpLeft(tab.store, takers);
  expect(tab.store.review.value?.answers).toEqual({});
  expect(left()).toHaveLength(1);
});

test("an observer's sheet that was being written is among the others", async () => {
  const sheet = { ...blankVisit, good: '書きかけ' };
  secondPlace(tab.store, ['visit', 'v']).put({ base: blankVisit, sheet });
  tab.kill();
  const next = await startTab(profile);
  expect(await listVisits(next.store)).toMatchObject([{ id: 'v', sheet: { good: '書きかけ' } }]);
  expect(left()).toEqual([]);
});

test('a text that was cut off in the middle is let go', async () => {
  answerAndDie('kept');
  const [key = ''] = left();
  profile.local.setItem(key, (profile.local.getItem(key) ?? '').slice(0, 9));
  const next = await startTab(profile);
  await takeUpLeft(next.store, takers);
  expect(left()).toEqual([]);
  expect(next.store.review.value?.answers).toEqual({});
});
