import { describe, expect, test } from 'vitest';
import { inSheet, inValue, type Location, problemCodes, whole } from '../../../core/result.ts';
import ja from '../../../locales/ja.json' with { type: 'json' };
import { nextStep, placeText, problemText } from '../../../locales/problem-text.ts';

/** Whatever any of the texts asks for. */
const names = Object.values(ja).flatMap((text) => text.match(/(?<=\{)\w+(?=\})/g) ?? []);
const params = Object.fromEntries(
  names.filter((name) => name !== 'sheet').map((name) => [name, 'x']),
);
const cell = inSheet('様式', 'D12');

describe.each(problemCodes)('%s', (code) => {
  test.each(code === 'sheet-not-found' ? [cell] : [cell, whole])(
    'says what is wrong and what to do next, at %o',
    (at) => {
      const problem = { code, at, params };
      const text = problemText(problem);
      expect(text).toMatch(/[。）]$/);
      const said = text + (nextStep(problem) ?? '');
      expect(said).toMatch(/ください/);
      expect(said).not.toMatch(/[{}]|undefined/);
    },
  );

  test('names the cell', () => {
    const text = problemText({ code, at: cell, params });
    if (code === 'sheet-not-found') expect(text).toBe('「様式」という名前のシートがありません。');
    else if (code !== 'checksum-differs') expect(text).toMatch(/（場所：様式　D12）$/);
  });
});

test.each<[Location, string]>([
  [{ kind: 'line', line: 12, column: 5 }, '12行目の5文字目'],
  [inValue('savedAt'), '保存した日時'],
  [
    inValue('reviews[1].answers.phone-name-first.rating'),
    '振り返り 2番目 ＞ 答え ＞ phone-name-first ＞ 評価',
  ],
  [inValue('reviews[0].goals[2].text'), '振り返り 1番目 ＞ 目標 3番目 ＞ 文'],
  [inValue('standards[0].philosophies[1]'), '項目 1番目 ＞ 理念 2番目'],
  [inValue('toString'), 'toString'],
  [inSheet('一覧!表'), '一覧!表'],
  [inSheet('一覧!表', '7'), '一覧!表　7行目'],
  [inSheet('一覧!表', 'D7'), '一覧!表　D7'],
  [{ kind: 'part', part: 'xl/workbook.xml' }, ''],
  [{ kind: 'name', name: '印刷範囲' }, ''],
  [whole, ''],
])('the place %o', (at, place) => {
  expect(placeText(at)).toBe(place);
});

test.each([
  [{ code: 'not-json', at: { kind: 'line', line: 3, column: 14 } }, /。（場所：3行目の14文字目）$/],
  [
    { code: 'other-format', at: inValue('format'), params: { found: 'furikaeri.review/1' } },
    /提出用ファイル/,
  ],
  [{ code: 'checksum-differs', at: inValue('checksum') }, /変わっています。$/],
  [
    { code: 'no-section', at: inValue('sections[0].section'), params: { section: '税務課' } },
    /^「税務課」.*ください。$/,
  ],
  [
    { code: 'too-long', at: cell, params: { max: 10, over: 3, field: 'result', no: 2 } },
    /^目標2の「実施結果」が、3文字長すぎます。10文字までです。/,
  ],
  [
    { code: 'too-long', at: cell, params: { max: 10, over: 3, field: 'section', no: 0 } },
    /^「部署名」が、3文字/,
  ],
  [
    {
      code: 'year-differs',
      at: inSheet('様式'),
      params: { year: 2026, yearTitle: '令和8年度', found: 2025, foundTitle: '令和7年度' },
    },
    /^シートは令和7年度（2025年度）、書き込む内容は令和8年度（2026年度）のものです。/,
  ],
  [{ code: 'no-column', at: cell, params: { no: 2, field: 'result' } }, /目標2の「実施結果」/],
] as const)('%o', (problem, wording) => {
  expect(problemText(problem)).toMatch(wording);
});

test('a password of Excel is taken off in Excel, one of ours is typed in', () => {
  expect(nextStep({ code: 'encrypted', at: whole })).toBe(ja['sheet.nextEncrypted']);
  expect(nextStep({ code: 'encrypted', at: inValue('encrypted') })).toBe(ja['next.passphrase']);
});
