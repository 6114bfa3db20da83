import { computed } from '@preact/signals';
import type { SectionName } from '../../core/sheet/model/section-name.ts';
import type { Sheet } from '../../core/sheet/model/sheet.ts';
import { isEmpty, sectionKey } from '../../core/sheet/session/draft-texts.ts';
import { findSection } from '../../core/sheet/session/section-id.ts';
import { parsedSheet } from './current-workbook.ts';
import { writing } from './draft.ts';
import { visitedSections } from './writing.ts';

/** All sections that were visited, in one sheet, as they are by now: they are saved together. Those in which nothing is told nor was are left out. */
export const combinedSheet = computed<Sheet | null>(() => {
  const { value: now } = writing;
  if (!now) return null;
  const inFile = parsedSheet.value?.ok ? parsedSheet.value.value.sections : [];
  const sections = [...visitedSections.value.values()].flatMap((sheet) => {
    if (sectionKey(sheet) === sectionKey(now)) return now.sections;
    return sheet.fiscalYear === now.fiscalYear
      ? sheet.sections.filter((own) => !isEmpty(own) || findSection(inFile, own) !== null)
      : [];
  });
  // In the workbook's order; new ones after all others.
  const place = (own: SectionName) => {
    const found = findSection(inFile, own);
    return found ? inFile.indexOf(found) : inFile.length;
  };
  sections.sort((one, other) => place(one) - place(other));
  return { ...now, sections };
});
