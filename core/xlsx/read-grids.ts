import { address } from './address.ts';
import { cellText } from './cell-text.ts';
import { columnPoints } from './column-width.ts';
import type { Grid, GridCell } from './grid.ts';
import { namesOf } from './grid-names.ts';
import type { Workbook, Worksheet } from './workbook.ts';
import { attributesOf, childOf, isTrue, membersOf } from './xml.ts';

const plainLook = { fontSize: 11, vertical: false, wraps: false };

/** Kept as long as its workbook: it is asked for when places are looked for, and when what was written is compared. */
const known = new WeakMap<Workbook, readonly Grid[]>();

/** What each worksheet of a workbook holds, in the workbook's order, hidden ones too. */
export function gridsOf(workbook: Workbook): readonly Grid[] {
  const grids = known.get(workbook) ?? workbook.sheets.map((sheet) => gridOf(workbook, sheet));
  known.set(workbook, grids);
  return grids;
}

function gridOf({ shared, styles, names }: Workbook, sheet: Worksheet): Grid {
  const { xml, rows, merges } = sheet;
  const cells = new Map<string, GridCell>();
  const hiddenRows = new Set<number>();
  const rowHeights = new Map<number, number>();
  const formatNode = childOf(xml.root, 'sheetFormatPr');
  const format = formatNode ? attributesOf(xml, formatNode) : new Map<string, string>();
  const rowHeight = Number(format.get('defaultRowHeight') ?? 15);
  for (const { row, attributes, cells: own } of rows) {
    if (isTrue(attributes.get('hidden'))) hiddenRows.add(row);
    const height = Number(attributes.get('ht') ?? rowHeight);
    if (height !== rowHeight) rowHeights.set(row, height);
    for (const cell of own) {
      const look = styles.looks[Number(cell.style ?? 0)] ?? plainLook;
      const text = cellText(xml, cell, shared);
      const formula = childOf(cell.node, 'f') !== undefined;
      cells.set(address(row, cell.column), { text, formula, ...look });
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
  return protection !== undefined && isTrue(attributesOf(xml, protection).get('sheet'));
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
