import type { Advice } from './advice.ts';
import { adviseResult } from './coach-result.ts';
import { adviseSection, adviseTarget } from './coach-target.ts';
import { adviseSpelling, adviseWords, textsOf } from './coach-words.ts';
import type { Sheet } from './sheet.ts';

export const phases = ['start', 'end'] as const;
/** Targets are set at the start of the 年度; at its end they stand, and their results are told. */
export type Phase = (typeof phases)[number];

/** The phase a sheet is in: from the first result on, the end. */
export const phaseOf = ({ sections }: Sheet): Phase =>
  sections.some(({ targets }) => targets.some(({ result }) => result)) ? 'end' : 'start';

/**
 * Gentle advice on a sheet, section by section, spelling last: how targets are set (001 §5(2)) at the
 * start, how they are looked back on (001 §5(4)) at the end, and words at both. It never blocks.
 */
export function coach(sheet: Sheet, phase: Phase = phaseOf(sheet)): Advice[] {
  const texts = textsOf(sheet).filter(({ place }) => phase === 'end' || place.field === 'target');
  const own = sheet.sections.flatMap((section) => [
    ...adviseSection(section),
    ...section.targets.flatMap((target) => [
      ...(phase === 'start'
        ? adviseTarget(section.section, target)
        : adviseResult(section.section, target)),
      ...texts
        .filter(({ place }) => place.section === section.section && place.no === target.no)
        .flatMap(adviseWords),
    ]),
  ]);
  return [...own, ...adviseSpelling(texts)];
}
