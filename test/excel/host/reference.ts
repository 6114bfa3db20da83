import { columnName } from '../../../core/xlsx/address.ts';
import { areaOf, lastColumn, lastRow } from '../../../core/xlsx/formula/reference.ts';
import type { Area } from '../../../core/xlsx/grid.ts';
import { HostError } from './errors.ts';
import type { Sheet, Workbook } from './workbook.ts';

/** `A1:B2`, and `2:3` or `A:C` for whole rows and columns. */
export function areaAddress({ top, left, bottom, right }: Area, dollar = ''): string {
  const column = (number: number) => dollar + columnName(number);
  const row = (number: number) => dollar + number;
  if (left === 1 && right === lastColumn) return `${row(top)}:${row(bottom)}`;
  if (top === 1 && bottom === lastRow) return `${column(left)}:${column(right)}`;
  const first = column(left) + row(top);
  return top === bottom && left === right ? first : `${first}:${column(right)}${row(bottom)}`;
}

/** A sheet's name as it stands before `!`. */
export const quoted = (name: string): string =>
  /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^[a-z]{1,3}\d+$/i.test(name)
    ? name
    : `'${name.replaceAll("'", "''")}'`;

export const fullAddress = (sheet: Sheet, area: Area, dollar = ''): string =>
  `${quoted(sheet.name)}!${areaAddress(area, dollar)}`;

/**
 * What an address or a defined name means, asked of a sheet or of the workbook.
 * Throws `InvalidArgument` for what is neither, `ItemNotFound` for a sheet that is not there.
 */
export function resolve(
  workbook: Workbook,
  home: Sheet | null,
  text: string,
): { readonly sheet: Sheet; readonly area: Area } {
  const at = text.lastIndexOf('!');
  const named = text
    .slice(0, Math.max(at, 0))
    .replace(/^'(.*)'$/, (_, name: string) => name.replaceAll("''", "'"));
  const sheet = at < 0 ? home : sheetNamed(workbook, named);
  if (at >= 0 && !sheet) throw new HostError('ItemNotFound');
  const area = /^[\w$:]+$/.test(text.slice(at + 1)) ? areaOf(text.slice(at + 1)) : null;
  if (area && sheet) return { sheet, area };
  const name = workbook.names.find(
    (each) => same(each.name, text.slice(at + 1)) && (each.scope === null || each.scope === sheet),
  );
  if (!name || name.formula.includes('#REF!') || !name.formula.includes('!')) {
    throw new HostError('InvalidArgument');
  }
  return resolve(workbook, null, name.formula.slice(1));
}

/** By name, in which capitals count for nothing, or by id. */
export const sheetNamed = ({ sheets }: Workbook, key: string): Sheet | null =>
  sheets.find(({ name, id }) => same(name, key) || id === key) ?? null;

export const same = (one: string, other: string): boolean =>
  one.toLowerCase() === other.toLowerCase();
