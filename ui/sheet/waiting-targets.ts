import type { SectionName } from '../../core/sheet/section-name.ts';
import type { Sheet, Target } from '../../core/sheet/sheet.ts';
import type { SectionPlace, SheetMap, TemplateMap } from '../../core/sheet/template-map.ts';

/** The section's targets as the workbook has them, and empty ones for the rows that wait, up to three. */
export function targetsIn(sheet: Sheet, place: SectionPlace): Target[] {
  const known =
    sheet.sections.find(
      ({ division, section }) => section === place.section && division === place.division,
    )?.targets ?? [];
  const rows = place.targets.filter(({ hidden }) => !hidden).length;
  const last = Math.max(1, Math.min(3, rows), ...known.map(({ no }) => no));
  return Array.from({ length: last }, (_, index) => {
    const no = index + 1;
    return known.find((target) => target.no === no) ?? { no, target: null, result: null };
  });
}

/** A section as a draft begins: alone in the sheet, with what stands in its place. */
export const sectionSheet = (
  sheet: Sheet,
  { division, section }: SectionName,
  place: SectionPlace | null,
): Sheet => ({
  ...sheet,
  sections: [{ division, section, targets: place ? targetsIn(sheet, place) : [] }],
});

/** How many of the ward's policies a workbook has a place for. */
export const policySlots = (sheets: readonly SheetMap[]): number =>
  Math.max(0, ...sheets.map(({ policies }) => policies.length));

/** The sheet as the workbook is to hold it: without the empty targets that were put on and never written. */
export function toWrite({ sheets }: TemplateMap, sheet: Sheet): Sheet {
  const places = sheets.flatMap(({ sections }) => sections);
  const rowsOf = (name: string) =>
    Math.max(
      0,
      ...places
        .filter(({ section }) => section === '' || section === name)
        .map(({ targets }) => targets.length),
    );
  return {
    ...sheet,
    // What another template had room for stays in the draft.
    policies: sheet.policies.slice(0, policySlots(sheets)),
    sections: sheet.sections.map((section) => {
      const rows = rowsOf(section.section);
      return {
        ...section,
        targets: section.targets.filter(({ no, target, result }) => no <= rows || target || result),
      };
    }),
  };
}
