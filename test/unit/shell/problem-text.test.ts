import { expect, test } from 'vitest';
import { problemCodes } from '../../../core/result.ts';
import { nextStep, placeText, problemText } from '../../../extension/shell/problem-text.tsx';
import ja from '../../../locales/ja.json' with { type: 'json' };

/** Whatever any of the texts asks for. */
const names = Object.values(ja).flatMap((text) => text.match(/(?<=\{)\w+(?=\})/g) ?? []);
const params = {
  ...Object.fromEntries(names.map((name) => [name, 'x'])),
  found: 'furikaeri.review/1',
};

test.each(problemCodes)('%s says what is wrong and what to do next', (code) => {
  const texts = [problemText({ code, path: '', params }), nextStep({ code, path: '' })];
  for (const text of texts) {
    expect(text).toMatch(/。$/);
    expect(text).not.toMatch(/[{}]|undefined/);
  }
});

test.each([
  ['12:5', '12行目の5文字目'],
  ['savedAt', '保存した日時'],
  [
    'reviews[1].answers.phone-name-first.rating',
    '振り返り 2番目 ＞ 答え ＞ phone-name-first ＞ 評価',
  ],
  ['reviews[0].goals[2].text', '振り返り 1番目 ＞ 目標 3番目 ＞ 文'],
  ['standards[0].philosophies[1]', '項目 1番目 ＞ 理念 2番目'],
  ['toString', 'toString'],
])('the place %s', (path, place) => {
  expect(placeText(path)).toBe(place);
});

test.each([
  [{ code: 'not-json', path: '3:14' }, /。（場所：3行目の14文字目）$/],
  [{ code: 'other-format', path: 'format', params }, /提出用ファイル/],
  [{ code: 'checksum-differs', path: 'checksum' }, /変わっています。$/],
] as const)('%o', (problem, wording) => {
  expect(problemText(problem)).toMatch(wording);
});
