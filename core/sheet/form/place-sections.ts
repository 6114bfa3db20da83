import type { SheetField } from '../model/fields.ts';
import { nameKey, type SectionName } from '../model/section-name.ts';
import type { Alignment } from './align.ts';
import type { Form } from './form.ts';
import type { GridView } from './grid-view.ts';
import { worksheetNumber } from './place-cards.ts';
import type { SectionPlace } from './places.ts';
import type { SheetTitle } from './title.ts';

/** The sections of a form's worksheets, told apart or put together. */

/** One worksheet of a form, its places found. */
export interface Placed {
  readonly view: GridView;
  readonly alignment: Alignment;
  readonly title: SheetTitle;
  readonly fields: readonly SheetField[];
  readonly sections: readonly SectionPlace[];
}

/** Worksheets of one target each: those that name the same section are its targets, in the order of their numbers. */
export function oneAfterTheOther(form: Form, placed: readonly Placed[]): SectionPlace[] {
  const cell = form.targets.kind === 'rows' ? undefined : numberCellOf(form);
  const numbered = placed.map((one, index) => ({
    one,
    no: worksheetNumber(one.view, (cell && one.alignment.cell(cell)) || undefined) ?? index + 1,
  }));
  const sections = new Map<string, SectionPlace>();
  for (const { one } of numbered.toSorted((a, b) => a.no - b.no)) {
    for (const place of one.sections) {
      // A slip that does not tell its section yet is of the same as the others.
      const key = place.section ? sectionKey(place) : ([...sections.keys()][0] ?? '');
      const before = sections.get(key);
      sections.set(
        key,
        before
          ? {
              ...before,
              nameCells: [...before.nameCells, ...place.nameCells],
              targets: [...before.targets, ...place.targets],
            }
          : place,
      );
    }
  }
  return [...sections.values()];
}

function numberCellOf({ targets }: Form): string | undefined {
  if (targets.kind === 'blocks') return targets.cells.no;
  return targets.kind === 'cells' ? targets.list[0]?.no : undefined;
}

/**
 * Worksheets whose sections are all apart; where the same names stand in several, each worksheet is a
 * division's, named by its tab. Null where a section stands in two, or a worksheet has free places
 * beside another.
 */
export function distinctSections(placed: readonly Placed[]): readonly Placed[] | null {
  const all = placed.flatMap(({ sections }) => sections);
  if (!all.every(({ section }) => section !== '')) return null;
  if (!repeated(all)) return placed;
  const named = placed.map((one) => ({
    ...one,
    sections: one.sections.map((place) => ({
      ...place,
      division: place.division ?? one.view.grid.name,
    })),
  }));
  const severalEach = placed.every(({ sections }) => sections.length > 1);
  return severalEach && !repeated(named.flatMap(({ sections }) => sections)) ? named : null;
}

/** Without those that are hidden as a whole, last year's for instance, and stand in sight again. */
export function shownOnce(sections: readonly SectionPlace[]): SectionPlace[] {
  const isHidden = ({ targets }: SectionPlace) => targets.every(({ hidden }) => hidden);
  const shown = new Set(sections.filter((each) => !isHidden(each)).map(sectionKey));
  return sections.filter((each) => !(isHidden(each) && shown.has(sectionKey(each))));
}

/** Sections that stand there again with the same texts are taken once. */
export function eachOnce(view: GridView, sections: readonly SectionPlace[]): SectionPlace[] {
  const said = ({ targets }: SectionPlace) =>
    JSON.stringify(
      targets.map(({ cells }) =>
        Object.values(cells).map(({ cell }) => view.grid.cells.get(cell)?.text ?? ''),
      ),
    );
  const known = new Map<string, number>();
  const once: SectionPlace[] = [];
  for (const section of sections) {
    const key = section.section && sectionKey(section);
    const at = key === '' ? undefined : known.get(key);
    const first = at === undefined ? undefined : once[at];
    if (at !== undefined && first && said(first) === said(section)) {
      once[at] = { ...first, copied: true };
    } else {
      if (key !== '') known.set(key, once.length);
      once.push(section);
    }
  }
  return once;
}

/** The first section that has the name and division of one before it. */
export function repeated<T extends SectionName>(sections: readonly T[]): T | undefined {
  const known = new Set<string>();
  return sections.find((section) => {
    if (section.section === '') return false;
    const key = sectionKey(section);
    const again = known.has(key);
    known.add(key);
    return again;
  });
}

const sectionKey = ({ section, division }: SectionName): string =>
  `${nameKey(section)}\n${division ?? ''}`;
