import { parseAddress } from '../../../core/xlsx/address.ts';
import { inlineString } from '../../../core/xlsx/read/cell-text.ts';
import { writableText } from '../../../core/xlsx/writable-text.ts';
import { encode } from '../../../core/xlsx/xml/xml-text.ts';
import type { Format } from './format.ts';
import { areaAddress } from './reference.ts';
import { allowances, type Cell, type Sheet, type Workbook } from './workbook.ts';
import { fileWord, papers } from './xlsx-words.ts';

const pixelsPerPoint = 4 / 3;
const inches = (points: number): string => String(points / 72);

/** A worksheet's part. */
export function sheetXml(
  namespace: string,
  { active, usual }: Workbook,
  sheet: Sheet,
  numberOf: (format: Format) => number,
): string {
  const { pageLayout: layout, frozen, merges } = sheet;
  const fits = layout.zoom.horizontalFitToPages || layout.zoom.verticalFitToPages;
  const yes = (is: boolean) => (is ? '1' : '0');
  return [
    `<worksheet xmlns="${namespace}">`,
    `<sheetPr><pageSetUpPr fitToPage="${yes(Boolean(fits))}"/></sheetPr>`,
    `<sheetViews><sheetView showGridLines="${yes(sheet.showGridlines)}" tabSelected="${yes(sheet === active)}" workbookViewId="0">${frozen ? pane(frozen) : ''}</sheetView></sheetViews>`,
    `<sheetFormatPr defaultColWidth="${digits(sheet.standardWidth, usual.digitWidth)}" defaultRowHeight="${sheet.standardHeight}" customHeight="1"/>`,
    columns(sheet, usual.digitWidth),
    `<sheetData>${rows(sheet, numberOf)}</sheetData>`,
    protection(sheet),
    merges.length > 0
      ? `<mergeCells count="${merges.length}">${merges.map((merge) => `<mergeCell ref="${areaAddress(merge)}"/>`).join('')}</mergeCells>`
      : '',
    validations(sheet),
    `<printOptions horizontalCentered="${yes(layout.centerHorizontally)}" verticalCentered="${yes(layout.centerVertically)}" headings="${yes(layout.printHeadings)}" gridLines="${yes(layout.printGridlines)}"/>`,
    `<pageMargins left="${inches(layout.leftMargin)}" right="${inches(layout.rightMargin)}" top="${inches(layout.topMargin)}" bottom="${inches(layout.bottomMargin)}" header="${inches(layout.headerMargin)}" footer="${inches(layout.footerMargin)}"/>`,
    pageSetup(sheet, Boolean(fits)),
    headerFooter(layout.headersFooters),
    layout.rowBreaks.length > 0
      ? `<rowBreaks count="${layout.rowBreaks.length}" manualBreakCount="${layout.rowBreaks.length}">${layout.rowBreaks.map((row) => `<brk id="${row - 1}" max="16383" man="1"/>`).join('')}</rowBreaks>`
      : '',
    '</worksheet>',
  ].join('');
}

const digits = (points: number, digitWidth: number): number =>
  Math.ceil(((points * pixelsPerPoint) / digitWidth) * 256) / 256;

function pane({ rows: down, columns: across }: { rows: number; columns: number }): string {
  const first = areaAddress({
    top: down + 1,
    left: across + 1,
    bottom: down + 1,
    right: across + 1,
  });
  const split = `${across ? ` xSplit="${across}"` : ''}${down ? ` ySplit="${down}"` : ''}`;
  const where = across && down ? 'bottomRight' : down ? 'bottomLeft' : 'topRight';
  return `<pane${split} topLeftCell="${first}" activePane="${where}" state="frozen"/>`;
}

function columns({ columns: known }: Sheet, digitWidth: number): string {
  const all = [...known].toSorted(([one], [other]) => one - other);
  const nodes = all.map(
    ([column, { width, hidden }]) =>
      `<col min="${column}" max="${column}" width="${digits(width, digitWidth)}" customWidth="1"${hidden ? ' hidden="1"' : ''}/>`,
  );
  return nodes.length > 0 ? `<cols>${nodes.join('')}</cols>` : '';
}

function rows(sheet: Sheet, numberOf: (format: Format) => number): string {
  const byRow = new Map<number, (readonly [column: number, place: string, cell: Cell])[]>();
  for (const row of sheet.rows.keys()) byRow.set(row, []);
  for (const [place, cell] of sheet.cells) {
    const at = parseAddress(place);
    if (!at) continue;
    const own = byRow.get(at.row) ?? [];
    own.push([at.column, place, cell]);
    byRow.set(at.row, own);
  }
  return [...byRow]
    .toSorted(([one], [other]) => one - other)
    .map(([row, cells]) => {
      const size = sheet.rows.get(row);
      const look = size
        ? ` ht="${size.height}"${size.custom ? ' customHeight="1"' : ''}${size.hidden ? ' hidden="1"' : ''}`
        : '';
      const own = cells
        .toSorted(([one], [other]) => one - other)
        .map(([, place, cell]) => cellXml(place, cell, numberOf(cell.format)));
      return `<row r="${row}"${look}>${own.join('')}</row>`;
    })
    .join('');
}

function cellXml(place: string, { value, formula }: Cell, style: number): string {
  const start = `<c r="${place}" s="${style}"`;
  const kept = typeof value === 'boolean' ? Number(value) : value;
  if (formula !== null) {
    const type =
      typeof value === 'string' ? ' t="str"' : typeof value === 'boolean' ? ' t="b"' : '';
    return `${start}${type}><f>${encode(formula.slice(1))}</f><v>${encode(String(kept))}</v></c>`;
  }
  if (value === '') return `${start}/>`;
  if (typeof value === 'string') {
    return `${start} t="inlineStr">${inlineString(writableText(value).text, '')}</c>`;
  }
  return `${start}${typeof value === 'boolean' ? ' t="b"' : ''}><v>${kept}</v></c>`;
}

function protection({ protection: own }: Sheet): string {
  if (!own) return '';
  const locks = allowances
    .filter((name) => own.allowed.has(name))
    .map((name) => ` ${name.charAt(5).toLowerCase()}${name.slice(6)}="0"`);
  return `<sheetProtection sheet="1" objects="1" scenarios="1"${locks.join('')}/>`;
}

/** Lists to choose from; other rules are left out. */
function validations({ validations: all }: Sheet): string {
  const lists = all.flatMap(({ area, rule, errorAlert, ignoreBlanks }) => {
    const list = rule.list as { source?: unknown; inCellDropDown?: boolean } | undefined;
    if (typeof list?.source !== 'string') return [];
    const source = list.source.startsWith('=') ? list.source.slice(1) : `"${list.source}"`;
    return [
      `<dataValidation type="list" allowBlank="${Number(ignoreBlanks)}" showErrorMessage="${Number(errorAlert.showAlert !== false)}" sqref="${areaAddress(area)}"><formula1>${encode(source)}</formula1></dataValidation>`,
    ];
  });
  return lists.length > 0
    ? `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`
    : '';
}

function pageSetup({ pageLayout: layout }: Sheet, fits: boolean): string {
  const { scale, horizontalFitToPages: wide, verticalFitToPages: tall } = layout.zoom;
  return [
    `<pageSetup paperSize="${fileWord(papers, layout.paperSize)}"`,
    fits ? ` fitToWidth="${wide || 0}" fitToHeight="${tall || 0}"` : ` scale="${scale || 100}"`,
    layout.printOrder === 'OverThenDown' ? ' pageOrder="overThenDown"' : '',
    layout.blackAndWhite ? ' blackAndWhite="1"' : '',
    ` orientation="${layout.orientation.toLowerCase()}"/>`,
  ].join('');
}

function headerFooter(texts: Readonly<Record<string, string>>): string {
  const parts = (end: string) =>
    (['left', 'center', 'right'] as const)
      .map((side) => {
        const text = texts[side + end];
        return text ? `&${side.charAt(0).toUpperCase()}${text}` : '';
      })
      .join('');
  const [header, footer] = [parts('Header'), parts('Footer')];
  if (header === '' && footer === '') return '';
  return `<headerFooter><oddHeader>${encode(header)}</oddHeader><oddFooter>${encode(footer)}</oddFooter></headerFooter>`;
}
