import { areaOf, lastColumn, lastRow } from '../../../core/xlsx/formula/reference.ts';
import { readPart } from '../../../core/xlsx/read/read-part.ts';
import { relationsOf } from '../../../core/xlsx/read/relations.ts';
import { type Workbook as Book, openWorkbook } from '../../../core/xlsx/read/workbook.ts';
import { parseXml } from '../../../core/xlsx/xml/xml.ts';
import { attributesOf, isTrue, membersOf } from '../../../core/xlsx/xml/xml-look.ts';
import { plainFont } from './format.ts';
import { readFormats } from './read-formats.ts';
import { fillSheet } from './read-sheet.ts';
import { newSheet, type Sheet, type Workbook } from './workbook.ts';

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
    if (found) fillSheet(sheet, found, book, formats);
    return sheet;
  });
  const view = membersOf(book.xml.root, 'bookViews', 'workbookView')[0];
  const tab = Number((view && attributesOf(book.xml, view).get('activeTab')) ?? 0);
  const active = sheets[tab] ?? sheets.find(({ visibility }) => visibility === 'Visible');
  if (!active) throw new Error('no sheet in sight');
  const workbook: Workbook = {
    fileName: 'Book1.xlsx',
    readOnly: false,
    usual: { font: formats[0]?.font ?? plainFont, digitWidth: book.styles.digitWidth },
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

function stylesOf({ zip, path }: Book) {
  const relations = relationsOf(zip, path);
  const styles = relations.ok && relations.value.find(({ kind }) => kind === 'styles');
  const part = styles ? readPart(zip, styles.target) : null;
  // As a workbook is opened, the styles in it are not kept as nodes.
  const whole = part?.ok ? parseXml(part.value.bytes) : null;
  return whole?.ok ? whole.value : null;
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
  layout.titleRows = areas.find(({ right }) => right === lastColumn) ?? null;
  layout.titleColumns = areas.find(({ bottom }) => bottom === lastRow) ?? null;
}
