import {
  failure,
  inSheet,
  type Location,
  type Problem,
  type Result,
  success,
  whole,
} from '../../result.ts';
import { address as addressOf, parseAddress } from '../address.ts';
import { overlap } from '../formula/reference.ts';
import { mapRows, type RowMap, repeatedMerges } from '../formula/row-map.ts';
import { tablesOf } from '../read/attached-areas.ts';
import { cellText } from '../read/cell-text.ts';
import { isProtected } from '../read/read-grids.ts';
import type { Workbook, Worksheet } from '../read/workbook.ts';
import { longestText, writableText } from '../writable-text.ts';
import type { WritePlan } from '../write-plan.ts';
import { attributeOf, childOf } from '../xml/xml-look.ts';
import { type CellStyles, cellStyles } from './cell-style.ts';
import { formulaCells } from './formula-cells.ts';
import type { RowChanges } from './patch-rows.ts';
import { refuseInsertions } from './refuse-insertions.ts';

/** Points: Excel has no higher row. */
const highestRow = 409.5;

/** A cell of whose text some characters could not be kept: XML can't hold them. */
export interface Dropped {
  readonly sheet: string;
  readonly address: string;
  readonly characters: number;
}

/** A plan that can be carried out. */
export interface Prepared {
  readonly sheet: Worksheet;
  readonly map: RowMap;
  /** Without what the cells hold already. */
  readonly changes: RowChanges;
  /** Cells that are to wrap and don't. */
  readonly wraps: readonly string[];
  readonly dropped: readonly Dropped[];
  /** Heights and wraps that a protected worksheet does not allow: they are not carried out. */
  readonly heightsLeft: number;
  readonly wrapsLeft: number;
}

/** The same with the styles that its cells get. */
export interface Styled extends Prepared {
  readonly styles: ReadonlyMap<string, string>;
}

/**
 * Looks at every part of a plan before anything is done. In a protected worksheet, as in Excel, only
 * unlocked cells are written to and no rows inserted; heights and wraps, without which the texts are
 * there all the same, are left where the protection does not allow them, and counted.
 * Problems: `unknown-id` for the worksheet; `sheet-protected`, of a cell or of the rows; `wrong-value`
 * for an address, row or number that is none, or named twice; `formula-cell`, `covered-cell`,
 * `table-header`, `too-long`; those of `refuseInsertions`.
 */
export function preparePlan(workbook: Workbook, plan: WritePlan): Result<Prepared> {
  const sheet = workbook.sheets.find(({ name }) => name === plan.sheet);
  if (!sheet) return failure('unknown-id', whole, { id: plan.sheet });
  const map = mapRows(plan.insertions);
  if (!map.ok) return failure('wrong-value', inSheet(sheet.name));
  const guarded = isProtected(sheet);
  if (guarded && plan.insertions.length > 0) return failure('sheet-protected', inSheet(sheet.name));

  const problems: Problem[] = refuseInsertions(workbook, sheet, map.value);
  const texts = new Map<string, string | null>();
  const dropped: Dropped[] = [];
  const styles = cellStyles(sheet);
  const judge = judgeIn(workbook, sheet, map.value);
  const textAt = textsIn(workbook, sheet, map.value);
  const isLocked = lockIn(workbook, styles, map.value);
  const known = new Set<string>();
  for (const { address, text } of plan.writes) {
    const at = inSheet(sheet.name, address);
    const written = text === null ? null : writableText(text);
    const problem = known.has(address)
      ? ({ code: 'wrong-value', at } as const)
      : judge(address, at, written?.text ?? '');
    known.add(address);
    if (problem) problems.push(problem);
    if (written && written.dropped > 0) {
      dropped.push({ sheet: sheet.name, address, characters: written.dropped });
    }
    if (problem || textAt(address) === (written?.text ?? '')) continue;
    if (guarded && isLocked(address)) problems.push({ code: 'sheet-protected', at });
    texts.set(address, written?.text || null);
  }
  const heights = new Map<number, number>();
  for (const { row, points } of plan.heights) {
    const at = inSheet(sheet.name, row);
    const sound = points >= 0 && points <= highestRow && Number.isInteger(row) && row > 0;
    if (!sound || heights.has(row)) problems.push({ code: 'wrong-value', at });
    heights.set(row, points);
  }
  const wraps = new Set<string>();
  for (const address of plan.wraps ?? []) {
    const at = inSheet(sheet.name, address);
    const place = placeOf(address);
    if (!place) problems.push({ code: 'wrong-value', at });
    else if (!workbook.styles.look(styles.at(map.value, place.row, place.column)).wraps) {
      wraps.add(address);
    }
  }
  if (problems.length > 0) return { ok: false, problems };
  const keepsHeights = guarded && !allows(sheet, 'formatRows');
  const keepsLooks = workbook.stylesPath === null || (guarded && !allows(sheet, 'formatCells'));
  return success({
    sheet,
    map: map.value,
    changes: { texts, heights: keepsHeights ? new Map() : heights },
    wraps: keepsLooks ? [] : [...wraps],
    dropped,
    heightsLeft: keepsHeights ? heights.size : 0,
    wrapsLeft: keepsLooks ? wraps.size : 0,
  });
}

/** Whether a protected worksheet allows what is locked unless the file says 0 (ECMA-376, 18.3.1.85). */
function allows({ xml }: Worksheet, what: 'formatRows' | 'formatCells'): boolean {
  const protection = childOf(xml.root, 'sheetProtection');
  const lock = protection && attributeOf(xml, protection, what);
  return lock === '0' || lock === 'false';
}

/** Row and column of an address that is written as Excel writes it. */
function placeOf(address: string): { readonly row: number; readonly column: number } | null {
  const place = parseAddress(address);
  return place && addressOf(place.row, place.column) === address ? place : null;
}

/** Says what is wrong with writing a text to a cell. */
function judgeIn(workbook: Workbook, sheet: Worksheet, map: RowMap) {
  const areas = sheet.merges.map(({ area }) => area);
  const merges = [...areas.map(map.grown), ...repeatedMerges(areas, map)];
  const formulas = formulaCells(workbook).filter((cell) => cell.sheet === sheet);
  const headers = tablesOf(workbook, sheet).map(({ area, headerRows }) => ({
    ...area,
    bottom: area.top + headerRows - 1,
  }));
  return (address: string, at: Location, text: string): Problem | null => {
    const place = placeOf(address);
    if (!place) return { code: 'wrong-value', at };
    const { row, column } = place;
    const origin = map.origin(row);
    const cell = { top: origin.row, left: column, bottom: origin.row, right: column };
    const moved = { ...cell, top: row, bottom: row };
    if (formulas.some(({ area }) => overlap(area, cell))) return { code: 'formula-cell', at };
    if (!origin.isNew && headers.some((area) => overlap(area, cell))) {
      return { code: 'table-header', at };
    }
    const covering = merges.find((area) => overlap(area, moved));
    if (covering && (covering.top !== row || covering.left !== column)) {
      return { code: 'covered-cell', at };
    }
    return text.length > longestText
      ? { code: 'too-long', at, params: { max: longestText } }
      : null;
  };
}

/** Says whether the cell at an address may not be written to in a protected worksheet. */
function lockIn({ styles: { look } }: Workbook, styles: CellStyles, map: RowMap) {
  return (address: string): boolean => {
    const place = parseAddress(address);
    return !place || look(styles.at(map, place.row, place.column)).locked;
  };
}

/** Says what a cell shows before it is written to. */
function textsIn({ shared }: Workbook, sheet: Worksheet, map: RowMap) {
  return (address: string): string => {
    const place = parseAddress(address);
    const origin = place && map.origin(place.row);
    if (!origin || origin.isNew) return '';
    const cells = sheet.rows.find(origin.row)?.cells;
    const cell = cells?.find(({ column }) => column === place.column);
    return cell ? cellText(sheet.xml, cell, shared) : '';
  };
}
