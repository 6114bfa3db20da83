import type { RowMap } from '../formula/row-map.ts';
import type { SheetRow } from '../read/sheet-rows.ts';
import type { Worksheet } from '../read/workbook.ts';
import { attributeOf, attributesOf, isTrue, membersOf } from '../xml/xml-look.ts';

/** The style's number that a cell has, or would have; `undefined` stands for that of untouched cells. */
export interface CellStyles {
  /** Of a cell in a row of the file, which may lack either. */
  readonly of: (row: SheetRow | undefined, column: number) => string | undefined;
  /** Of a place after rows have moved. */
  readonly at: (map: RowMap, row: number, column: number) => string | undefined;
}

/** Says which styles the cells of a worksheet have: their own, else their row's, else their column's. */
export function cellStyles({ xml, rows }: Worksheet): CellStyles {
  const columns = membersOf(xml.root, 'cols', 'col').map((node) => attributesOf(xml, node));
  const ofColumn = (column: number) =>
    columns
      .find((one) => Number(one.get('min')) <= column && column <= Number(one.get('max')))
      ?.get('style');
  const of = (row: SheetRow | undefined, column: number) => {
    const cell = row?.cells.find((one) => one.column === column);
    if (cell) return cell.style;
    return row && isTrue(attributeOf(xml, row.node, 'customFormat'))
      ? attributeOf(xml, row.node, 's')
      : ofColumn(column);
  };
  const at = (map: RowMap, row: number, column: number) =>
    of(rows.find(map.origin(row).row), column);
  return { of, at };
}
