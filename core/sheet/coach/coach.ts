import type { Sheet, SheetSection } from '../model/sheet.ts';
import { type Phase, phaseOf } from '../session/phase.ts';
import type { Advice, AdvicePlace } from './advice.ts';
import type { Finding, Rule } from './rule.ts';
import { manyTargets } from './rules/many-targets.ts';
import { noCountermeasure } from './rules/no-countermeasure.ts';
import { noLink } from './rules/no-link.ts';
import { noMeasure } from './rules/no-measure.ts';
import { noResult } from './rules/no-result.ts';
import { noTarget } from './rules/no-target.ts';
import { notCitizen } from './rules/not-citizen.ts';
import { resultRepeats } from './rules/result-repeats.ts';
import { spelling } from './rules/spelling.ts';
import { stiffWord } from './rules/stiff-word.ts';
import { typo } from './rules/typo.ts';
import { textsOf } from './texts.ts';

/** In the order in which they are told. */
export const rules: readonly Rule[] = [
  noTarget,
  manyTargets,
  noLink,
  noMeasure,
  notCitizen,
  noResult,
  resultRepeats,
  noCountermeasure,
  stiffWord,
  typo,
  spelling,
];

/**
 * Gentle advice on a sheet, section by section and target by target, what concerns the whole sheet
 * last: how targets are set (001 §5(2)) at the start, how they are looked back on (001 §5(4)) at the
 * end, and words at both. It never blocks.
 */
export function coach(sheet: Sheet, phase: Phase = phaseOf(sheet)): Advice[] {
  const asked = rules.filter((rule) => rule.phase === null || rule.phase === phase);
  const texts = sheet.sections.flatMap((section) => textsOf(section, phase));
  return [
    ...sheet.sections.flatMap((section) => adviceOn(section, phase, asked)),
    ...asked.flatMap((rule) =>
      rule.of === 'sheet'
        ? rule.check(texts).map(({ place, params }) => adviceOf(rule, place, params))
        : [],
    ),
  ];
}

function adviceOn(own: SheetSection, phase: Phase, asked: readonly Rule[]): Advice[] {
  const { section } = own;
  const texts = textsOf(own, phase);
  const found = (rule: Rule, no: number | null, finding: Finding | null): Advice[] =>
    finding ? [adviceOf(rule, { section, no, field: finding.field }, finding.params)] : [];
  return [
    ...asked.flatMap((rule) => (rule.of === 'section' ? found(rule, null, rule.check(own)) : [])),
    ...own.targets.flatMap((target) => [
      ...asked.flatMap((rule) =>
        rule.of === 'target' ? found(rule, target.no, rule.check(target)) : [],
      ),
      ...texts
        .filter(({ place }) => place.no === target.no)
        .flatMap(({ place, text }) =>
          asked.flatMap((rule) =>
            rule.of === 'text'
              ? rule.check(text).map((params) => adviceOf(rule, place, params))
              : [],
          ),
        ),
    ]),
  ];
}

const adviceOf = (
  { code, clause }: Rule,
  place: AdvicePlace,
  params: Finding['params'],
): Advice => ({ code, place, params, clause });
