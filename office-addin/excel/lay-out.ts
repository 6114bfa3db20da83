import {
  fontName,
  type Layout,
  type OptionalColumn,
  type OwnKind,
  ownLayout,
  paper,
  sceneChoices,
  styleFormats,
  tabName,
  usualColumns,
} from '../../core/sheet/form/own-layout.ts';
import { address } from '../../core/xlsx/address.ts';
import { columnPoints } from '../../core/xlsx/read/column-width.ts';
import { type FromExcel, inExcel } from './in-excel.ts';
import { read } from './read-sheet.ts';
import type { Reading } from './reading.ts';

/** Pixels of a digit in the font that a Japanese Excel begins a workbook with. */
const digitWidth = 8;

/**
 * Puts our own template into the open workbook, in a worksheet of its own, print settings included, and
 * shows it. Three round trips: which names are taken, the worksheet, what it is like now.
 */
export const layOut = (
  kind: OwnKind,
  columns: readonly OptionalColumn[] = usualColumns,
): Promise<FromExcel<Reading>> =>
  inExcel(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load('items/name');
    await context.sync();
    const name = freeName(worksheets.items.map((sheet) => sheet.name));
    context.application.suspendScreenUpdatingUntilNextSync();
    const sheet = worksheets.add(name);
    queueLayout(sheet, ownLayout(kind, columns));
    sheet.activate();
    await context.sync();
    return read(context, sheet);
  });

/** 目標・結果, or 目標・結果 (2) where that is there. */
export function freeName(taken: readonly string[]): string {
  const names = new Set(taken.map((name) => name.toLowerCase()));
  let name: string = tabName;
  for (let number = 2; names.has(name.toLowerCase()); number++) name = `${tabName} (${number})`;
  return name;
}

function queueLayout(sheet: Excel.Worksheet, layout: Layout): void {
  const { widths, heights, cells, merges, names, sceneCells, header, lastRow } = layout;
  const grid = Array.from({ length: lastRow }, (_, row) =>
    widths.map((_, column) => cells.get(address(row + 1, column + 1))),
  );
  const all = sheet.getRange(`A1:${address(lastRow, widths.length)}`);
  all.values = grid.map((line) => line.map((cell) => cell?.text ?? cell?.number ?? ''));
  all.setCellProperties(grid.map((line) => line.map((cell) => lookOf(cell?.style ?? 'plain'))));
  all.setRowProperties(
    grid.map((_, row) => {
      const rowHeight = heights.get(row + 1);
      return { format: rowHeight === undefined ? {} : { rowHeight } };
    }),
  );
  all.setColumnProperties(
    widths.map((width) => ({ format: { columnWidth: columnPoints(width, digitWidth) } })),
  );
  for (const merge of merges) sheet.getRange(merge).merge();
  // The worksheet's own names: another template in the workbook keeps its.
  for (const [name, range] of Object.entries(names)) {
    sheet.names.add(`furikaeri_${name}`, sheet.getRange(range));
  }
  const choices = sheet.getRange(sceneCells).dataValidation;
  choices.rule = { list: { inCellDropDown: true, source: sceneChoices } };
  choices.errorAlert = { message: '', showAlert: false, style: 'Information', title: '' };
  sheet.freezePanes.freezeRows(header);
  sheet.showGridlines = false;
  queuePaper(sheet.pageLayout, layout);
}

function queuePaper(page: Excel.PageLayout, { widths, header, lastRow }: Layout): void {
  page.orientation = 'Landscape';
  page.paperSize = 'A4';
  page.centerHorizontally = true;
  // As wide as a page, and as many pages as it takes.
  page.zoom = { horizontalFitToPages: 1 };
  page.setPrintMargins('Inches', paper.margins);
  page.setPrintArea(`A1:${address(lastRow, widths.length)}`);
  page.setPrintTitleRows(`${header}:${header}`);
  page.headersFooters.defaultForAllPages.centerFooter = paper.footer;
}

function lookOf(style: keyof typeof styleFormats | 'plain'): Excel.SettableCellProperties {
  if (style === 'plain') return {};
  const { size, bold, fill, border, horizontal, vertical } = styleFormats[style];
  const side = { style: 'Continuous', color: '#000000' } as const;
  return {
    format: {
      font: { name: fontName, size, bold },
      wrapText: true,
      horizontalAlignment: horizontal === 'left' ? 'Left' : 'Center',
      verticalAlignment: vertical === 'top' ? 'Top' : 'Center',
      ...(fill && { fill: { color: `#${fill}` } }),
      ...(border && { borders: { top: side, bottom: side, left: side, right: side } }),
    },
  };
}
