import { address, parseAddress } from '../address.ts';
import type { Move } from '../formula/moved-references.ts';
import { lastRow } from '../formula/reference.ts';
import type { RowMap } from '../formula/row-map.ts';
import type { SharedStrings } from '../read/cell-text.ts';
import type { SheetCell, SheetRow, SheetRows } from '../read/sheet-rows.ts';
import type { Worksheet } from '../read/workbook.ts';
import type { XmlPart } from '../xml/xml.ts';
import { attributesOf, childOf, prefixOf, tagOf } from '../xml/xml-look.ts';
import { isKept, isRepeated, isWritten } from './cell-difference.ts';
import { cellStyles } from './cell-style.ts';
import { type CellChange, changesByRow, noChanges } from './patch-rows.ts';
import type { Styled } from './prepare-plan.ts';
import { sameBytes } from './same-bytes.ts';

/** What was to be done to a worksheet's rows. */
export interface RowWork {
  readonly plan: Styled | undefined;
  readonly map: RowMap;
  /** All that moves in the workbook. */
  readonly moves: readonly Move[];
  /** Cells, by their addresses before, whose last results were taken out. */
  readonly forgotten: ReadonlySet<string>;
}

/**
 * Compares the rows of a worksheet as they were written with those before: those that nothing was
 * done to byte for byte, the others cell by cell. The place of the first difference, or `null`.
 */
export function rowsDifference(
  sheet: Worksheet,
  xml: XmlPart,
  rows: SheetRows,
  shared: SharedStrings,
  { plan, map, moves, forgotten }: RowWork,
): string | null {
  const heights = plan?.changes.heights ?? new Map<number, number>();
  const changes = changesByRow(plan?.changes.texts ?? new Map(), plan?.styles ?? new Map());
  const isChanged = (number: number) => changes.has(number) || heights.has(number);
  const styleOf = cellStyles(sheet).of;
  const data = childOf(xml.root, 'sheetData');
  const prefix = data ? prefixOf(xml, data) : '';
  /** Rows, by their numbers before, that are looked at whatever they say. */
  const computed = new Set([...forgotten].map((place) => parseAddress(place)?.row));
  if (moves.length > 0) {
    for (const index of sheet.rows.formulaRows) computed.add(sheet.rows.numberAt(index));
  }

  const isRight = (
    cell: SheetCell,
    was: SheetCell | undefined,
    change: CellChange | undefined,
    pattern: SheetRow | undefined,
    isNew: boolean,
  ): boolean => {
    const now = { xml, cell };
    const style = change?.style ?? (was ? was.style : styleOf(pattern, cell.column));
    if (change?.text !== undefined) return isWritten(now, prefix, style, change.text, shared);
    const old = was && { xml: sheet.xml, cell: was };
    if (isNew && old && childOf(old.cell.node, 'f')) return isRepeated(now, style, old);
    if (isNew || !old) return isWritten(now, prefix, style, null, shared);
    return isKept(old, now, {
      style: change?.style,
      forgotten: forgotten.size > 0 && forgotten.has(address(was.row, was.column)),
      home: sheet.name,
      moves,
    });
  };

  const rowDiffers = (number: number, found: SheetRow): string | null => {
    const { row, isNew } = map.origin(number);
    const at = sheet.rows.indexOf(row);
    const old = sheet.rows.numberAt(at) === row ? sheet.rows.at(at) : undefined;
    const own = changes.get(number) ?? noChanges;
    if (!old && !isChanged(number)) return String(number);
    if (!sameRowTag(sheet.xml, old, xml, found, heights.get(number))) return String(number);
    const before = old?.cells ?? [];
    const met = new Set<number>();
    let next = 0;
    for (const cell of found.cells) {
      const was = before[next];
      // One that was there has gone.
      if (was && was.column < cell.column) return address(number, was.column);
      const isThere = was?.column === cell.column;
      const change = own.get(cell.column);
      const right =
        (isThere || change) && isRight(cell, isThere ? was : undefined, change, old, isNew);
      if (!right) return address(number, cell.column);
      if (isThere) next++;
      if (change) met.add(cell.column);
    }
    const [gone] = before.slice(next);
    if (gone) return address(number, gone.column);
    const missing = [...own].find(([column, change]) => !met.has(column) && isContent(change));
    return missing ? address(number, missing[0]) : null;
  };

  let next = 0;
  for (let index = 0; index < rows.count; index++) {
    const number = rows.numberAt(index);
    const { row, isNew } = map.origin(number);
    const was = sheet.rows.numberAt(next);
    // One that was there has gone.
    if (!isNew && was < row) return String(map.moved(was));
    const start = sheet.rows.startAt(next);
    const length = sheet.rows.startAt(next + 1) - start;
    const isOld = !isNew && was === row;
    if (isOld) next++;
    const stays = isOld && number === row && !isChanged(number) && !computed.has(row);
    const isSame =
      stays && sameBytes(sheet.xml.bytes, start, xml.bytes, rows.startAt(index), length);
    const place = isSame ? null : rowDiffers(number, rows.at(index));
    if (place !== null || (stays && !isSame)) return place ?? String(number);
  }
  for (; next < sheet.rows.count; next++) {
    const number = map.moved(sheet.rows.numberAt(next));
    if (number <= lastRow) return String(number);
  }
  const isThere = (row: number) => rows.numberAt(rows.indexOf(row)) === row;
  for (const [row, own] of changes) {
    const written = [...own].find(([, change]) => isContent(change));
    if (written && !isThere(row)) return address(row, written[0]);
  }
  for (const row of heights.keys()) if (!isThere(row)) return String(row);
  return null;
}

const isContent = ({ text, style }: CellChange): boolean => !!text || style !== undefined;

/** An opening tag, nothing but attributes in it. */
const tagForm = /^<[^\s/>]+(?:\s+[^\s=<>"'&]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*\/?>$/;

/** What changes in a row's tag where it gets a height and nothing else, as Excel and LibreOffice write it. */
const heightForm = /(?: ht="[^"'<>&]*"| customHeight="[^"'<>&]*")/g;

/** Whether a row's tag is as it was but for the height, which is told once; false may also say that more has changed. */
export function isTagKept(
  was: string,
  is: string,
  row: number,
  points: number | undefined,
): boolean {
  if (was === is) return points === undefined && is.includes(` r="${row}"`);
  const told = is.match(heightForm) ?? [];
  return (
    points !== undefined &&
    told.length === 2 &&
    told.includes(` ht="${points}"`) &&
    told.includes(' customHeight="1"') &&
    was.includes(` r="${row}"`) &&
    was.replace(heightForm, '') === is.replace(heightForm, '')
  );
}

/** Whether a row says of itself what it said, or what its pattern does: all but its number, and how far it reaches. */
function sameRowTag(
  was: XmlPart,
  old: SheetRow | undefined,
  is: XmlPart,
  now: SheetRow,
  points: number | undefined,
): boolean {
  if (old && isTagKept(tagOf(was, old.node), tagOf(is, now.node), now.row, points)) return true;
  const of = (part: XmlPart, row: SheetRow | undefined) => {
    const attributes = row ? attributesOf(part, row.node) : new Map<string, string>();
    attributes.delete('spans');
    return attributes;
  };
  const [wanted, found] = [of(was, old), of(is, now)];
  if (!old || wanted.has('r') || found.has('r')) wanted.set('r', String(now.row));
  if (!tagForm.test(tagOf(is, now.node))) return false;
  if (points !== undefined) wanted.set('ht', String(points)).set('customHeight', '1');
  return (
    wanted.size === found.size && [...wanted].every(([name, value]) => found.get(name) === value)
  );
}
