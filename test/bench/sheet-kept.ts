import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { openWorkbook } from '../../core/xlsx/read/workbook.ts';
import { template, ward } from './sheet-task.ts';

/** The templates in which it is looked at what is left of all that was not to change. */
export const keptTemplates: Readonly<Record<string, () => Uint8Array>> = {
  'a ward’s, by LibreOffice': () => template(ward),
  'four worksheets, by LibreOffice': () => template('several-sheets'),
  'the ward’s with macros, printer settings, custom XML': withExcelParts,
};

export interface Kept {
  /** Parts beside the worksheet written to. */
  readonly same: number;
  readonly changed: number;
  readonly lost: number;
  readonly added: number;
  /** Elements of the worksheet, its rows apart, of which fewer are left. */
  readonly elements: readonly string[];
}

/** Compares what a template held with what is in the filled file, byte for byte as it comes out of the zip. */
export function keptOf(before: Uint8Array, after: Uint8Array, sheet: string): Kept {
  const old = unzipSync(before);
  const now = unzipSync(after);
  const written = partOf(before, sheet);
  const others = Object.keys(old).filter((path) => path !== written);
  const left = others.filter((path) => now[path]);
  const same = left.filter((path) => Buffer.compare(old[path] ?? none, now[path] ?? none) === 0);
  const counts = elementsOf(now[partOf(after, sheet)] ?? none);
  return {
    same: same.length,
    changed: left.length - same.length,
    lost: others.length - left.length,
    added: Object.keys(now).filter((path) => !old[path]).length,
    elements: [...elementsOf(old[written] ?? none)]
      .filter(([name, count]) => (counts.get(name) ?? 0) < count)
      .map(([name]) => name),
  };
}

const none = new Uint8Array();

/** The part of a worksheet. */
function partOf(bytes: Uint8Array, sheet: string): string {
  const workbook = openWorkbook(bytes);
  return (workbook.ok && workbook.value.sheets.find(({ name }) => name === sheet)?.path) || '';
}

function elementsOf(xml: Uint8Array): Map<string, number> {
  const counts = new Map<string, number>();
  const frame = strFromU8(xml).replace(/<sheetData>.*<\/sheetData>/s, '');
  for (const [, name = ''] of frame.matchAll(/<([A-Za-z:]+)/g)) {
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

/** The ward's template with parts such as Excel and document systems put in. */
function withExcelParts(): Uint8Array {
  const parts = unzipSync(template(ward));
  const put = (path: string, mark: string, more: string) => {
    parts[path] = strToU8(strFromU8(parts[path] ?? none).replace(mark, `${more}${mark}`));
  };
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006';
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;
  put(
    '[Content_Types].xml',
    '</Types>',
    '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>',
  );
  put(
    'xl/_rels/workbook.xml.rels',
    '</Relationships>',
    relation(
      'x1',
      'http://schemas.microsoft.com/office/2006/relationships/vbaProject',
      'vbaProject.bin',
    ) + relation('x2', `${office}/relationships/customXml`, '../customXml/item1.xml'),
  );
  parts['xl/worksheets/_rels/sheet1.xml.rels'] = strToU8(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('x1', `${office}/relationships/printerSettings`, '../printerSettings/printerSettings1.bin')}</Relationships>`,
  );
  parts['xl/vbaProject.bin'] = Uint8Array.from({ length: 4096 }, (_, at) => (at * 7) & 0xff);
  parts['xl/printerSettings/printerSettings1.bin'] = new Uint8Array(512).fill(1);
  parts['customXml/item1.xml'] = strToU8('<文書 番号="6川多総第1号"/>');
  return zipSync(parts);
}
