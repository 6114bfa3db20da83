import fc from 'fast-check';
import { expect, test } from 'vitest';
import { builtInCatalog } from '../../../core/catalog/built-in.ts';
import type { AnswerChange } from '../../../core/review/answering.ts';
import { complete } from '../../../core/review/completion.ts';
import { type Answer, type Review, ratings } from '../../../core/review/review.ts';
import { answerItem, commit } from '../../../extension/store/session/saving.ts';
import { database } from '../../../extension/store/session/session.ts';
import { addUser } from '../../../extension/store/session/users.ts';
import { fakeProfile, type Profile, startTab, type Tab, untilQuiet } from './profile.ts';

// Two tabs of one person on one review. What only browsers show (a tab that is killed in the middle of
// a write, a disk that is full) is tested there.

const items = builtInCatalog.standards.slice(0, 3).map(({ id }) => id);
const item = (index: number): string => items[index] ?? expect.fail('no such item');

async function twoTabs(): Promise<{ profile: Profile; tabs: readonly [Tab, Tab] }> {
  const profile = fakeProfile();
  const first = await startTab(profile);
  await addUser(first.store, '山田', {});
  first.kill();
  return { profile, tabs: [await startTab(profile), await startTab(profile)] };
}

const onDisk = async ({ store }: Tab): Promise<Review[]> =>
  (await database(store).reviews.toArray()).map(({ review }) => review);

/** One answer that was given on a tab, and what its person had seen of the item: on the screen, and as it was on the disk. */
interface Given {
  readonly tab: number;
  readonly item: string;
  readonly change: AnswerChange;
  readonly seen: readonly (Answer | undefined)[];
}

type Step =
  | {
      readonly act: 'answer';
      readonly tab: number;
      readonly item: number;
      readonly change: AnswerChange;
    }
  | { readonly act: 'wait' }
  | { readonly act: 'deliver' };

const change: fc.Arbitrary<AnswerChange> = fc.oneof(
  fc.record({ rating: fc.constantFrom(...ratings, null) }),
  fc.record({ note: fc.stringMatching(/^[あ-ん]{0,3}$/u) }),
);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      act: fc.constant('answer' as const),
      tab: fc.nat(1),
      item: fc.nat(items.length - 1),
      change,
    }),
  },
  { weight: 1, arbitrary: fc.constant({ act: 'wait' as const }) },
  { weight: 1, arbitrary: fc.constant({ act: 'deliver' as const }) },
);

/** Does the steps; what one tab tells the other waits until a step delivers it. */
async function play(steps: readonly Step[]) {
  const { profile, tabs } = await twoTabs();
  let post: (() => void)[] = [];
  const deliver = () => {
    const due = post;
    post = [];
    for (const hear of due) hear();
  };
  profile.deliver = (hear) => post.push(hear);
  const given: Given[] = [];
  const saving: Promise<boolean>[] = [];
  for (const each of steps) {
    if (each.act === 'deliver') deliver();
    else if (each.act === 'wait') await untilQuiet(1);
    else {
      const { store } = tabs[each.tab] ?? expect.fail('no such tab');
      const standard = item(each.item);
      const seen = [store.review, store.stored].map(({ value }) => value?.answers[standard]);
      given.push({ tab: each.tab, item: standard, change: each.change, seen });
      saving.push(answerItem(store, standard, each.change));
    }
  }
  const saved = await Promise.all(saving);
  deliver();
  await untilQuiet();
  return { profile, tabs, given, saved };
}

const fields = ['rating', 'note'] as const;

test('whatever two tabs answer, in whatever order: all is saved, and nothing unseen is written over untold', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
      const { tabs, given, saved } = await play(steps);
      // Each is on the disk, each under a number of its own, and the counter knows of no more.
      expect(saved).toEqual(given.map(() => true));
      const writes = tabs
        .flatMap(({ written }, tab) => written.map((each) => ({ ...each, tab })))
        .sort((a, b) => a.seq - b.seq);
      expect(writes).toHaveLength(given.length);
      expect(new Set(writes.map(({ seq }) => seq)).size).toBe(given.length);
      const head = await database(tabs[0].store).heads.get('head');
      if (given.length > 0) expect(head?.seq).toBe(writes.at(-1)?.seq);

      // Each tab's own in the order in which they were given.
      const asWritten = tabs.map((_, tab) => writes.filter((write) => write.tab === tab));
      const numbers = asWritten.map((own) => own.map(({ seq }) => seq));
      expect(tabs.map(({ written }) => written.map(({ seq }) => seq))).toEqual(numbers);

      // What replaced an answer of the other tab had seen it, says the same, or shows it.
      let before: Readonly<Record<string, Answer>> = {};
      const open = tabs.map((_, tab) => given.filter((each) => each.tab === tab));
      for (const { tab, seq, review } of writes) {
        const { item: standard, change: mine, seen } = open[tab]?.shift() ?? expect.fail();
        const theirs = before[standard];
        const own = asWritten[tab]?.some((write) => write.seq === theirs?.seq);
        const lost = fields.filter((field) => {
          if (mine[field] === undefined || !theirs || own) return false;
          const wanted = mine[field] || null;
          const known = [wanted, ...seen.map((answer) => answer?.[field] ?? null)];
          return !known.includes(theirs[field]);
        });
        const shown = tabs[tab]?.store.conflicts.peek() ?? [];
        const isShown = shown.some(
          (one) => !one.isReplaced && one.standard === standard && one.theirs.seq === theirs?.seq,
        );
        if (lost.length > 0) expect(isShown, `write ${seq} over ${theirs?.seq}`).toBe(true);
        before = review.answers;
      }

      // What is shown as the other tab's is.
      for (const [tab, { store }] of tabs.entries()) {
        for (const { theirs, isReplaced = false } of store.conflicts.peek()) {
          const by = writes.find(({ seq }) => seq === theirs.seq)?.tab;
          expect(by === tab).toBe(isReplaced);
        }
      }

      // Both show in the end what is on the disk.
      const [disk] = await onDisk(tabs[0]);
      if (given.length > 0) {
        for (const { store } of tabs) expect(store.review.peek()).toEqual(disk);
      }
      for (const tab of tabs) tab.kill();
    }),
    { numRuns: 60 },
  );
});

test('a review that both begin at once is one review', async () => {
  const { tabs } = await twoTabs();
  const [one, other] = tabs;
  await Promise.all([
    answerItem(one.store, item(0), { rating: 'kept' }),
    answerItem(other.store, item(1), { rating: 'not-kept' }),
  ]);
  const reviews = await onDisk(one);
  expect(reviews).toHaveLength(1);
  expect(Object.keys(reviews[0]?.answers ?? {}).sort()).toEqual([item(0), item(1)].sort());
});

test('a note that another tab has replaced is shown to whoever wrote it', async () => {
  const { tabs } = await twoTabs();
  const [one, other] = tabs;
  await answerItem(one.store, item(0), { note: '先に書いた' });
  await untilQuiet();
  await answerItem(other.store, item(0), { note: '書き直した' });
  await untilQuiet();
  expect(one.store.conflicts.value).toMatchObject([
    { standard: item(0), theirs: { note: '先に書いた' }, isReplaced: true },
  ]);
  // The other one saw what it replaced.
  expect(other.store.conflicts.value).toEqual([]);
});

test('an answer to a review that was finished on another tab meanwhile stays and says so', async () => {
  const { profile, tabs } = await twoTabs();
  const [one, other] = tabs;
  await answerItem(one.store, item(0), { rating: 'kept' });
  await untilQuiet();
  profile.deliver = () => {};
  await commit(one.store, { act: (review, moment) => complete(review, moment) });
  expect(await answerItem(other.store, item(1), { rating: 'kept' })).toBe(false);
  expect(other.store.saving.value).toEqual({ state: 'failed', cause: 'review-completed' });
  expect(other.store.review.value?.answers[item(1)]?.rating).toBe('kept');
  expect((await onDisk(one))[0]?.answers[item(1)]).toBeUndefined();
});
