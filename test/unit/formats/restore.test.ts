import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planRestore, type RestoreItem } from '../../../core/formats/restore.ts';
import type { Answer, Review } from '../../../core/review/review.ts';
import { anyReview, finished } from './reviews.ts';

/** The reviews by id, after a plan was carried out. */
function restored(here: readonly Review[], file: readonly Review[]): Map<string, Review> {
  const { reviews } = planRestore(here, file);
  return new Map([...here, ...reviews].map((review) => [review.id, review]));
}

const answers: Record<string, Answer> = finished.answers;
const kept = answers['phone-name-first'] as Answer;
const items = (list: readonly RestoreItem[]) => list.map(({ standard }) => standard);
const withAnswer = (answer: Partial<Answer>): Review => ({
  ...finished,
  answers: { ...answers, 'phone-name-first': { ...kept, ...answer } },
});

const none = null;
const phone = 'phone-name-first';
const all = [none, phone, 'counter-greeting', 'notice-plain-words'];
const but = (...gone: (string | null)[]) => all.filter((item) => !gone.includes(item));

test.each([
  ['nothing here yet', [], [finished], all, [], []],
  ['nothing in the file', [finished], [], [], [], all],
  ['the same', [finished], [finished], [], [], all],
  [
    'a newer answer',
    [finished],
    [withAnswer({ rating: 'not-kept', seq: 50 })],
    [],
    [phone],
    but(phone),
  ],
  ['an older answer', [finished], [withAnswer({ rating: 'not-kept', seq: 40 })], [], [], all],
  ['another of the same count', [finished], [withAnswer({ rating: 'not-kept' })], [], [], all],
  ['a newer note', [finished], [withAnswer({ note: '直した', seq: 50 })], [], [phone], but(phone)],
  [
    'a newer clear',
    [finished],
    [withAnswer({ rating: null, note: null, seq: 50 })],
    [],
    [phone],
    but(phone),
  ],
  ['the same said later', [finished], [withAnswer({ seq: 50 })], [], [], all],
  ['a newer head', [finished], [{ ...finished, seq: 50, role: null }], [], [none], but(none)],
  ['another head of the same count', [finished], [{ ...finished, role: null }], [], [], all],
  ['an older head', [finished], [{ ...finished, seq: 1, role: null }], [], [], all],
  [
    'a later revision of a lower count',
    [finished],
    [{ ...finished, revision: 2, seq: 1, state: 'open', completedAt: null }],
    [],
    [none],
    but(none),
  ],
  [
    'an answer that is only there',
    [{ ...finished, answers: { [phone]: kept } }],
    [finished],
    ['counter-greeting', 'notice-plain-words'],
    [],
    [none, phone],
  ],
] as [string, Review[], Review[], unknown[], unknown[], unknown[]][])(
  '%s',
  (_, here, file, add, change, leave) => {
    const plan = planRestore(here, file);
    expect([items(plan.add), items(plan.change), items(plan.leave)]).toEqual([add, change, leave]);
  },
);

test('a review carries its year into the lists, and the store is told where to count on', () => {
  const plan = planRestore([], [withAnswer({ seq: 90 })]);
  expect(plan.add[0]).toEqual({ review: finished.id, fiscalYear: 2026, standard: null });
  expect(plan.seq).toBe(90);
  expect(planRestore([finished], []).seq).toBe(0);
});

test('what is only on one side of a review stays with its answers', () => {
  const theirs = {
    ...finished,
    seq: 50,
    unit: { ...finished.unit, section: '戸籍課' },
    answers: {},
  };
  expect(planRestore([finished], [theirs]).reviews).toEqual([{ ...theirs, answers }]);
});

// Few ids, so that the reviews of two files meet.
const reviewsOf = (ids: readonly string[]) =>
  fc
    .tuple(...ids.map((id) => fc.option(anyReview.map((review) => ({ ...review, id })))))
    .map((reviews) => reviews.filter((review) => review !== null));
const ids = ['a', 'b', 'c'];
const reviews = reviewsOf(ids);

/** Numbers every head and answer of several files differently, as stores that never restored from each other would not. */
function renumbered(files: readonly Review[][], order: readonly number[]): Review[][] {
  let next = 0;
  const seq = () => (order[next++ % order.length] ?? 0) * 1000 + next;
  return files.map((file) =>
    file.map((review) => ({
      ...review,
      seq: seq(),
      answers: Object.fromEntries(
        Object.entries(review.answers).map(([id, answer]) => [id, { ...answer, seq: seq() }]),
      ),
    })),
  );
}

test('a second time changes nothing', () => {
  fc.assert(
    fc.property(reviews, reviews, (here, file) => {
      const once = [...restored(here, file).values()];
      const { reviews, add, change } = planRestore(once, file);
      expect({ reviews, add, change }).toEqual({ reviews: [], add: [], change: [] });
    }),
  );
});

test('nothing with a higher counter is ever lost', () => {
  fc.assert(
    fc.property(reviews, reviews, (here, file) => {
      const after = restored(here, file);
      for (const review of [...here, ...file]) {
        const merged = after.get(review.id) as Review;
        const newer = merged.revision - review.revision || merged.seq - review.seq;
        expect(newer).toBeGreaterThanOrEqual(0);
        for (const [standard, answer] of Object.entries(review.answers)) {
          const now = merged.answers[standard] as Answer;
          expect(now.seq).toBeGreaterThanOrEqual(answer.seq);
          if (now.seq > answer.seq) continue;
          const ours = here.find(({ id }) => id === review.id)?.answers[standard];
          expect(now).toEqual(ours?.seq === answer.seq ? ours : answer);
        }
      }
    }),
  );
});

test('the order of two files makes no difference', () => {
  const order = fc.array(fc.nat(99), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(reviews, reviews, reviews, order, (a, b, c, numbers) => {
      const [here = [], one = [], two = []] = renumbered([a, b, c], numbers);
      const forth = restored([...restored(here, one).values()], two);
      const back = restored([...restored(here, two).values()], one);
      expect(new Map([...back].sort())).toEqual(new Map([...forth].sort()));
    }),
  );
});

test('everything stands in exactly one list, and only what is listed is written', () => {
  fc.assert(
    fc.property(reviews, reviews, (here, file) => {
      const plan = planRestore(here, file);
      const key = ({ review, standard }: RestoreItem) => `${review} ${standard}`;
      const listed = [...plan.add, ...plan.change, ...plan.leave].map(key);
      const present = [...here, ...file].flatMap(({ id, answers }) =>
        [null, ...Object.keys(answers)].map((standard) => `${id} ${standard}`),
      );
      expect(listed.sort()).toEqual([...new Set(present)].sort());
      const written = new Set(plan.reviews.map(({ id }) => id));
      for (const { review } of [...plan.add, ...plan.change]) expect(written).toContain(review);
    }),
  );
});
