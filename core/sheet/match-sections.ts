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
 * Which of a template's places each section of a sheet has: by its name, or by the name without 課 or
 * 担当 where only one is so, and never where both tell divisions that differ; else the next place that
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
  const byName = placesBy(nameKey, named);
  const byLooseName = placesBy(looseKey, named);
  const candidates = ({ division, section }: SheetSection): readonly Named[] => {
    const exact = byName(section);
    const found = exact.length > 0 ? exact : byLooseName(section);
    if (division === null) return found;
    // 管理課 of one division is not that of another.
    const own = found.filter(({ place }) => nameKey(place.division ?? '') === nameKey(division));
    return own.length > 0 ? own : found.filter(({ place }) => place.division === null);
  };
  const matches: Match[] = [];
  const problems: Problem[] = [];
  const taken = new Set<SectionPlace>();
  for (const [index, section] of sections.entries()) {
    const found = candidates(section);
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

interface Named {
  readonly map: SheetMap;
  readonly place: SectionPlace;
}

/** Places by a key of their names. */
function placesBy(key: (text: string) => string, places: readonly Named[]) {
  const found = new Map<string, Named[]>();
  for (const each of places) {
    const own = key(each.place.section);
    const others = found.get(own);
    if (others) others.push(each);
    else found.set(own, [each]);
  }
  return (text: string): readonly Named[] => found.get(key(text)) ?? [];
}

const isBlank = ({ view }: SheetMap, { targets }: SectionPlace): boolean =>
  targets.every(({ cells }) =>
    [cells.target, cells.result].every(
      (cell) => cell === undefined || !view.grid.cells.get(cell)?.text.trim(),
    ),
  );
