import { parseAddress } from '../../xlsx/address.ts';
import type { SheetField } from '../model/fields.ts';
import { parseSectionName, type SectionName } from '../model/section-name.ts';
import type { Alignment } from './align.ts';
import { labelKey } from './align.ts';
import { foreignRows } from './foreign.ts';
import type { Form, Span, TargetRows } from './form.ts';
import type { GridView, Place } from './grid-view.ts';
import { type Label, labelsOf } from './labels.ts';
import type { PlaceOptions, SectionPlace } from './places.ts';
import { type Body, type TargetRow, targetRows } from './rows.ts';
import { countsOn, type Grouped, outOfOrder, placeOf, sectionsOf } from './sections.ts';
import { linesOfNames, type Title, tabTitle, titlesIn } from './titles.ts';

interface Rows {
  readonly top: number;
  readonly bottom: number;
}

/** A table of a form in one worksheet. */
export interface PlacedTable {
  /** The first header and those that repeat it further down, as on each page of 004. */
  readonly headers: readonly Rows[];
  readonly spans: ReadonlyMap<SheetField, Span>;
  readonly grouped: Grouped;
}

/** The sections and targets of a table, where its header and columns are known; null where a column can't be told. */
export function placeTable(
  view: GridView,
  form: Pick<Form, 'cells'> & { readonly targets: TargetRows },
  alignment: Alignment,
  options: PlaceOptions,
): PlacedTable | null {
  const { header, columns } = form.targets;
  const top = alignment.row(header.top);
  const bottom = Math.max(top + header.bottom - header.top, alignment.row(header.bottom));
  const spans = new Map<SheetField, Span>();
  for (const [field, letters] of Object.entries(columns) as [SheetField, string][]) {
    const column = alignment.column(parseAddress(`${letters}1`)?.column ?? 1);
    if (column === null) return null;
    const { area } = view.at(bottom, column);
    spans.set(field, { left: column, right: Math.max(column, area.right) });
  }
  const headers = headersLike(view, { top, bottom }, spans);
  const isForeignRow = foreignRows(view, options.fiscalYear ?? null);
  // Last year's table below, its header the same: what stands under it is none of this.
  const isOwn = ({ from }: Body) => isForeignRow(top) || !isForeignRow(from - 1);
  if (spans.has('section') && form.targets.sections !== 'title-above') {
    const rows = targetRows(
      view,
      spans,
      ownBodies(view, spans, bodiesOf(headers, []).filter(isOwn)),
    );
    return { headers, spans, grouped: sectionsOf(rows) };
  }
  const labels = labelsOf(view);
  const titles = titlesOf(view, labels, form, alignment, headers, spans);
  const rows = titles.map(({ row }) => row);
  const bodies = ownBodies(view, spans, bodiesOf(headers, rows).filter(isOwn));
  return {
    headers,
    spans,
    grouped: titledSections(view, { headers, spans, bodies, titles, options }),
  };
}

/** The header's rows, and all rows further down that say the same in the same columns. */
function headersLike(view: GridView, first: Rows, spans: ReadonlyMap<SheetField, Span>): Rows[] {
  const leaves = [...spans.values()].flatMap(({ left }) => {
    for (let row = first.bottom; row >= first.top; row--) {
      const { text, area } = view.at(row, left);
      if (text.trim()) return [{ left, down: area.top - first.top, key: labelKey(text) }];
    }
    return [];
  });
  if (leaves.length < 2) return [first];
  const repeats = view.rows
    .filter((row) => row > first.bottom)
    .map((row) => row - Math.max(0, leaves[0]?.down ?? 0))
    .filter((top) => {
      return leaves.every(({ left, down, key }) => {
        const { text, area } = view.at(top + down, left);
        return area.top === top + down && labelKey(text) === key;
      });
    });
  const height = first.bottom - first.top;
  return [first, ...repeats.map((top) => ({ top, bottom: top + height }))];
}

/** Those in which targets are written: a copy below shows by formulas what stands above. */
function ownBodies(
  view: GridView,
  spans: ReadonlyMap<SheetField, Span>,
  bodies: readonly Body[],
): Body[] {
  const column = spans.get('target')?.left ?? 0;
  const isCopy = ({ from, to }: Body) => {
    const cells = view.rows
      .filter((row) => row >= from && row <= to)
      .flatMap((row) => view.at(row, column).cell ?? []);
    return cells.length > 0 && cells.every(({ formula }) => formula);
  };
  const own = bodies.filter((body) => !isCopy(body));
  return own.length > 0 ? own : [...bodies];
}

/** What stands below each header, and below each title that has no header of its own, as far as the next of them. */
function bodiesOf(headers: readonly Rows[], titles: readonly number[]): Body[] {
  const stops = [...titles, ...headers.map(({ top }) => top)].sort((a, b) => a - b);
  const nextOf = (row: number) => stops.find((each) => each > row) ?? Number.MAX_SAFE_INTEGER;
  const [first] = headers;
  const bands = titles.filter(
    (row) => first && row > first.bottom && !headers.some(({ top }) => top === nextOf(row)),
  );
  return [...headers.map(({ bottom }) => bottom), ...bands]
    .sort((a, b) => a - b)
    .map((row) => ({ from: row + 1, to: nextOf(row) - 1 }));
}

function titlesOf(
  view: GridView,
  labels: readonly Label[],
  form: Pick<Form, 'cells'>,
  alignment: Alignment,
  headers: readonly Rows[],
  spans: ReadonlyMap<SheetField, Span>,
): Title[] {
  // A target that reads like a name is none.
  const texts = [spans.get('target')?.left, spans.get('result')?.left];
  const isTaken = ({ area }: Place) =>
    texts.includes(area.left) && headers.some(({ top }) => area.top >= top);
  const given = parseAddress((form.cells.section && alignment.cell(form.cells.section)) || '');
  const beside = titlesIn(view, labels, isTaken);
  if (beside.length > 0) return beside;
  if (given) return titlesIn(view, labelsAt(labels, given), () => false);
  // The line nearest above each header.
  const lines = linesOfNames(view, isTaken);
  const above = headers.flatMap(({ top }, index) => {
    const after = headers[index - 1]?.bottom ?? 0;
    const own = lines.filter(({ row }) => row < top && row > after && row >= top - nearest);
    return own.slice(-1);
  });
  // Under one header each section may have a band of its own, over the table's width.
  const [header] = headers;
  const bands = lines.filter(
    ({ row, place }) =>
      header &&
      row > header.bottom &&
      place &&
      isAcross(view, place.cell, spans) &&
      !above.some((each) => each.row === row),
  );
  return [...above, ...bands].sort((a, b) => a.row - b.row);
}

function isAcross(view: GridView, cell: string, spans: ReadonlyMap<SheetField, Span>): boolean {
  const at = parseAddress(cell);
  if (!at) return false;
  const { area } = view.at(at.row, at.column);
  return [...spans.values()].every(({ left, right }) => area.left <= left && area.right >= right);
}

/** How many rows above its table a section may be named in a line of its own. */
const nearest = 4;

const labelsAt = (labels: readonly Label[], at: { row: number; column: number }): Label[] =>
  labels.filter(({ place: { area } }) => area.top === at.row && area.right < at.column);

interface Tables {
  readonly headers: readonly Rows[];
  readonly spans: ReadonlyMap<SheetField, Span>;
  readonly bodies: readonly Body[];
  readonly titles: readonly Title[];
  readonly options: PlaceOptions;
}

interface Part extends Omit<Title, 'row' | 'label' | 'above'> {
  readonly bodies: Body[];
}

/**
 * The sections of tables without a column for them: each is named above its table, by the worksheet's
 * tab, or by whoever was asked; else it has no name. A table that follows without a name of its own
 * goes on with the section above.
 */
function titledSections(view: GridView, { spans, bodies, titles, options }: Tables): Grouped {
  const parts: Part[] = [];
  let above = 0;
  for (const body of bodies) {
    const name: (SectionName & Pick<Part, 'place'>) | undefined =
      options.section === undefined
        ? titles.findLast(({ row }) => row > above && row < body.from)
        : { ...parseSectionName(options.section), place: null };
    const last = parts.at(-1);
    if (last && (!name || name.section === last.section)) {
      last.bodies.push(body);
    } else {
      const { division, section, place } = name ?? { ...nameless, ...tabTitle(view) };
      parts.push({ division, section, place, bodies: [body] });
    }
    above = body.from;
  }
  const sections: SectionPlace[] = [];
  for (const { division, section, place, bodies } of parts) {
    const rows = withoutOld(targetRows(view, spans, bodies));
    const numbered = countsOn(rows);
    // Numbers out of order, or the same twice: it is not known which row is meant.
    const odd =
      outOfOrder(rows) ?? (numbered ? rows.find(({ number }, at) => at > 0 && number === 1) : null);
    if (odd) return { sections: null, unclear: odd.cells.target?.cell ?? '' };
    sections.push({
      division,
      section,
      nameCells: section || !place ? [] : [place],
      divisionCell: null,
      targets: rows.map(placeOf),
      numbers: numbered ? 'own' : 'other',
      copied: false,
      fixed: false,
    });
  }
  return { sections, unclear: null };
}

/** Without hidden rows whose numbers stand in sight again, such as last year's. */
function withoutOld(rows: readonly TargetRow[]): readonly TargetRow[] {
  const shown = rows.filter(({ hidden }) => !hidden);
  const numbers = new Set(shown.map(({ number }) => number));
  const isOld = rows.every(
    ({ hidden, number }) => !hidden || (number !== null && numbers.has(number)),
  );
  return isOld && countsOn(shown) ? shown : rows;
}

const nameless = { division: null, section: '', place: null };
