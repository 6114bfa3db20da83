import type { Advice } from './advice.ts';
import { plainText } from './cell-text.ts';
import type { Target } from './sheet.ts';
import { similarity } from './similarity.ts';

/** Advice on how a 年度 is looked back on (001 §5(4)). */

/** From here on a result is its target once more. */
const repeats = 0.9;

/** A result that says itself that something was missed … */
const missed =
  /できません|できなかった|できていな|できず|至りません|至らな|未達|未実施|見送|実施しなかった|下回/;
/** … or what comes next. */
const ahead = /今後|来年度|次年度|翌年度|来期|引き続き|これから|年度は/;

export function adviseResult(section: string, one: Target): Advice[] {
  const target = plainText(one.target ?? '');
  const result = plainText(one.result ?? '');
  if (target === null) return [];
  const place = { section, no: one.no, field: 'result' } as const;
  const clause = '001 §5(4)';
  if (result === null) return [{ code: 'no-result', place, params: {}, clause }];
  const advice: Advice[] = [];
  const share = similarity(target, result);
  if (share >= repeats) {
    const params = { percent: Math.floor(share * 100) };
    advice.push({ code: 'result-repeats', place, params, clause });
  }
  const said = !one.achievement && missed.test(result) && !ahead.test(result);
  if ((one.achievement === 'missed' || said) && !plainText(one.countermeasure ?? '')) {
    const next = { ...place, field: 'countermeasure' } as const;
    advice.push({ code: 'no-countermeasure', place: next, params: {}, clause });
  }
  return advice;
}
