import { beforeEach, expect, test } from 'vitest';
import type { Sheet } from '../../../core/sheet/model/sheet.ts';
import { bringTogether, conflicts, settled, sides } from '../../../extension/sheet/conflicts.ts';
import { writing } from '../../../extension/sheet/draft.ts';

const sheet = (...targets: readonly (string | null)[]): Sheet => ({
  fiscalYear: 2026,
  ward: '多摩区',
  policies: [],
  sections: [
    {
      division: null,
      section: '区民課',
      targets: targets.map((target, index) => ({ no: index + 1, target })),
    },
  ],
});
const textsOf = ({ sections }: Pick<Sheet, 'sections'>) =>
  sections[0]?.targets.map(({ target }) => target);

beforeEach(() => {
  writing.value = null;
  sides.value = null;
});

test('what was changed on one side alone comes together unasked', () => {
  const brought = bringTogether(sheet('ここで直した', '元の二'), {
    kind: 'file',
    taken: sheet('元の一', '元の二'),
    now: sheet('元の一', '向こうで直した'),
  });
  expect(textsOf(brought.draft)).toEqual(['ここで直した', '向こうで直した']);
  expect(brought.sides).toBeNull();
});

test('where the file says nothing any more, what was written here stays unasked', () => {
  const brought = bringTogether(sheet('ここで直した'), {
    kind: 'file',
    taken: sheet('元の一'),
    now: sheet(null),
  });
  expect(textsOf(brought.draft)).toEqual(['ここで直した']);
  expect(brought.sides).toBeNull();
});

test.each([
  ['mine', 'ここで一'],
  ['theirs', '向こうで一'],
] as const)('of what was changed on both, %s is taken; the rest stays open', (side, expected) => {
  const brought = bringTogether(sheet('ここで一', 'ここで二'), {
    kind: 'file',
    taken: sheet('元の一', '元の二'),
    now: sheet('向こうで一', '向こうで二'),
  });
  writing.value = brought.draft;
  sides.value = brought.sides;
  expect(conflicts.value.map(({ no, mine, theirs }) => [no, mine, theirs])).toEqual([
    [1, 'ここで一', '向こうで一'],
    [2, 'ここで二', '向こうで二'],
  ]);
  const [first] = conflicts.value;
  const after = first && settled(first, side);
  expect(after && textsOf(after.draft)).toEqual([expected, 'ここで二']);
  writing.value = after?.draft ?? null;
  sides.value = after?.sides ?? null;
  expect(conflicts.value.map(({ no }) => no)).toEqual([2]);
  const [second] = conflicts.value;
  expect(second && settled(second, 'theirs')?.sides).toBeNull();
});

test('what two pages wrote is asked about again until it is settled, and then agrees', () => {
  const saved = sheet('元の一');
  const theirs = {
    ...sheet('向こうで一'),
    before: { policies: [], sections: [] },
    seq: 7,
    at: '2026-04-10T10:00:00+09:00',
  };
  const brought = bringTogether(sheet('ここで一'), { kind: 'page', taken: saved, now: theirs });
  writing.value = brought.draft;
  sides.value = brought.sides;
  const [only] = conflicts.value;
  const after = only && settled(only, 'mine');
  expect(after && textsOf(after.draft)).toEqual(['ここで一']);
  expect(after?.sides).toBeNull();
  // Typing what the other page says settles it too.
  writing.value = sheet('向こうで一');
  expect(conflicts.value).toEqual([]);
});
