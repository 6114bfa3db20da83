import { clauses } from '../clauses.ts';
import type { Rule } from '../rule.ts';
import { promised } from '../texts.ts';

/** A number, a date, how often, or by whom: anything one can see at the year's end. */
const measure =
  /[0-9０-９①-⑳%％割]|[一二三四五六七八九十百数][つ回件日週月年人枚度]|毎[日朝週月年回度]|週に|月に|年に|半年|四半期|上半期|下半期|上期|下期|年度内|年内|年度末|まで|以内|以上|以下|全員|全て|すべて|必ず|ゼロ/;

/** A target can be verified. */
export const noMeasure: Rule = {
  code: 'no-measure',
  of: 'target',
  phase: 'start',
  clause: clauses['no-measure'],
  check: (target) => {
    const text = promised(target);
    return text === null || measure.test(text) ? null : { field: 'target', params: {} };
  },
};
