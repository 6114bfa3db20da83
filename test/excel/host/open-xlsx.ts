import { address } from '../../../core/xlsx/address.ts';
import { stringText } from '../../../core/xlsx/cell-text.ts';
import { columnPoints } from '../../../core/xlsx/column-width.ts';
import { readPart } from '../../../core/xlsx/read-part.ts';
import { areaOf } from '../../../core/xlsx/reference.ts';
import { relationsOf } from '../../../core/xlsx/relations.ts';
import type { SheetCell } from '../../../core/xlsx/sheet-rows.ts';
import { openWorkbook, type Worksheet } from '../../../core/xlsx/workbook.ts';
import type { XmlNode, XmlPart } from '../../../core/xlsx/xml.ts';
import {
  attributeOf,
  attributesOf,
  childOf,
  isTrue,
  membersOf,
  textOf,
} from '../../../core/xlsx/xml-look.ts';
import type { Format } from './format.ts';
import { moveFormula } from './formula.ts';
import { readFormats } from './read-formats.ts';
import { allowances, newSheet, type Sheet, type Value, type Workbook } from './workbook.ts';
import { apiWord, papers } from './xlsx-words.ts';

type Opened = Extract<ReturnType<typeof openWorkbook>, { ok: true }>['value'];

/** Opens an .xlsx in the fake host: cells, looks, sizes, merges, names, protection, print settings. */
export function openXlsx(bytes: Uint8Array): Workbook {
  const opened = openWorkbook(bytes);
  if (!opened.ok) throw new Error(`not opened: ${opened.problems[0]?.code}`);
  const book = opened.value;
  const formats = readFormats(stylesOf(book));
  const sheets = membersOf(book.xml.root, 'sheets', 'sheet').map((node, index) => {
    const attributes = attributesOf(book.xml, node);
    const found = book.sheets.find((sheet) => sheet.index === index);
    const name = attributes.get('name') ?? '';
    const sheet = newSheet(name, found ? 'worksheet' : 'chart', index);
    const state = attributes.get('state') ?? 'visible';
    sheet.visibility =
      state === 'hidden' ? 'Hidden' : state === 'veryHidden' ? 'VeryHidden' : 'Visible';
    if (found) fill(sheet, found, book, formats);
    return sheet;
  });
  const view = membersOf(book.xml.root, 'bookViews', 'workbookView')[0];
  const tab = Number((view && attributesOf(book.xml, view).get('activeTab')) ?? 0);
  const active = sheets[tab] ?? sheets.find(({ visibility }) => visibility === 'Visible');
  if (!active) throw new Error('no sheet in sight');
  const workbook: Workbook = {
    fileName: 'Book1.xlsx',
    sheets,
    names: [],
    active,
    selection: { top: 1, left: 1, bottom: 1, right: 1 },
  };
  for (const { name, localSheet, formula, node } of book.names) {
    const scope = localSheet === null ? null : (sheets[localSheet] ?? null);
    if (name.startsWith('_xlnm.')) setPrint(scope, name, formula);
    else {
      const attributes = attributesOf(book.xml, node);
      const visible = !isTrue(attributes.get('hidden'));
      const comment = attributes.get('comment') ?? '';
      workbook.names.push({ name, formula: `=${formula}`, comment, visible, scope });
    }
  }
  return workbook;
}

function stylesOf({ zip, path }: Opened) {
  const relations = relationsOf(zip, path);
  const styles = relations.ok && relations.value.find(({ kind }) => kind === 'styles');
  const part = styles ? readPart(zip, styles.target) : null;
  return part?.ok ? part.value : null;
}

/** The ranges that are printed, and the rows and columns that every page repeats. */
function setPrint(sheet: Sheet | null, name: string, formula: string): void {
  if (!sheet) return;
  const areas = formula
    .split(',')
    .map((part) => areaOf(part.slice(part.lastIndexOf('!') + 1)))
    .filter((area) => area !== null);
  const layout = sheet.pageLayout;
  if (name === '_xlnm.Print_Area') layout.printArea = areas[0] ?? null;
  if (name !== '_xlnm.Print_Titles') return;
  layout.titleRows = areas.find(({ right }) => right === 16_384) ?? null;
  layout.titleColumns = areas.find(({ bottom }) => bottom === 1_048_576) ?? null;
}

function fill(sheet: Sheet, from: Worksheet, book: Opened, formats: readonly Format[]): void {
  const { xml, rows } = from;
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
      sheet.rows.set(row.row, { height: Number(height ?? sheet.standardHeight), hidden });
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
  readLayout(sheet, from, own);
}

function readValue({ shared }: Opened, { xml }: Worksheet, { node, type }: SheetCell): Value {
  const inline = childOf(node, 'is');
  if (inline) return stringText(xml, inline);
  const kept = childOf(node, 'v');
  const text = kept ? textOf(xml, kept) : '';
  if (text === '') return '';
  if (type === 's') return shared[Number(text)] ?? '';
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

function readLayout(
  sheet: Sheet,
  { xml }: Worksheet,
  own: (name: string) => ReadonlyMap<string, string>,
): void {
  const layout = sheet.pageLayout;
  const [setup, margins, options] = [own('pageSetup'), own('pageMargins'), own('printOptions')];
  if (setup.get('orientation') === 'landscape') layout.orientation = 'Landscape';
  layout.paperSize = apiWord(papers, setup.get('paperSize'));
  if (setup.get('pageOrder') === 'overThenDown') layout.printOrder = 'OverThenDown';
  layout.blackAndWhite = isTrue(setup.get('blackAndWhite'));
  for (const side of ['left', 'right', 'top', 'bottom', 'header', 'footer'] as const) {
    const inches = margins.get(side);
    if (inches) layout[`${side}Margin`] = Number(inches) * 72;
  }
  layout.centerHorizontally = isTrue(options.get('horizontalCentered'));
  layout.centerVertically = isTrue(options.get('verticalCentered'));
  layout.printGridlines = isTrue(options.get('gridLines'));
  layout.printHeadings = isTrue(options.get('headings'));
  const fits = membersOf(xml.root, 'sheetPr', 'pageSetUpPr')[0];
  layout.zoom =
    fits && isTrue(attributesOf(xml, fits).get('fitToPage'))
      ? {
          horizontalFitToPages: Number(setup.get('fitToWidth') ?? 1) || null,
          verticalFitToPages: Number(setup.get('fitToHeight') ?? 1) || null,
        }
      : { scale: Number(setup.get('scale') ?? 100) };
  layout.rowBreaks = membersOf(xml.root, 'rowBreaks', 'brk').map(
    (node) => Number(attributesOf(xml, node).get('id')) + 1,
  );
  for (const [element, end] of [
    ['oddHeader', 'Header'],
    ['oddFooter', 'Footer'],
  ] as const) {
    const node = membersOf(xml.root, 'headerFooter', element)[0];
    if (node) Object.assign(layout.headersFooters, readParts(textOf(xml, node), end));
  }
  const view = membersOf(xml.root, 'sheetViews', 'sheetView')[0];
  const shown = view && attributesOf(xml, view).get('showGridLines');
  sheet.showGridlines = shown === undefined || isTrue(shown);
  const pane = view && childOf(view, 'pane');
  const split = pane ? attributesOf(xml, pane) : new Map<string, string>();
  if (split.get('state') === 'frozen') {
    const [rows, columns] = [Number(split.get('ySplit') ?? 0), Number(split.get('xSplit') ?? 0)];
    sheet.frozen = { rows, columns };
  }
  readLists(sheet, xml);
}

/** Lists to choose from; other rules are passed over. */
function readLists(sheet: Sheet, xml: XmlPart): void {
  for (const node of membersOf(xml.root, 'dataValidations', 'dataValidation')) {
    const attributes = attributesOf(xml, node);
    const source = childOf(node, 'formula1');
    if (attributes.get('type') !== 'list' || !source) continue;
    const text = textOf(xml, source);
    const list = {
      inCellDropDown: true,
      source: text.startsWith('"') ? text.slice(1, -1) : `=${text}`,
    };
    const alert = { message: '', showAlert: isTrue(attributes.get('showErrorMessage')) };
    for (const part of (attributes.get('sqref') ?? '').split(' ')) {
      const area = areaOf(part);
      if (!area) continue;
      sheet.validations.push({
        area,
        rule: { list },
        errorAlert: { ...alert, style: 'Stop', title: '' },
        prompt: { message: '', showPrompt: false, title: '' },
        ignoreBlanks: isTrue(attributes.get('allowBlank')),
      });
    }
  }
}

/** `&L…&C…&R…`: what stands at the left, in the middle, at the right. */
function readParts(text: string, end: string): Record<string, string> {
  const parts = /^(?:&L([\s\S]*?))?(?:&C([\s\S]*?))?(?:&R([\s\S]*))?$/.exec(text) ?? [];
  return Object.fromEntries(
    ['left', 'center', 'right'].flatMap((side, index) => {
      const text = parts[index + 1];
      return text ? [[side + end, text]] : [];
    }),
  );
}
