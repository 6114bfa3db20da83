import { strToU8, zipSync } from 'fflate';
import { address } from '../address.ts';
import { longestText, writableText } from '../writable-text.ts';
import { encode } from '../xml/xml-text.ts';

/** A text, a number, or a share of 0–1 that is shown in per cent; null: nothing. */
export type PlainCell = string | number | { readonly percent: number } | null;

/** One worksheet: a head that stays in view, and rows under it. */
export interface PlainSheet {
  readonly name: string;
  /** Of the columns, in letters of the standard font. */
  readonly widths: readonly number[];
  readonly head: readonly string[];
  readonly rows: readonly (readonly PlainCell[])[];
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * A new workbook (.xlsx) of texts and numbers. A text is a text, whatever it begins with: it stands
 * inline, in a cell of the format text, and is kept one when it is edited (`quotePrefix`). Letters that
 * no cell can hold are left out (`writableText`); a text that is longer than a cell goes on in the rows
 * below, which hold nothing else. The names of the sheets are the caller's own.
 */
export function makeBook(sheets: readonly PlainSheet[]): Uint8Array<ArrayBuffer> {
  const each = (make: (sheet: PlainSheet, number: number) => string) =>
    sheets.map((sheet, index) => make(sheet, index + 1)).join('');
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/>${each((_, n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${types}.worksheet+xml"/>`)}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${each(({ name }, n) => `<sheet name="${encode(name)}" sheetId="${n}" r:id="rId${n}"/>`)}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}/relationships">${each((_, n) => `<Relationship Id="rId${n}" Type="${office}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}<Relationship Id="rId${sheets.length + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': styles,
  };
  sheets.forEach((sheet, index) => {
    parts[`xl/worksheets/sheet${index + 1}.xml`] = worksheet(sheet);
  });
  const files = Object.entries(parts).map(
    ([name, xml]) =>
      [name, strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`)] as const,
  );
  // The zip's clock knows no zone: the same bytes everywhere.
  return new Uint8Array(zipSync(Object.fromEntries(files), { mtime: new Date(1980, 0, 1) }));
}

/** By their places below: plain, text, head, per cent. */
const look = { text: 1, head: 2, percent: 3 } as const;
const wrapped = '<alignment vertical="top" wrapText="1"/>';
const styles = `<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="游ゴシック"/></font><font><b/><sz val="11"/><name val="游ゴシック"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE6E6E6"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1">${wrapped}</xf><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1" applyAlignment="1">${wrapped}</xf><xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1">${wrapped}</xf><xf numFmtId="9" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1">${wrapped}</xf></cellXfs></styleSheet>`;

function worksheet({ widths, head, rows }: PlainSheet): string {
  const columns = widths
    .map(
      (width, index) =>
        `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
    )
    .join('');
  const lines = [
    line(1, head, look.head),
    ...rows.flatMap(inCells).map((cells, index) => line(index + 2, cells, look.text)),
  ].join('');
  return `<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns}</cols><sheetData>${lines}</sheetData><pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>`;
}

/** A row as cells can hold it, and the rows in which its long texts go on. */
function inCells(row: readonly PlainCell[]): PlainCell[][] {
  const columns = row.map((cell) => (typeof cell === 'string' ? piecesOf(cell) : [cell]));
  const height = Math.max(1, ...columns.map(({ length }) => length));
  return Array.from({ length: height }, (_, index) =>
    columns.map((pieces) => pieces[index] ?? null),
  );
}

function piecesOf(cell: string): string[] {
  const { text } = writableText(cell);
  const pieces: string[] = [];
  for (let from = 0; from < text.length; ) {
    const end = from + longestText;
    // Never between the halves of a pair.
    const to = (text.codePointAt(end - 1) ?? 0) > 0xffff ? end - 1 : end;
    pieces.push(text.slice(from, to));
    from = to;
  }
  return pieces;
}

const line = (row: number, cells: readonly PlainCell[], style: number): string =>
  `<row r="${row}">${cells.map((cell, index) => cellOf(address(row, index + 1), cell, style)).join('')}</row>`;

function cellOf(place: string, cell: PlainCell, style: number): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
  if (typeof cell === 'object')
    return `<c r="${place}" s="${look.percent}"><v>${cell.percent}</v></c>`;
  // What looks like an escape of Excel's is escaped itself.
  const text = cell.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${encode(text)}</t></is></c>`;
}
