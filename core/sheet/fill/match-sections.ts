import { inValue, type Problem } from '../../result.ts';
import { namePrefix } from '../form/given.ts';
import { isWritten, type Places, type SectionPlace } from '../form/places.ts';
import type { Sheet, SheetSection } from '../model/sheet.ts';
import { findSections } from '../session/section-id.ts';

export interface Match {
  readonly section: SheetSection;
  readonly place: SectionPlace;
}

/**
 * Which of a form's places each section of a sheet has: by its name (see `findSections`), else the next
 * place that waits for a name and holds nothing yet.
 * Problems: `no-section`, `section-twice`, and `place-unclear` where several places wait for a name (param
 * `section`; each at a value of the sheet).
 */
export function matchSections(
  places: Places,
  { sections }: Sheet,
): { readonly matches: readonly Match[]; readonly problems: readonly Problem[] } {
  const named = places.sections.filter(({ section }) => section !== '');
  const free = places.sections.filter((place) => place.section === '' && isBlank(places, place));
  // Which of several open places is whose a person would ask; in our own templates it is the next.
  const nextFree = () => (free.length === 1 || isOurs(places) ? free.shift() : undefined);
  const matches: Match[] = [];
  const problems: Problem[] = [];
  const taken = new Set<SectionPlace>();
  for (const [index, section] of sections.entries()) {
    const found = findSections(named, section);
    const place = found.length === 0 ? nextFree() : found.length === 1 ? found[0] : undefined;
    const problem = (code: Problem['code']) =>
      problems.push({
        code,
        at: inValue(`sections[${index}].section`),
        params: { section: section.section },
      });
    if (found.length > 1) problem('section-twice');
    else if (!place && free.length > 0) problem('place-unclear');
    else if (!place) problem('no-section');
    else if (taken.has(place)) problem('section-twice');
    else {
      taken.add(place);
      matches.push({ section, place });
    }
  }
  return { matches, problems };
}

const isOurs = ({ views }: Places): boolean =>
  [...views.values()].some(({ grid }) =>
    grid.names.some(({ name }) => name.toLowerCase().startsWith(namePrefix)),
  );

const isBlank = (places: Places, { targets }: SectionPlace): boolean =>
  targets.every(({ cells }) =>
    [cells.target, cells.result].every((cell) => cell === undefined || !isWritten(places, cell)),
  );
