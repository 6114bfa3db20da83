import type { Places, SectionPlace } from '../form/places.ts';
import type { SectionName } from '../model/section-name.ts';
import type { Sheet, Target } from '../model/sheet.ts';
import { withPending } from './pending.ts';
import { findSection, findSections } from './section-id.ts';

/** The section's targets as the workbook has them, and empty ones for the rows that wait, up to three. */
export function targetsIn(sheet: Sheet, place: SectionPlace): readonly Target[] {
  const { division, section } = place;
  const own = sheet.sections.find(
    (each) => each.section === section && each.division === division,
  ) ?? { division, section, targets: [] };
  const rows = place.targets.filter(({ hidden }) => !hidden).length;
  return withPending(own, rows).targets;
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

/** The place of a section in a workbook: by its name, else the first that waits for one. */
export const placeOf = ({ sections }: Places, name: SectionName): SectionPlace | null => {
  const named = sections.filter(({ section }) => section !== '');
  const place = findSection(named, name) ?? findSections(named, name)[0];
  return place ?? sections.find(({ section }) => section === '') ?? null;
};

/** How many of the ward's policies a workbook has a place for. */
export function policySlots({ policies }: Places): number {
  const [first] = policies;
  return policies.filter(({ sheet }) => sheet === first?.sheet).length;
}
