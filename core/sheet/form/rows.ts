import type { Area } from '../../xlsx/grid.ts';
import { type SheetField, sheetFields } from '../model/fields.ts';
import { countScenes, numberIn } from '../model/number-text.ts';
import { divisionBand } from '../model/section-name.ts';
import type { CellPlace, Span } from './form.ts';
import type { GridView, Place } from './grid-view.ts';
import type { FieldPlaces, TargetPlace } from './places.ts';

/** One target's rows, and what stands beside it that tells whose it is. */
export interface TargetRow extends TargetPlace {
  /** As its cell says; null where it says none. */
  readonly number: number | null;
  readonly section: Place | null;
  readonly division: Place | null;
  /** The division that stands in a row of its own above. */
  readonly band: string | null;
}

/** The rows below one header, both ends included. */
export interface Body {
  readonly from: number;
  readonly to: number;
}

/** What can be seen of a row below a header. */
export interface RowFeatures {
  /** The table has numbers, and this row one. */
  readonly numbered: boolean;
  readonly number: boolean;
  /** The target's cell: there at all, under its own heading alone, under all headings, computed. */
  readonly present: boolean;
  readonly alone: boolean;
  readonly across: boolean;
  readonly formula: boolean;
  readonly text: boolean;
  /** Right below a target. */
  readonly adjacent: boolean;
  /** Its section's cell is that of the target above, or says nothing. */
  readonly sameSection: boolean;
  /** Its section's cell reaches over rows above. */
  readonly inBlock: boolean;
  /** Its section's cell names a division, in brackets or not. */
  readonly division: 'bracketed' | 'plain' | null;
}

/** A target; the name of a division over its sections; a blank row that looks like a target's; anything else. */
export type RowKind = 'target' | 'band' | 'blank' | 'other';

/** Decides by what can be seen of a row alone, so that each case is a line of a table. */
export function rowKind(row: RowFeatures): RowKind {
  if (row.number) return 'target';
  if (row.numbered) {
    const goesOn = row.alone && !row.formula && row.adjacent && row.sameSection;
    if (goesOn && (row.text || row.inBlock)) return 'target';
  } else if (row.present && row.division !== 'bracketed' && (row.alone || !row.across)) {
    return 'target';
  }
  if (row.division) return 'band';
  return row.present && (row.alone || !row.text) ? 'blank' : 'other';
}

const longestScene = 20;

/** What was last asked of a worksheet: recognising and placing ask for the same rows. */
const known = new WeakMap<GridView, { readonly asked: string; readonly rows: TargetRow[] }>();

/**
 * The targets' rows of a table, hidden ones included: those with a number, or in a table without
 * numbers those that have cells, until the first that has none.
 */
export function targetRows(
  view: GridView,
  spans: ReadonlyMap<SheetField, Span>,
  bodies: readonly Body[],
): readonly TargetRow[] {
  const end = view.rows.at(-1) ?? 0;
  const ends = bodies.map(({ from, to }) => [from, Math.min(to, end)]);
  const asked = JSON.stringify([[...spans], ends]);
  const last = known.get(view);
  if (last?.asked === asked) return last.rows;
  const rows = readRows(view, spans, bodies);
  known.set(view, { asked, rows });
  return rows;
}

function readRows(
  view: GridView,
  spans: ReadonlyMap<SheetField, Span>,
  bodies: readonly Body[],
): TargetRow[] {
  const target = spans.get('target');
  if (!target) return [];
  const rowsOf = ({ from, to }: Body) => view.rows.filter((row) => row >= from && row <= to);
  const numberOf = numbersIn(view, spans, target, bodies.flatMap(rowsOf));
  const numbered = bodies.some((body) => rowsOf(body).some((row) => numberOf(row)));
  const { section, division } = unitColumns(spans);
  const columns = columnsIn(spans);

  const found: TargetRow[] = [];
  let band: string | null = null;
  for (const body of bodies) {
    let last: (TargetRow & { orphanBelow: boolean }) | null = null;
    for (const row of rowsOf(body)) {
      if (last && row <= last.bottom) continue;
      const place = view.at(row, target.left);
      const number = numberOf(row);
      const beside: Place | null = section === null ? null : view.at(row, section);
      const adjacent = last?.bottom === row - 1;
      // Where nothing counts the rows, a gap ends the table, but not the block of a section.
      const inSameBlock = beside !== null && beside.address === last?.section?.address;
      if (last && !numbered && !adjacent && !inSameBlock) {
        // Further rows behind one that was put in: there is no room to make, it is asked.
        const goesOn = row === last.bottom + 2 && view.columns(row).includes(target.left);
        if (goesOn && isAlone(place.area, target, columns)) last.orphanBelow = true;
        break;
      }
      const name = divisionBand(beside?.text ?? '');
      const bracketed = /^\s*【.*】\s*$/s.test(beside?.text ?? '');
      const features: RowFeatures = {
        numbered,
        number: number !== null,
        present: view.columns(row).includes(target.left),
        alone: isAlone(place.area, target, columns),
        across: isAcross(place.area, columns),
        formula: place.cell?.formula ?? false,
        text: place.text.trim() !== '',
        adjacent,
        sameSection:
          beside === null || beside.address === last?.section?.address || !beside.text.trim(),
        inBlock: beside !== null && beside.area.top < row,
        division: name === null ? null : bracketed ? 'bracketed' : 'plain',
      };
      const kind = rowKind(features);
      if (kind === 'target') {
        const areas = number ? [place.area, number.place.area] : [place.area];
        const top = Math.min(row, ...areas.map((area) => area.top));
        const bottom = Math.max(...areas.map((area) => area.bottom));
        last = {
          sheet: view.grid.name,
          top,
          bottom,
          hidden: allHidden(view, top, bottom),
          orphanBelow: false,
          cells: cellsOf(view, columns, top, bottom),
          number: number?.number ?? null,
          section: beside,
          division: division === null ? null : view.at(row, division),
          band,
        };
        found.push(last);
        continue;
      }
      if (kind === 'band') band = name;
      // What stands over the rows that follow is another division, whatever it is.
      else if (features.across && features.text) band = null;
      if (kind === 'blank' && adjacent && last) last.orphanBelow = true;
      if (!numbered && !features.present && found.length > 0) break;
    }
  }
  return found;
}

/** What says a row's number; in a column of numbers and scenes a scene may stand alone. */
function numbersIn(
  view: GridView,
  spans: ReadonlyMap<SheetField, Span>,
  target: Span,
  rows: readonly number[],
) {
  const column = (spans.get('no') ?? spans.get('noScene'))?.left;
  const columns = columnsIn(spans);
  const ofScenes =
    column !== undefined &&
    !spans.has('no') &&
    countScenes(rows.map((row) => view.at(row, column).text));
  return (row: number): { place: Place; number: number | null } | null => {
    if (column === undefined) return null;
    const place = view.at(row, column);
    if (place.area.top !== row) return null;
    const found = numberIn(place.text);
    if (spans.has('no')) return found && !found.rest ? { place, number: found.number } : null;
    const scene =
      place.area.left === column && place.text.trim() !== '' && place.text.length <= longestScene;
    return found || (scene && isAlone(view.at(row, target.left).area, target, columns))
      ? { place, number: ofScenes ? null : (found?.number ?? null) }
      : null;
  };
}

/** 部署名 over two columns heads the divisions and the sections. */
function unitColumns(spans: ReadonlyMap<SheetField, Span>): {
  section: number | null;
  division: number | null;
} {
  const section = spans.get('section');
  const division = spans.get('division');
  if (!section) return { section: null, division: null };
  if (division) return { section: section.left, division: division.left };
  const both = section.right > section.left;
  return { section: section.right, division: both ? section.left : null };
}

type Columns = readonly { readonly field: SheetField; readonly span: Span }[];

/** In the order of the fields: they are gone through for each cell of each row. */
const columnsIn = (spans: ReadonlyMap<SheetField, Span>): Columns =>
  sheetFields.flatMap((field) => {
    const span = spans.get(field);
    return span ? [{ field, span }] : [];
  });

/** Whether a block of cells stands under its own heading and under no other's. */
function isAlone(area: Area, own: Span, columns: Columns): boolean {
  if (area.left !== own.left || area.right < own.right) return false;
  return columns.every(
    ({ span }) => span === own || span.left > area.right || span.right < area.left,
  );
}

/** Whether a block reaches under all headings: a remark, or a division's name. */
const isAcross = (area: Area, columns: Columns): boolean =>
  columns.every(({ span }) => area.left <= span.left && area.right >= span.right);

function cellsOf(view: GridView, columns: Columns, top: number, bottom: number): FieldPlaces {
  const cells: Partial<Record<SheetField, CellPlace>> = {};
  for (const { field, span } of columns) {
    if (field === 'section' || field === 'division') continue;
    const { area, address } = view.at(top, span.left);
    if (area.top === top && area.bottom === bottom && isAlone(area, span, columns)) {
      cells[field] = { sheet: view.grid.name, cell: address };
    }
  }
  return cells;
}

function allHidden({ grid }: GridView, top: number, bottom: number): boolean {
  for (let row = top; row <= bottom; row++) if (!grid.hiddenRows.has(row)) return false;
  return true;
}
