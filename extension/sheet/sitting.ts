import { computed } from '@preact/signals';
import type { SectionName } from '../../core/sheet/section-name.ts';
import type { Sheet } from '../../core/sheet/sheet.ts';
import { told } from './at-hand.ts';
import { isNamed, nothing, says, sectionKey } from './draft-texts.ts';
import { taken, writing } from './writing.ts';

/** All sections that were at hand, in one sheet, as they are by now: they are saved together. Those in which nothing is told nor was are left out. */
export const sitting = computed<Sheet | null>(() => {
  const { value: now } = writing;
  if (!now) return null;
  const inFile = told.value?.ok ? told.value.value.sections : [];
  const sections = [...taken.value.values()].flatMap((sheet) => {
    if (sectionKey(sheet) === sectionKey(now)) return now.sections;
    return sheet.fiscalYear === now.fiscalYear
      ? sheet.sections.filter((own) => says(sheet) !== nothing || inFile.some(isNamed(own)))
      : [];
  });
  // In the workbook's order; new ones after all others.
  const place = (own: SectionName) => inFile.findIndex(isNamed(own)) >>> 0;
  sections.sort((one, other) => place(one) - place(other));
  return { ...now, sections };
});
