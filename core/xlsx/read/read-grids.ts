import { address } from '../address.ts';
import { namesOf } from '../formula/grid-names.ts';
import type { Grid, GridCell } from '../grid.ts';
import {
  attributeOf,
  attributesNamed,
  attributesOf,
  childOf,
  isTrue,
  membersOf,
} from '../xml/xml-look.ts';
import { pivotsOf, tablesOf } from './attached-areas.ts';
import { cellText } from './cell-text.ts';
import { columnPoints } from './column-width.ts';
import { validationsOf } from './validations.ts';
import type { Workbook, Worksheet } from './workbook.ts';

/** Cells of all worksheets together; one takes a hundred bytes and more. */
const cellLimit = 200_000;

const rowAttributes = ['hidden', 'ht'];

/**
 * What each worksheet of a workbook holds, in the workbook's order, hidden ones too. It is kept: it is
 * asked for more than once. Of worksheets that have hundreds of thousands of cells, which are no forms,
 * the rows beyond are left out, so that the memory holds them (F23).
 */
export function gridsOf(workbook: Workbook): readonly Grid[] {
  workbook.known.grids ??= workbook.sheets.map((sheet, index) =>
    gridOf(workbook, sheet, sharesOf(workbook)[index] ?? 0),
  );
  return workbook.known.grids;
}

/** How many cells of each worksheet are shown: the small ones have theirs first. */
function sharesOf({ sheets }: Workbook): number[] {
  const shares: number[] = [];
  const bySize = [...sheets.entries()].sort(([, a], [, b]) => a.rows.cellCount - b.rows.cellCount);
  let left = cellLimit;
  for (const [index, { rows }] of bySize) {
    shares[index] = Math.min(left, rows.cellCount);
    left -= shares[index];
  }
  return shares;
}

function gridOf(workbook: Workbook, sheet: Worksheet, share: number): Grid {
  const { shared, styles, names } = workbook;
  const { xml, rows, merges } = sheet;
  const cells = new Map<string, GridCell>();
  const hiddenRows = new Set<number>();
  const rowHeights = new Map<number, number>();
  const formatNode = childOf(xml.root, 'sheetFormatPr');
  const format = formatNode ? attributesOf(xml, formatNode) : new Map<string, string>();
  const rowHeight = Number(format.get('defaultRowHeight') ?? 15);
  const empty = new Map<string | undefined, GridCell>();
  let lastColumn = 0;
  for (let index = 0; index < rows.count && cells.size <= share; index++) {
    const { row, node, cells: own } = rows.at(index);
    const [hidden, points] = attributesNamed(xml, node, rowAttributes);
    if (isTrue(hidden)) hiddenRows.add(row);
    const height = Number(points ?? rowHeight);
    if (height !== rowHeight) rowHeights.set(row, height);
    for (const cell of own) {
      const { column, style } = cell;
      lastColumn = Math.max(lastColumn, column);
      if (cell.node.children.length === 0) {
        // Most cells of a sheet drawn with borders are alike.
        const known = empty.get(style) ?? { text: '', formula: false, look: styles.look(style) };
        empty.set(style, known);
        cells.set(address(row, column), known);
        continue;
      }
      const text = cellText(xml, cell, shared);
      const formula = childOf(cell.node, 'f') !== undefined;
      cells.set(address(row, column), { text, formula, look: styles.look(style) });
    }
  }
  for (const { area } of merges) lastColumn = Math.max(lastColumn, area.right);
  return {
    name: sheet.name,
    hidden: sheet.hidden,
    protected: isProtected(sheet),
    cells,
    merges: merges.map(({ area }) => area),
    names: namesOf(sheet.name, sheet.index, names),
    validations: validationsOf(workbook, sheet),
    tables: tablesOf(workbook, sheet),
    pivots: pivotsOf(workbook, sheet),
    hiddenRows,
    rowHeights,
    rowHeight,
    ...columnsOf(sheet, styles.digitWidth, format, lastColumn),
  };
}

export function isProtected({ xml }: Worksheet): boolean {
  const protection = childOf(xml.root, 'sheetProtection');
  return protection !== undefined && isTrue(attributeOf(xml, protection, 'sheet'));
}

/** Widths up to the last column that is used: a format for all columns to the right is common. */
function columnsOf(
  { xml }: Worksheet,
  digitWidth: number,
  format: ReadonlyMap<string, string>,
  last: number,
) {
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
