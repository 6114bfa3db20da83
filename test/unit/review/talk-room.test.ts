import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitGoals } from '../../../extension/review/talk-room.ts';

const highlights = [
  Array(3).fill('お知らせを出す前に、日付、金額、宛先を元の資料と照らし合わせています。'),
  ['名札を着けています。'],
] as const;
const long = 'あ'.repeat(2000);
const lengthOf = ({ text }: { readonly text: string }) => [...text].length;

test('goals of usual length are whole, whatever else is on the sheet', () => {
  const goals = Array(3).fill('あ'.repeat(95));
  const fitted = fitGoals({ goals, earlier: goals, highlights });
  expect([...fitted.goals, ...fitted.earlier].map(({ isCut }) => isCut)).toEqual(
    Array(6).fill(false),
  );
});

test('one long goal takes the room of short ones, of last year’s too', () => {
  const goals = ['短い', 'あ'.repeat(350), '短い'];
  const fitted = fitGoals({ goals, earlier: ['短い'], highlights });
  expect(fitted.goals.map(({ text }) => text)).toEqual(goals);
});

test('where all are long, this year’s leave two lines to each of last year’s', () => {
  const goals = [long, long, long];
  const fitted = fitGoals({ goals, earlier: goals, highlights });
  expect(
    [...fitted.goals, ...fitted.earlier].every(({ text, isCut }) => isCut && text.endsWith('…')),
  ).toBe(true);
  expect(fitted.earlier.map(lengthOf)).toEqual([99, 99, 99]);
});

test('without anything else there is room for more', () => {
  const among = fitGoals({ goals: [long], earlier: [long], highlights }).goals.map(lengthOf);
  const alone = fitGoals({ goals: [long], earlier: [], highlights: null }).goals.map(lengthOf);
  expect(alone[0]).toBeGreaterThan(among[0] ?? 0);
});

test('a text is whole or told to be cut', () => {
  const texts = fc.array(fc.string({ unit: 'grapheme', maxLength: 900 }), { maxLength: 3 });
  fc.assert(
    fc.property(texts, texts, (goals, earlier) => {
      const fitted = fitGoals({ goals, earlier, highlights });
      const given = [...goals, ...earlier].map((text) => text.replace(/\s+/g, ' ').trim());
      [...fitted.goals, ...fitted.earlier].forEach(({ text, isCut }, index) => {
        expect(isCut).toBe(text !== given[index]);
      });
    }),
  );
});
