import type { Problem } from '../result.ts';
import { looseKey, nameKey } from './section-name.ts';
import type { Sheet, SheetSection } from './sheet.ts';
import type { SectionPlace, SheetMap, TemplateMap } from './template-map.ts';

export interface Match {
  readonly section: SheetSection;
  readonly map: SheetMap;
  readonly place: SectionPlace;
}

/**
 * Which of a template's places each section of a sheet has: by its name; where several have that, by
 * the division; else by the name without 課 or 担当 where only one is so; else the next place that
 * waits for a name and holds nothing yet.
 * Problems: `no-section`, `section-twice` (param `section`, path in the sheet's file).
 */
export function matchSections(
  { sheets }: TemplateMap,
  { sections }: Sheet,
): { readonly matches: readonly Match[]; readonly problems: readonly Problem[] } {
  const all = sheets.flatMap((map) => map.sections.map((place) => ({ map, place })));
  const named = all.filter(({ place }) => place.section !== '');
  const free = all.filter((each) => each.place.section === '' && isBlank(each.map, each.place));
  const matches: Match[] = [];
  const problems: Problem[] = [];
  const taken = new Set<SectionPlace>();
  for (const [index, section] of sections.entries()) {
    const found = candidates(named, section);
    const match = found.length === 0 ? free.shift() : found.length === 1 ? found[0] : undefined;
    const problem = (code: Problem['code']) =>
      problems.push({
        code,
        path: `sections[${index}].section`,
        params: { section: section.section },
      });
    if (found.length > 1) problem('section-twice');
    else if (!match) problem('no-section');
    else if (taken.has(match.place)) problem('section-twice');
    else {
      taken.add(match.place);
      matches.push({ section, ...match });
    }
  }
  return { matches, problems };
}

function candidates<T extends { readonly place: SectionPlace }>(
  named: readonly T[],
  { division, section }: SheetSection,
): T[] {
  const by = (key: (text: string) => string) => {
    const wanted = key(section);
    return named.filter(({ place }) => key(place.section) === wanted);
  };
  const found = by(nameKey);
  if (found.length > 1 && division !== null) {
    const wanted = nameKey(division);
    return found.filter(({ place }) => nameKey(place.division ?? '') === wanted);
  }
  return found.length > 0 ? found : by(looseKey);
}

const isBlank = ({ view }: SheetMap, { targets }: SectionPlace): boolean =>
  targets.every(({ cells }) =>
    [cells.target, cells.result].every(
      (cell) => cell === undefined || !view.grid.cells.get(cell)?.text.trim(),
    ),
  );
