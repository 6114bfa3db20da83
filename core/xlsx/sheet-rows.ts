import { failure, type Result, success } from '../result.ts';
import { columnName, parseAddress } from './address.ts';
import type { Area } from './grid.ts';
import { areaOf, lastColumn, lastRow } from './reference.ts';
import type { XmlNode, XmlPart } from './xml.ts';
import { attributeOf, attributesNamed, childrenOf, membersOf } from './xml-look.ts';

export interface SheetCell {
  readonly row: number;
  readonly column: number;
  readonly node: XmlNode;
  /** Whether its address is written. */
  readonly numbered: boolean;
  /** `s`, its style's number, and `t`, its kind of value. */
  readonly style: string | undefined;
  readonly type: string | undefined;
}

export interface SheetRow {
  readonly row: number;
  readonly node: XmlNode;
  /** From left to right. */
  readonly cells: readonly SheetCell[];
}

export interface Merge {
  readonly area: Area;
  readonly node: XmlNode;
}

const cellAttributes = ['r', 's', 't'];

/**
 * The rows of a worksheet from top to bottom, with the numbers that they and their cells have,
 * written or, as the format allows, by their order alone.
 * Problem: `damaged-workbook` where that order is broken.
 */
export function readRows(part: XmlPart): Result<readonly SheetRow[]> {
  const rows: SheetRow[] = [];
  let row = 0;
  for (const node of membersOf(part.root, 'sheetData', 'row')) {
    const next = Number(attributeOf(part, node, 'r') ?? row + 1);
    if (!Number.isInteger(next) || next <= row || next > lastRow) {
      return failure('damaged-workbook', String(row + 1));
    }
    row = next;
    const cells: SheetCell[] = [];
    let column = 0;
    for (const cell of childrenOf(node, 'c')) {
      const [written, style, type] = attributesNamed(part, cell, cellAttributes);
      const place = written === undefined ? { row, column: column + 1 } : parseAddress(written);
      if (place?.row !== row || place.column <= column || place.column > lastColumn) {
        return failure('damaged-workbook', `${columnName(column + 1)}${row}`);
      }
      column = place.column;
      const numbered = written !== undefined;
      cells.push({ row, column, node: cell, numbered, style, type });
    }
    rows.push({ row, node, cells });
  }
  return success(rows);
}

export function readMerges(part: XmlPart): readonly Merge[] {
  return membersOf(part.root, 'mergeCells', 'mergeCell').flatMap((node) => {
    const area = areaOf(attributeOf(part, node, 'ref') ?? '');
    return area ? { area, node } : [];
  });
}
