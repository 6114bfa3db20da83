import fc from 'fast-check';
import { expect, test } from 'vitest';
import { appendableFields, appended, detached } from '../../../core/sheet/fill/append.ts';
import { planFill } from '../../../core/sheet/fill/fill.ts';
import { readSheet } from '../../../core/sheet/fill/read-sheet.ts';
import { viewOf } from '../../../core/sheet/form/grid-view.ts';
import type { Places } from '../../../core/sheet/form/places.ts';
import { located } from '../../../core/sheet/form/recognize.ts';
import { plainText } from '../../../core/sheet/model/cell-text.ts';
import { achievements, type Target } from '../../../core/sheet/model/sheet.ts';
import { applied, drawn } from './grids.ts';

test('a paragraph each, behind the result', () => {
  const target: Target = {
    no: 1,
    result: '待ち時間が減りました。',
    midResult: '掲示を始めました。',
    achievement: 'mostly',
    countermeasure: '案内を増やします。\n研修もします。',
  };
  const text = appended(target, appendableFields, appendableFields);
  expect(text).toBe(
    '待ち時間が減りました。\n中間の結果：掲示を始めました。\n【おおむね達成】\n今後の対応方策：案内を増やします。\n研修もします。',
  );
  const { no: _, ...told } = target;
  expect(detached(text, appendableFields)).toEqual(told);
});

test('only what the form says, and nothing without a result', () => {
  const target: Target = { no: 1, result: '結果', achievement: 'achieved', countermeasure: '方策' };
  expect(appended(target, ['achievement', 'countermeasure'], ['achievement'])).toBe(
    '結果\n【達成】',
  );
  expect(appended(target, ['countermeasure'], appendableFields)).toBe('結果\n今後の対応方策：方策');
  expect(appended(target, [], appendableFields)).toBe('結果');
  expect(appended({ ...target, result: null }, ['achievement'], appendableFields)).toBeNull();
  expect(appended({ no: 1, result: '結果' }, ['achievement'], appendableFields)).toBe('結果');
});

test.each([
  // Brackets of the result's own say no word of ours.
  ['結果\n【優秀な取組】', { result: '結果\n【優秀な取組】' }],
  ['結果\n【達成】\nあとから書いた行', { result: '結果\n【達成】\nあとから書いた行' }],
  // A result that only says so stays one.
  ['【達成】', { result: '【達成】' }],
  ['今後の対応方策：案内を増やします。', { result: '今後の対応方策：案内を増やします。' }],
  ['結果\n【達成】', { result: '結果', achievement: 'achieved' }],
  [null, { result: null }],
])('read back: %j', (text, is) => {
  expect(detached(text, appendableFields)).toEqual(is);
});

test('what is not to be appended is read as it stands', () => {
  expect(detached('結果\n【達成】', [])).toEqual({ result: '結果\n【達成】' });
});

const words = fc
  .array(fc.constantFrom('あ', '。', '、', '（', '3', ' ', '\n', '【', '】', '：'), {
    maxLength: 30,
  })
  .map((signs) => plainText(signs.join('')));

test('whatever is appended is read back', () => {
  const targets = fc.record({
    no: fc.constant(1),
    result: words,
    midResult: words,
    achievement: fc.option(fc.constantFrom(...achievements)),
    countermeasure: words,
  });
  fc.assert(
    fc.property(targets, (target) => {
      fc.pre(target.result !== null);
      const text = appended(target, appendableFields, appendableFields);
      const read = {
        midResult: null,
        achievement: null,
        countermeasure: null,
        ...detached(text, appendableFields),
      };
      expect({ no: 1, ...read }).toEqual(target);
    }),
    { numRuns: 2_000 },
  );
});

test('through a worksheet: filled, told where it is not, and read back', () => {
  const grid = drawn('部署名 | 番号 | 目標 | 実施結果\n総務課 | 1 | |\n | 2 | |');
  const found = located([grid]);
  const places = found.ok ? found.value : expect.unreachable();
  const appending: Places = { ...places, form: { ...places.form, append: appendableFields } };
  const target: Target = {
    no: 1,
    target: '待ち時間を3分以内にします。',
    result: '3分になりました。',
    achievement: 'achieved',
    countermeasure: '続けます。',
  };
  const sheet = {
    fiscalYear: null,
    ward: null,
    policies: [],
    sections: [{ division: null, section: '総務課', targets: [target] }],
  };
  const without = planFill(places, sheet);
  expect(
    without.ok && without.value.notices.map(({ code, params }) => `${code} ${params?.field}`),
  ).toEqual(['not-in-form achievement', 'not-in-form countermeasure']);
  const plan = planFill(appending, sheet);
  const [one] = plan.ok ? plan.value.plans : [];
  expect(plan.ok && plan.value.notices).toEqual([]);
  const after = applied(grid, one ?? expect.unreachable());
  expect(after.cells.get('D2')?.text).toBe(
    '　3分になりました。\n　【達成】\n　今後の対応方策：続けます。',
  );
  const again = { ...appending, views: new Map([['様式', viewOf(after)]]) };
  const read = readSheet(again);
  expect(read.ok && read.value.sections[0]?.targets).toEqual([target]);
});
