import { address } from '../../../core/xlsx/address.ts';
import { pivotsOf, tablesOf } from '../../../core/xlsx/read/attached-areas.ts';
import { stringText } from '../../../core/xlsx/read/cell-text.ts';
import { columnPoints } from '../../../core/xlsx/read/column-width.ts';
import type { SheetCell } from '../../../core/xlsx/read/sheet-rows.ts';
import type { Workbook as Book, Worksheet } from '../../../core/xlsx/read/workbook.ts';
import type { XmlNode } from '../../../core/xlsx/xml/xml.ts';
import {
  attributeOf,
  attributesOf,
  childOf,
  isTrue,
  membersOf,
  textOf,
} from '../../../core/xlsx/xml/xml-look.ts';
import type { Format } from './format.ts';
import { moveFormula } from './formula.ts';
import { readLayout } from './read-layout.ts';
import { allowances, type Sheet, type Value } from './workbook.ts';

/** Puts into a sheet what its part of a file says. */
export function fillSheet(
  sheet: Sheet,
  from: Worksheet,
  book: Book,
  formats: readonly Format[],
): void {
  const { xml } = from;
  const rows = Array.from({ length: from.rows.count }, (_, index) => from.rows.at(index));
  const attributes = (node: XmlNode | undefined) =>
    node ? attributesOf(xml, node) : new Map<string, string>();
  const own = (name: string) => attributes(childOf(xml.root, name));
  const format = own('sheetFormatPr');
  const { digitWidth } = book.styles;
  sheet.standardHeight = Number(format.get('defaultRowHeight') ?? 15);
  const usual = format.get('defaultColWidth');
  sheet.standardWidth = columnPoints(usual ? Number(usual) : 8 + 5 / digitWidth, digitWidth);
  const lastUsed = Math.max(
    ...rows.map(({ cells }) => cells.at(-1)?.column ?? 0),
    ...from.merges.map(({ area }) => area.right),
    0,
  );
  for (const node of membersOf(xml.root, 'cols', 'col')) {
    const column = attributes(node);
    const to = Math.min(Number(column.get('max')), lastUsed);
    const width = columnPoints(Number(column.get('width') ?? 8), digitWidth);
    const hidden = isTrue(column.get('hidden'));
    for (let at = Number(column.get('min')); at <= to; at++)
      sheet.columns.set(at, { width, hidden });
  }
  const masters = new Map<string, { readonly formula: string; readonly cell: SheetCell }>();
  for (const row of rows) {
    const height = attributeOf(xml, row.node, 'ht');
    const hidden = isTrue(attributeOf(xml, row.node, 'hidden'));
    if (height || hidden) {
      const custom = isTrue(attributeOf(xml, row.node, 'customHeight'));
      sheet.rows.set(row.row, { height: Number(height ?? sheet.standardHeight), hidden, custom });
    }
    for (const cell of row.cells) {
      const look = formats[Number(cell.style ?? 0)] ?? (formats[0] as Format);
      const content = {
        value: readValue(book, from, cell),
        formula: formulaOf(from, cell, masters),
      };
      sheet.cells.set(address(cell.row, cell.column), { ...content, format: look });
    }
  }
  sheet.merges = from.merges.map(({ area }) => area);
  const protection = own('sheetProtection');
  if (isTrue(protection.get('sheet'))) {
    // In files an allowance is the lock that is off: formatCells="0".
    const allowed = allowances.filter((name) => {
      const lock = name.charAt(5).toLowerCase() + name.slice(6);
      return protection.has(lock) && !isTrue(protection.get(lock));
    });
    sheet.protection = { allowed: new Set(allowed), password: protection.get('password') ?? '' };
  }
  sheet.tables = tablesOf(book, from).map(({ area, headerRows }, index) => ({
    name: `表${index + 1}`,
    area,
    showHeaders: headerRows > 0,
  }));
  sheet.pivots = pivotsOf(book, from).map((area, index) => ({
    name: `集計${index + 1}`,
    area,
    showHeaders: false,
  }));
  readLayout(sheet, from, own);
}

function readValue({ shared }: Book, { xml }: Worksheet, { node, type }: SheetCell): Value {
  const inline = childOf(node, 'is');
  if (inline) return stringText(xml, inline);
  const kept = childOf(node, 'v');
  const text = kept ? textOf(xml, kept) : '';
  if (text === '') return '';
  if (type === 's') return shared(Number(text));
  if (type === 'b') return text === '1';
  return type === 'str' || type === 'e' || type === 'd' ? text : Number(text);
}

/** A formula that cells share is written out in the first alone. */
function formulaOf(
  { xml }: Worksheet,
  cell: SheetCell,
  masters: Map<string, { readonly formula: string; readonly cell: SheetCell }>,
): string | null {
  const node = childOf(cell.node, 'f');
  if (!node) return null;
  const text = textOf(xml, node);
  const attributes = attributesOf(xml, node);
  const number = attributes.get('t') === 'shared' ? (attributes.get('si') ?? '') : null;
  if (number === null) return `=${text}`;
  if (text !== '') masters.set(number, { formula: `=${text}`, cell });
  const master = masters.get(number);
  if (!master) return `=${text}`;
  const rows = cell.row - master.cell.row;
  return moveFormula(master.formula, { rows, columns: cell.column - master.cell.column });
}
