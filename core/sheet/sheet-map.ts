import { type Problem, type Result, success } from '../result.ts';
import type { GridView } from './grid-view.ts';
import type { Header } from './header.ts';
import type { Heading } from './headings.ts';
import { policyPlaces } from './policy-places.ts';
import { nameKey, type SectionName } from './section-name.ts';
import { sectionPlaces } from './section-places.ts';
import { sheetProblem } from './sheet-problem.ts';
import { type Body, targetRows } from './target-rows.ts';
import type { Pointed, SectionPlace, SheetMap } from './template-map.ts';
import { titleOf } from './title.ts';
import { titledSections, titlesIn } from './titled-sections.ts';

/** A worksheet with a table in it. */
export interface Table {
  readonly view: GridView;
  readonly headings: readonly Heading[];
  readonly headers: readonly [Header, ...Header[]];
}

/** The map of one worksheet. Problems: `column-unclear`, `section-unclear`, `section-twice`. */
export function sheetMap(table: Table, pointed: Pointed): Result<SheetMap> {
  const { view, headings } = table;
  const headers = repeatsOf(table.headers);
  const [header] = headers;
  const refuse = (code: Problem['code'], cell: string | null, params?: Problem['params']) => ({
    ok: false as const,
    problems: [sheetProblem(code, view.grid.name, cell, params)],
  });
  const unclear = headers.flatMap((each) => [...each.unclear])[0] ?? differing(headers);
  if (unclear) return refuse('column-unclear', null, { field: unclear });
  // A card for each target: the heading of the results stands below that of the targets.
  const below = headings.find(
    ({ field, place }) => field === 'result' && place.area.top > header.bottom,
  );
  if (below && !header.spans.has('result')) {
    return refuse('column-unclear', below.place.address, { field: 'result' });
  }

  const titles = header.spans.has('section') ? null : titlesIn(view, header);
  const bodies = bodiesOf(headers, titles?.map(({ row }) => row) ?? []);
  const grouped = titles
    ? titledSections(view, { headers, bodies, titles, given: pointed.section })
    : sectionPlaces(targetRows(view, header, bodies));
  if (!grouped.sections) return refuse('section-unclear', grouped.unclear || null);
  if (!grouped.sections.some(({ targets }) => targets.some(({ cells }) => cells.target))) {
    return refuse('column-unclear', null, { field: 'target' });
  }
  const sections = eachOnce(view, grouped.sections);
  const twice = repeated(sections);
  if (twice) return refuse('section-twice', null, { section: twice.section });
  return success({
    view,
    ...titleOf(view, header.top),
    policies: policyPlaces(view, headings, header.top),
    fields: new Set(header.spans.keys()),
    sections,
  });
}

/**
 * The first header and those that repeat it further down (D48). What has only some of its headings, in
 * the same columns, is a target that reads like a heading.
 */
function repeatsOf([first, ...others]: Table['headers']): Table['headers'] {
  const isPart = ({ spans }: Header) =>
    spans.size < first.spans.size &&
    [...spans].every(([field, { left }]) => first.spans.get(field)?.left === left);
  return [first, ...others.filter((other) => !isPart(other))];
}

/** A field whose column a further header has elsewhere: then it is another table. */
function differing([first, ...others]: Table['headers']) {
  for (const { spans } of others) {
    for (const [field, { left }] of spans) {
      if (first.spans.get(field)?.left !== left) return field;
    }
  }
  return null;
}

/** What stands below each header, as far as the next one or the next title. */
function bodiesOf(headers: Table['headers'], titles: readonly number[]): Body[] {
  const stops = [...titles, ...headers.map(({ top }) => top)];
  return headers.map(({ bottom }) => ({
    from: bottom + 1,
    to: Math.min(...stops.filter((row) => row > bottom), Number.MAX_SAFE_INTEGER) - 1,
  }));
}

/** Sections that stand there again with the same texts are taken once (D48). */
function eachOnce(view: GridView, sections: readonly SectionPlace[]): SectionPlace[] {
  const said = ({ targets }: SectionPlace) =>
    JSON.stringify(
      targets.map(({ cells }) =>
        Object.values(cells).map((cell) => view.grid.cells.get(cell)?.text ?? ''),
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
