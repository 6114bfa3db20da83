import { expect, test } from 'vitest';
import { atStart, good, sheetOf, told } from './told.ts';

test('of two spellings the rarer is remarked on, after all else', () => {
  expect(
    atStart(
      { ...good, target: '分かりやすい表示を窓口に3つ置きます。' },
      { ...good, target: '市民がわかる言葉で、第1・第２係が年2回、分かりやすく努めて伝えます。' },
    ),
  ).toEqual([
    'stiff-word 2.target 努める→…します',
    'spelling 2.target わか→分か',
    'spelling 2.target 第２→第1',
  ]);
});

test('over all sections of a sheet', () => {
  const one = sheetOf({ ...good, target: '窓口でOJTを年2回行います。' });
  const [section] = one.sections;
  const other = {
    division: null,
    section: '総務課',
    targets: [{ no: 1, ...good, target: '窓口でＯＪＴを年2回行います。' }],
  };
  expect(told({ ...one, sections: [section ?? other, other] }, 'start')).toEqual([
    'spelling 1.target ＯＪＴ→OJT',
  ]);
});
