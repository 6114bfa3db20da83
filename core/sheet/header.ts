import type { Area } from '../xlsx/grid.ts';
import { fieldOfHeading, type SheetField } from './fields.ts';
import type { GridView, Place } from './grid-view.ts';
import type { Given, Heading } from './headings.ts';
import { numberIn } from './number-text.ts';

/** The columns of a heading; more than one where cells are merged across. */
export interface Span {
  readonly left: number;
  readonly right: number;
}

export interface Header {
  readonly top: number;
  readonly bottom: number;
  readonly spans: ReadonlyMap<SheetField, Span>;
  /** Fields that more than one column claims. */
  readonly unclear: ReadonlySet<SheetField>;
}

/**
 * The headers of the table, the repeated ones of later pages included (D48): blocks of one or more
 * rows in which a target's heading and another stand side by side.
 */
export function headersOf(
  view: GridView,
  headings: readonly Heading[],
  given: ReadonlyMap<SheetField, Given>,
): Header[] {
  const headers: Header[] = [];
  const givenTarget = given.get('target')?.area;
  const seeds = headings.filter(({ field }) => field === 'target').map(({ place }) => place.area);
  for (const seed of givenTarget ? [givenTarget, ...seeds] : seeds) {
    if (headers.some(({ top, bottom }) => seed.top <= bottom && seed.bottom >= top)) continue;
    const header = headerAround(view, seed, headings, given);
    const isHeader = header.spans.size > 1 && !labels(view, header);
    if (isHeader || seed === givenTarget) headers.push(header);
  }
  return headers.sort((a, b) => a.top - b.top);
}

/** `番号 | 1 | 目標 | …` is a card, whose headings stand left of what they are headings of. */
function labels(view: GridView, { top, bottom, spans }: Header): boolean {
  const number = spans.get('no');
  for (let row = top; number && row <= bottom; row++) {
    if (numberIn(view.at(row, number.right + 1).text)?.rest === '') return true;
  }
  return false;
}

function headerAround(
  view: GridView,
  seed: Area,
  headings: readonly Heading[],
  given: ReadonlyMap<SheetField, Given>,
): Header {
  let { top, bottom } = seed;
  for (let before = -1; before !== top + bottom; ) {
    before = top + bottom;
    for (const { area } of headings.map(({ place }) => place)) {
      if (area.top <= bottom && area.bottom >= top) {
        top = Math.min(top, area.top);
        bottom = Math.max(bottom, area.bottom);
      }
    }
    const below = headings.filter(({ place }) => place.area.top === bottom + 1);
    // A row with a number in it is a target's, whatever it says.
    if (below.length > 1 && !hasNumber(view, bottom) && !hasNumber(view, bottom + 1)) {
      bottom = Math.max(...below.map(({ place }) => place.area.bottom));
    }
  }
  return { top, bottom, ...columnsOf(view, top, bottom, given) };
}

/** `②` or `②応対`, but not the heading of a numbered column. */
const hasNumber = (view: GridView, row: number): boolean =>
  view.columns(row).some((column) => {
    const found = numberIn(view.at(row, column).text);
    return found !== null && fieldOfHeading(found.rest) === null;
  });

function columnsOf(
  view: GridView,
  top: number,
  bottom: number,
  given: ReadonlyMap<SheetField, Given>,
): Pick<Header, 'spans' | 'unclear'> {
  const leaves = leavesOf(view, top, bottom);
  const spans = new Map<SheetField, Span>();
  const unclear = new Set<SheetField>();
  const taken: Area[] = [];
  for (const [field, { area, column, contradicted }] of given) {
    spans.set(field, { left: column, right: column });
    taken.push(area);
    if (contradicted) unclear.add(field);
  }
  for (const { area, path } of leaves) {
    if (taken.some(({ left, right }) => left <= area.right && right >= area.left)) continue;
    const own = fieldOfHeading(path.at(-1)?.text ?? '');
    const field = own ?? inherited(path, leaves);
    if (!field || given.has(field)) continue;
    if (spans.has(field)) unclear.add(field);
    spans.set(field, { left: area.left, right: area.right });
  }
  return { spans, unclear };
}

interface Leaf {
  readonly area: Area;
  /** From the topmost heading over it down to its own. */
  readonly path: readonly Place[];
}

/** The lowest texts of a header, each with those above it. */
function leavesOf(view: GridView, top: number, bottom: number): Leaf[] {
  const columns = new Set<number>();
  for (let row = top; row <= bottom; row++) {
    for (const column of view.columns(row)) columns.add(column);
  }
  const leaves = new Map<string, Leaf>();
  for (const column of [...columns].sort((a, b) => a - b)) {
    if (view.grid.hiddenColumns.has(column)) continue;
    const path: Place[] = [];
    for (let row = top; row <= bottom; row++) {
      const place = view.at(row, column);
      if (place.text.trim() && path.at(-1)?.address !== place.address) path.push(place);
    }
    const lowest = path.at(-1);
    if (lowest) leaves.set(lowest.address, { area: lowest.area, path });
  }
  return [...leaves.values()];
}

/** 内容 under 目標 is the target, where nothing else under 目標 could be. */
function inherited(path: readonly Place[], leaves: readonly Leaf[]): SheetField | null {
  const parent = path.at(-2);
  const field = parent ? fieldOfHeading(parent.text) : null;
  if (!parent || !field) return null;
  const rivals = leaves.filter(
    (leaf) =>
      leaf.path.at(-2)?.address === parent.address && !fieldOfHeading(leaf.path.at(-1)?.text ?? ''),
  );
  return rivals.length === 1 ? field : null;
}
