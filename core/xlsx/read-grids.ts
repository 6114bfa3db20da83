import { address } from './address.ts';
import { cellText } from './cell-text.ts';
import { columnPoints } from './column-width.ts';
import type { Grid, GridCell } from './grid.ts';
import { namesOf } from './grid-names.ts';
import type { Workbook, Worksheet } from './workbook.ts';
import { attributeOf, attributesOf, childOf, isTrue, membersOf } from './xml-look.ts';

const plainLook = { fontSize: 11, vertical: false, wraps: false };

/**
 * What each worksheet of a workbook holds, in the workbook's order, hidden ones too. It is kept: it is
 * asked for when places are looked for, and when what was written is compared.
 */
export function gridsOf(workbook: Workbook): readonly Grid[] {
  workbook.known.grids ??= workbook.sheets.map((sheet) => gridOf(workbook, sheet));
  return workbook.known.grids;
}

function gridOf({ shared, styles, names }: Workbook, sheet: Worksheet): Grid {
  const { xml, rows, merges } = sheet;
  const cells = new Map<string, GridCell>();
  const hiddenRows = new Set<number>();
  const rowHeights = new Map<number, number>();
  const formatNode = childOf(xml.root, 'sheetFormatPr');
  const format = formatNode ? attributesOf(xml, formatNode) : new Map<string, string>();
  const rowHeight = Number(format.get('defaultRowHeight') ?? 15);
  for (const { row, node, cells: own } of rows) {
    if (isTrue(attributeOf(xml, node, 'hidden'))) hiddenRows.add(row);
    const height = Number(attributeOf(xml, node, 'ht') ?? rowHeight);
    if (height !== rowHeight) rowHeights.set(row, height);
    for (const cell of own) {
      const { fontSize, vertical, wraps } = styles.looks[Number(cell.style ?? 0)] ?? plainLook;
      const text = cellText(xml, cell, shared);
      const formula = childOf(cell.node, 'f') !== undefined;
      cells.set(address(row, cell.column), { text, formula, fontSize, vertical, wraps });
    }
  }
  return {
    name: sheet.name,
    hidden: sheet.hidden,
    protected: isProtected(sheet),
    cells,
    merges: merges.map(({ area }) => area),
    names: namesOf(sheet.name, sheet.index, names),
    hiddenRows,
    rowHeights,
    rowHeight,
    ...columnsOf(sheet, styles.digitWidth, format),
  };
}

export function isProtected({ xml }: Worksheet): boolean {
  const protection = childOf(xml.root, 'sheetProtection');
  return protection !== undefined && isTrue(attributeOf(xml, protection, 'sheet'));
}

function columnsOf(
  { xml, rows, merges }: Worksheet,
  digitWidth: number,
  format: ReadonlyMap<string, string>,
) {
  // A format for all columns to the right is common: what lies beyond the last cell is left out.
  const lastOf = (columns: readonly number[]) => columns.reduce((a, b) => Math.max(a, b), 0);
  const last = Math.max(
    lastOf(rows.map(({ cells }) => cells.at(-1)?.column ?? 0)),
    lastOf(merges.map(({ area }) => area.right)),
  );
  const digits = Number(format.get('baseColWidth') ?? 8);
  const own = format.get('defaultColWidth');
  const columnWidth = columnPoints(own ? Number(own) : digits + 5 / digitWidth, digitWidth);
  const hiddenColumns = new Set<number>();
  const columnWidths = new Map<number, number>();
  for (const node of membersOf(xml.root, 'cols', 'col')) {
    const attributes = attributesOf(xml, node);
    const to = Math.min(Number(attributes.get('max')), last);
    const width = attributes.get('width');
    const points = width ? columnPoints(Number(width), digitWidth) : columnWidth;
    for (let column = Number(attributes.get('min')); column <= to; column++) {
      if (isTrue(attributes.get('hidden'))) hiddenColumns.add(column);
      if (points !== columnWidth) columnWidths.set(column, points);
    }
  }
  return { hiddenColumns, columnWidths, columnWidth };
}
