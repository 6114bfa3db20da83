import type { Area } from '../../xlsx/grid.ts';
import { numberIn } from '../model/number-text.ts';
import { type AcrossColumns, acrossIn } from './across.ts';
import { labelKey } from './align.ts';
import { type Assigned, assignColumns, type Leaf } from './columns.ts';
import type { GivenHeadings } from './given.ts';
import type { GridView, Place } from './grid-view.ts';
import type { Label } from './labels.ts';
import { readHeading } from './words.ts';
import { yearMeant } from './years.ts';

/** A table's header: the rows it stands in, and what each of its columns is. */
export interface TableHeader extends Assigned {
  readonly top: number;
  readonly bottom: number;
  /** Its columns, the first and the last; of a table beside which another stands, its own. */
  readonly from: number;
  readonly to: number;
  readonly isAbreast: boolean;
  /** Of each target its columns, where a row holds several. */
  readonly across: readonly AcrossColumns[];
}

/**
 * The headers of a worksheet's tables, from the top: rows in which the heading of a target or
 * result and another stand side by side. A caption over the table's width is none, nor is the label of a card.
 */
export function tableHeaders(
  view: GridView,
  labels: readonly Label[],
  given: GivenHeadings,
  fiscalYear: number | null = null,
): TableHeader[] {
  const headers: TableHeader[] = [];
  const named = given.get('target')?.area;
  const seeds = labels
    .filter(
      ({ heading: { fields, number } }) =>
        number === null && wanted.some((field) => fields.has(field)),
    )
    .map(({ place }) => place.area);
  // 目標１ is the title of a card, unless 目標２ stands beside it.
  const [numbered] = labels.filter(
    ({ heading }) => heading.fields.has('target') && heading.number === 1,
  );
  if (numbered && given.size === 0) seeds.push(numbered.place.area);
  const titles = seeds.length > 0 ? shortTexts(view) : [];
  for (const seed of named ? [named, ...seeds] : seeds) {
    if (headers.some(({ top, bottom }) => seed.top <= bottom && seed.bottom >= top)) continue;
    const { top, bottom } = rowsAround(view, seed, labels);
    const leaves = leavesOf(view, top, bottom);
    if (seed !== named && isCard(view, leaves, bottom)) continue;
    const parts = abreast(leaves);
    if (parts.length > 1 && given.size === 0) {
      for (const part of parts) {
        const assigned = assignColumns(view, part, bottom, given, fiscalYear);
        headers.push({ ...around(part), top, bottom, ...assigned, isAbreast: true, across: [] });
      }
      continue;
    }
    const apart = { ...around(leaves), top, bottom, isAbreast: false };
    const said = leaves.flatMap(({ path }) => path.map(({ text }) => text));
    const above = titles.filter(({ area }) => area.top < top).map(({ text }) => text);
    const year = yearMeant(said, above, fiscalYear);
    const assigned = assignColumns(view, leaves, bottom, given, year);
    const across = assigned.spans.has('section') ? acrossIn(leaves, year) : [];
    const [first] = across;
    if (first) {
      const spans = new Map([...assigned.spans, ...first]);
      const weights = new Map([
        ...assigned.weights,
        ...[...first.keys()].map((field) => [field, 3] as const),
      ]);
      headers.push({ ...apart, ...assigned, spans, weights, unclear: new Set(), across });
      continue;
    }
    if (seed === numbered?.place.area) continue;
    if (assigned.spans.size > 1 || seed === named) headers.push({ ...apart, ...assigned, across });
  }
  return headers.sort((a, b) => a.top - b.top || a.from - b.from);
}

const around = (leaves: readonly Leaf[]) => ({
  from: Math.min(...leaves.map(({ area }) => area.left)),
  to: Math.max(...leaves.map(({ area }) => area.right)),
});

/** The columns of tables that stand side by side under one row of headings: the same again, with a gap between. */
function abreast(leaves: readonly Leaf[]): Leaf[][] {
  const whole: Leaf[][] = [];
  let end = 0;
  for (const leaf of leaves) {
    if (!leaf.label) continue;
    if (leaf.area.left > end + 1 || whole.length === 0) whole.push([]);
    whole.at(-1)?.push(leaf);
    end = leaf.area.right;
  }
  const keys = whole.map((part) => part.map(({ label }) => labelKey(label?.text ?? '')).join());
  const isTable =
    (whole[0]?.length ?? 0) > 1 &&
    whole.every((part) => part.every(({ path }) => path.length === 1));
  return isTable && new Set(keys).size === 1 ? whole : [];
}

/** What may be a title over a table: the short texts, without remarks. */
const shortTexts = (view: GridView): Place[] =>
  view.rows.flatMap((row) =>
    view
      .columns(row)
      .map((column) => view.at(row, column))
      .filter(
        ({ area, text }) =>
          area.top === row &&
          text !== '' &&
          text.length <= longestTitle &&
          !/^[\s\u3000]*[※*＊]/.test(text),
      ),
  );

const longestTitle = 60;

const wanted = ['target', 'measures', 'result'] as const;

/** The rows of a header: those that its labels share, and the next one where several stand in it. */
function rowsAround(view: GridView, seed: Area, labels: readonly Label[]) {
  let { top, bottom } = seed;
  for (let before = -1; before !== top + bottom; ) {
    before = top + bottom;
    for (const { place } of labels) {
      const { area } = place;
      if (area.top <= bottom && area.bottom >= top && area.bottom - area.top < tallest) {
        top = Math.min(top, area.top);
        bottom = Math.max(bottom, area.bottom);
      }
    }
    const below = labels.filter(({ place }) => place.area.top === bottom + 1);
    // A row with a number in it is a target's, whatever it says.
    if (below.length > 1 && !hasNumber(view, bottom) && !hasNumber(view, bottom + 1)) {
      bottom = Math.max(...below.map(({ place }) => place.area.bottom));
    }
  }
  return { top, bottom };
}

/** A label over more rows than a header has stands beside what it is the label of. */
const tallest = 6;

/** `②`, 目標２ or `②応対`, but not the heading of a numbered column. */
const hasNumber = (view: GridView, row: number): boolean =>
  view.columns(row).some((column) => {
    const found = numberIn(view.at(row, column).text);
    return found !== null && !readHeading(found.rest);
  });

/** The lowest texts of a header, each with those above it; columns without a text of their own too. */
function leavesOf(view: GridView, top: number, bottom: number): Leaf[] {
  const columns = new Set<number>();
  for (let row = top; row <= bottom; row++) {
    for (const column of view.columns(row)) columns.add(column);
  }
  const paths = new Map<number, Place[]>();
  for (const column of [...columns].sort((a, b) => a - b)) {
    if (view.grid.hiddenColumns.has(column)) continue;
    const path: Place[] = [];
    for (let row = top; row <= bottom; row++) {
      const place = view.at(row, column);
      if (place.text.trim() && path.at(-1)?.address !== place.address) path.push(place);
    }
    paths.set(column, path);
  }
  const isGroup = ({ area, address }: Place) =>
    area.right > area.left &&
    [...paths].some(
      ([column, path]) =>
        column >= area.left &&
        column <= area.right &&
        path.at(-1)?.address !== address &&
        path.some((place) => place.address === address),
    );
  const leaves = new Map<string, Leaf>();
  for (const [column, path] of paths) {
    const lowest = path.at(-1);
    if (lowest && !isGroup(lowest)) {
      leaves.set(lowest.address, { area: lowest.area, path, label: lowest });
    } else {
      const place = view.at(bottom, column);
      leaves.set(place.address, { area: place.area, path, label: null });
    }
  }
  return [...leaves.values()];
}

/** In a card a label stands beside what it is the label of: every other cell of its row is empty, or a number. */
function isCard(view: GridView, leaves: readonly Leaf[], bottom: number): boolean {
  const labelled = leaves.filter(({ label }) => label !== null);
  const last = Math.max(...labelled.map(({ area }) => area.right));
  const gaps = leaves.filter(
    ({ label, area }) => label === null && area.right < last && !isCounted(view, area, bottom),
  );
  if (gaps.length > 0 && gaps.length >= labelled.length - 1) return true;
  return labelled.some(
    ({ label, area }) =>
      label !== null &&
      numberWords.test(label.text.normalize('NFKC').replace(/\s/g, '')) &&
      numberIn(view.at(bottom, area.right + 1).text)?.rest === '',
  );
}

/** A column in which the targets are counted without a heading that says so. */
function isCounted(view: GridView, { left }: Area, bottom: number): boolean {
  const first = view.at(bottom + 1, left);
  const second = view.at(first.area.bottom + 1, left);
  return [first, second].every(({ text }, index) => numberIn(text)?.number === index + 1);
}

const numberWords = /^(?:目標)?(?:番号|no\.?|項番)$/i;
