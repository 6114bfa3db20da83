import { clauses } from '../clauses.ts';
import type { Rule } from '../rule.ts';
import { said } from '../texts.ts';

/** A result that says itself that something was missed … */
const missed =
  /できません|できなかった|できていな|できず|至りません|至らな|未達|未実施|見送|実施しなかった|下回/;
/** … or what comes next. */
const ahead = /今後|来年度|次年度|翌年度|来期|引き続き|これから|年度は/;

/** Where a target was missed, it is told what is done about it. */
export const noCountermeasure: Rule = {
  code: 'no-countermeasure',
  of: 'target',
  phase: 'end',
  clause: clauses['no-countermeasure'],
  check: ({ target, result, achievement, countermeasure }) => {
    const told = said(result);
    if (said(target) === null || told === null || said(countermeasure) !== null) return null;
    const saysSo = !achievement && missed.test(told) && !ahead.test(told);
    return achievement === 'missed' || saysSo ? { field: 'countermeasure', params: {} } : null;
  },
};
