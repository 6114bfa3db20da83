import { failure, type Problem, type Result, success } from '../result.ts';
import { address as addressOf, parseAddress } from './address.ts';
import { cellText } from './cell-text.ts';
import { formulaCells } from './formula-cells.ts';
import type { RowChanges } from './patch-rows.ts';
import { isProtected } from './read-grids.ts';
import { overlap } from './reference.ts';
import { refuseInsertions } from './refuse-insertions.ts';
import { mapRows, type RowMap, repeatedMerges } from './row-map.ts';
import type { Workbook, Worksheet } from './workbook.ts';
import { longestText, writableText } from './writable-text.ts';
import type { WritePlan } from './write-plan.ts';

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
  readonly dropped: readonly Dropped[];
}

/**
 * Looks at every part of a plan before anything is done.
 * Problems: `unknown-id` for the worksheet; `sheet-protected`; `wrong-value` for an address, row or
 * number that is none, or named twice; `formula-cell`, `covered-cell`, `too-long`;
 * those of `refuseInsertions`.
 */
export function preparePlan(workbook: Workbook, plan: WritePlan): Result<Prepared> {
  const sheet = workbook.sheets.find(({ name }) => name === plan.sheet);
  if (!sheet) return failure('unknown-id', '', { id: plan.sheet });
  if (isProtected(sheet)) return failure('sheet-protected', sheet.name);
  const map = mapRows(plan.insertions);
  if (!map.ok) return failure('wrong-value', sheet.name);

  const problems: Problem[] = refuseInsertions(workbook, sheet, map.value);
  const texts = new Map<string, string | null>();
  const dropped: Dropped[] = [];
  const judge = judgeIn(workbook, sheet, map.value);
  const textAt = textsIn(workbook, sheet, map.value);
  const known = new Set<string>();
  for (const { address, text } of plan.writes) {
    const place = `${sheet.name}!${address}`;
    const written = text === null ? null : writableText(text);
    const problem = known.has(address)
      ? ({ code: 'wrong-value', path: place } as const)
      : judge(address, place, written?.text ?? '');
    known.add(address);
    if (problem) problems.push(problem);
    if (written && written.dropped > 0) {
      dropped.push({ sheet: sheet.name, address, characters: written.dropped });
    }
    if (textAt(address) !== (written?.text ?? '')) {
      texts.set(address, written?.text || null);
    }
  }
  const heights = new Map<number, number>();
  for (const { row, points } of plan.heights) {
    const path = `${sheet.name}!${row}`;
    const sound = points >= 0 && points <= highestRow && Number.isInteger(row) && row > 0;
    if (!sound || heights.has(row)) problems.push({ code: 'wrong-value', path });
    heights.set(row, points);
  }
  if (problems.length > 0) return { ok: false, problems };
  return success({ sheet, map: map.value, changes: { texts, heights }, dropped });
}

/** Says what is wrong with writing a text to a cell. */
function judgeIn(workbook: Workbook, sheet: Worksheet, map: RowMap) {
  const areas = sheet.merges.map(({ area }) => area);
  const merges = [...areas.map(map.grown), ...repeatedMerges(areas, map)];
  const formulas = formulaCells(workbook).filter((cell) => cell.sheet === sheet);
  return (address: string, path: string, text: string): Problem | null => {
    const place = parseAddress(address);
    if (!place || addressOf(place.row, place.column) !== address)
      return { code: 'wrong-value', path };
    const { row, column } = place;
    const origin = map.origin(row);
    const cell = { top: origin.row, left: column, bottom: origin.row, right: column };
    const moved = { ...cell, top: row, bottom: row };
    if (formulas.some(({ area }) => overlap(area, cell))) return { code: 'formula-cell', path };
    const covering = merges.find((area) => overlap(area, moved));
    if (covering && (covering.top !== row || covering.left !== column)) {
      return { code: 'covered-cell', path };
    }
    return text.length > longestText
      ? { code: 'too-long', path, params: { max: longestText } }
      : null;
  };
}

/** Says what a cell shows before it is written to. */
function textsIn({ shared }: Workbook, sheet: Worksheet, map: RowMap) {
  const rows = new Map(sheet.rows.map((row) => [row.row, row]));
  return (address: string): string => {
    const place = parseAddress(address);
    const origin = place && map.origin(place.row);
    if (!origin || origin.isNew) return '';
    const cell = rows.get(origin.row)?.cells.find(({ column }) => column === place.column);
    return cell ? cellText(sheet.xml, cell, shared) : '';
  };
}
