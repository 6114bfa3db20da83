import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { gridsOf } from '../../../../core/xlsx/read/read-grids.ts';
import { openWorkbook } from '../../../../core/xlsx/read/workbook.ts';
import { bookOf, partsOf, problemsOf, template, templateNames, zipped } from '../books.ts';

const book = { sheets: { 様式: '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>' } };
const sound = bookOf(book);

/** A copy with some bytes changed. */
function changed(change: (view: DataView, bytes: Uint8Array) => void, bytes = sound): Uint8Array {
  const copy = bytes.slice();
  change(new DataView(copy.buffer), copy);
  return copy;
}
/** Where the directory's record of a part begins, and where the part's own header does. */
function placesOf(name: string, bytes = sound) {
  const text = Buffer.from(bytes).toString('latin1');
  return { header: text.indexOf(name) - 30, record: text.lastIndexOf(name) - 46 };
}
const end = sound.length - 22;
const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const wide = (word: string) => [...word].flatMap((letter) => [letter.charCodeAt(0), 0]);
const sheetPart = 'xl/worksheets/sheet1.xml';
const replaced = (name: string, part: string | Uint8Array) =>
  zipped({ ...partsOf(book), [name]: part });
const sheetXml = partsOf(book)[sheetPart] as string;
const { header, record } = placesOf(sheetPart);

test.each<[what: string, bytes: Uint8Array | (() => Uint8Array), problem: string]>([
  ['nothing', new Uint8Array(), 'not-xlsx'],
  ['a text', strToU8('部署名,目標\r\n区民課,目標の文'), 'text-file'],
  [
    'a text in Shift_JIS',
    Uint8Array.of(0x8b, 0xe6, 0x96, 0xaf, 0x2c, 0x31, 0x0d, 0x0a),
    'text-file',
  ],
  ['a text in UTF-16', Uint8Array.of(0xff, 0xfe, 0x3a, 0x53), 'text-file'],
  ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0x0d), 'not-xlsx'],
  [
    'a workbook with a password',
    Uint8Array.from([...ole, 0, 0, ...wide('EncryptedPackage')]),
    'encrypted',
  ],
  ['an .xls', Uint8Array.from([...ole, 0, 0, ...wide('Workbook')]), 'other-workbook'],
  [
    'another file of the old kind',
    Uint8Array.from([...ole, 0, 0, ...wide('WordDocument')]),
    'not-xlsx',
  ],
  ['an .xlsb', () => zipped({ 'xl/workbook.bin': Uint8Array.of(1) }), 'other-workbook'],
  ['an .ods', () => zipped({ mimetype: 'application/…', 'content.xml': '<a/>' }), 'other-workbook'],
  ['a zip of something else', () => zipped({ 'word/document.xml': '<a/>' }), 'not-xlsx'],
  ['an empty zip', () => zipSync({}), 'not-xlsx'],
  ['half a file', sound.slice(0, sound.length / 2), 'damaged-workbook'],
  ['a file without its last byte', sound.slice(0, -1), 'damaged-workbook'],
  [
    'a byte changed',
    changed((_, bytes) => {
      bytes[header + 60] = 0xff;
    }),
    `damaged-workbook ${sheetPart}`,
  ],
  [
    'another checksum',
    changed((view) => view.setUint32(record + 16, 1, true)),
    `damaged-workbook ${sheetPart}`,
  ],
  ['a password on a part', changed((view) => view.setUint16(record + 8, 1, true)), 'encrypted'],
  [
    'a size that is a lie',
    changed((view) => view.setUint32(record + 24, 5, true)),
    `damaged-workbook ${sheetPart}`,
  ],
  [
    'a size larger than what comes out',
    changed((view) => view.setUint32(record + 24, 5_000, true)),
    `damaged-workbook ${sheetPart}`,
  ],
  [
    'data that reach into the next part',
    changed((view) => view.setUint32(placesOf('[Content_Types].xml').record + 20, 400, true)),
    'unsafe-workbook',
  ],
  [
    'a size of 64 bits that is told nowhere',
    changed((view) => view.setUint32(record + 24, 0xffffffff, true)),
    'damaged-workbook',
  ],
  [
    'a method of its own',
    changed((view) => view.setUint16(record + 10, 12, true)),
    'unsafe-workbook',
  ],
  [
    'two names for one part',
    changed((_, bytes) => {
      bytes[header + 30] = 0x79;
    }),
    'unsafe-workbook',
  ],
  [
    'parts inside each other',
    changed((view) => view.setUint32(record + 42, 0, true)),
    'unsafe-workbook',
  ],
  [
    'more parts than a workbook has',
    changed((view) => view.setUint16(end + 10, 60_000, true)),
    'too-large',
  ],
  ['parts on other disks', changed((view) => view.setUint16(end + 4, 1, true)), 'unsafe-workbook'],
  [
    'a directory elsewhere',
    changed((view) => view.setUint32(end + 16, 7, true)),
    'damaged-workbook',
  ],
  ['a way out', () => zipped({ ...partsOf(book), '../a.xml': '<a/>' }), 'unsafe-workbook'],
  ['an absolute name', () => zipped({ ...partsOf(book), '/a.xml': '<a/>' }), 'unsafe-workbook'],
  [
    'a way out, as Windows writes it',
    () => zipped({ ...partsOf(book), 'xl\\..\\a.xml': '<a/>' }),
    'unsafe-workbook',
  ],
  [
    'a drive of Windows',
    () => zipped({ ...partsOf(book), 'C:\\a.xml': '<a/>' }),
    'unsafe-workbook',
  ],
  [
    'one part twice, with other slashes',
    () => zipped({ ...partsOf(book), 'XL\\Workbook.xml': '<a/>' }),
    'unsafe-workbook',
  ],
  [
    'one part twice',
    () => zipped({ ...partsOf(book), 'XL/Workbook.xml': '<a/>' }),
    'unsafe-workbook',
  ],
  [
    'a document type',
    () => replaced(sheetPart, `<!DOCTYPE x [<!ENTITY a "b">]>${sheetXml}`),
    `unsafe-workbook ${sheetPart}`,
  ],
  [
    'entities after the declaration',
    () =>
      replaced(
        sheetPart,
        '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>',
      ),
    `unsafe-workbook ${sheetPart}`,
  ],
  [
    'entities in UTF-16',
    () =>
      replaced(
        sheetPart,
        Uint8Array.from([0xff, 0xfe, ...wide(`<!DOCTYPE x [<!ENTITY a "b">]>${sheetXml}`)]),
      ),
    `unsafe-workbook ${sheetPart}`,
  ],
  [
    'XML in Shift_JIS',
    () => replaced(sheetPart, sheetXml.replace('UTF-8', 'Shift_JIS')),
    `unsafe-workbook ${sheetPart}`,
  ],
  [
    'bytes that are no UTF-8',
    () => replaced(sheetPart, Uint8Array.of(...strToU8(sheetXml), 0x83)),
    `unsafe-workbook ${sheetPart}`,
  ],
  [
    'a NUL',
    () => replaced(sheetPart, sheetXml.replace('<sheetData', '<sheetData\0')),
    `damaged-workbook ${sheetPart}`,
  ],
  [
    'a tag that is not closed',
    () => replaced(sheetPart, sheetXml.replace('</row>', '')),
    `damaged-workbook ${sheetPart}`,
  ],
  [
    'a tag closed by another',
    () => replaced(sheetPart, sheetXml.replace('</row>', '</rows>')),
    `damaged-workbook ${sheetPart}`,
  ],
  [
    'a tag cut off',
    () => replaced(sheetPart, sheetXml.slice(0, -4)),
    `damaged-workbook ${sheetPart}`,
  ],
  [
    'elements far inside each other',
    () => replaced(sheetPart, '<a>'.repeat(5_000) + '</a>'.repeat(5_000)),
    `too-large ${sheetPart}`,
  ],
  [
    'a worksheet that is missing',
    () => zipped({ ...partsOf(book), 'xl/_rels/workbook.xml.rels': '<Relationships/>' }),
    'damaged-workbook 様式',
  ],
  [
    'rows out of order',
    () => bookOf({ sheets: { 様式: '<sheetData><row r="2"/><row r="1"/></sheetData>' } }),
    'damaged-workbook 様式!3',
  ],
  [
    'cells out of order',
    () =>
      bookOf({
        sheets: { 様式: '<sheetData><row r="2"><c r="B2"/><c r="A2"/></row></sheetData>' },
      }),
    'damaged-workbook 様式!C2',
  ],
  [
    'a cell of another row',
    () => bookOf({ sheets: { 様式: '<sheetData><row r="2"><c r="A3"/></row></sheetData>' } }),
    'damaged-workbook 様式!A2',
  ],
])('refused: %s', (_, bytes, problem) => {
  const result = openWorkbook(typeof bytes === 'function' ? bytes() : bytes);
  expect(problemsOf(result)).toEqual([problem]);
});

const zeros = zipped({ ...partsOf(book), 'xl/media/a.bin': new Uint8Array(4 * 1024 * 1024) });
let state = 2;
const noise = Uint8Array.from({ length: 1_500_000 }, () => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state >>> 24;
});
const noises = zipped({ ...partsOf(book), 'a.bin': noise, 'b.bin': noise });
const rolled = (count: number, of: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => of(n)).join('');
const declaring = (names: readonly string[], size: number, bytes: Uint8Array) =>
  names.reduce(
    (copy, name) =>
      changed((view) => view.setUint32(placesOf(name, bytes).record + 24, size, true), copy),
    bytes,
  );

test.each<[what: string, bytes: Uint8Array | (() => Uint8Array), problem: string]>([
  ['a part packed a thousandfold', zeros, 'too-large'],
  ['parts that are too much together', declaring(['a.bin', 'b.bin'], 27e6, noises), 'too-large'],
  [
    'XML that is too much to read',
    () => replaced(sheetPart, `<a>${rolled(3_000_000, (n) => `目標${n * 7919}`)}</a>`),
    `too-large ${sheetPart}`,
  ],
  [
    'XML of tags alone',
    () => replaced(sheetPart, `<worksheet>${rolled(450_000, (n) => `<b n="${n}"/>`)}</worksheet>`),
    `too-large ${sheetPart}`,
  ],
  [
    'XML of tags alone, in several parts',
    () =>
      bookOf({
        sheets: {
          一: rolled(250_000, (n) => `<b n="${n}"/>`),
          二: rolled(250_000, (n) => `<b n="${n}"/>`),
        },
      }),
    'too-large xl/worksheets/sheet2.xml',
  ],
  [
    'formulas alone',
    () =>
      bookOf({
        sheets: {
          様式: `<sheetData>${rolled(201_000, (n) => `<row r="${n + 1}"><c r="A${n + 1}"><f>B${n}</f></c></row>`)}</sheetData>`,
        },
      }),
    'too-large 様式',
  ],
  [
    'XML packed a thousandfold',
    () => replaced(sheetPart, `<worksheet>${' '.repeat(3_500_000)}</worksheet>`),
    `too-large ${sheetPart}`,
  ],
  [
    'more than is declared',
    () => declaring([sheetPart], 500, replaced(sheetPart, sheetXml + ' '.repeat(100_000))),
    `damaged-workbook ${sheetPart}`,
  ],
  [
    'less than is declared',
    () => declaring([sheetPart], 5_000, sound),
    `damaged-workbook ${sheetPart}`,
  ],
])('a bomb is refused: %s', (_, bytes, problem) => {
  const result = openWorkbook(typeof bytes === 'function' ? bytes() : bytes);
  expect(problemsOf(result)).toEqual([problem]);
});

test('whatever bytes of a file are changed or lost, it is refused or read, and nothing is thrown', () => {
  const bytes = template('section-single');
  const change = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 6 });
  fc.assert(
    fc.property(change, fc.nat(bytes.length), fc.boolean(), (changes, length, cut) => {
      const copy = bytes.slice(0, cut ? length : bytes.length);
      for (const [at, byte] of changes) copy[at] = byte;
      const result = openWorkbook(copy);
      return result.ok || result.problems.length > 0;
    }),
    { numRuns: 300 },
  );
});

test('whatever signs a part is made of, it is refused or read, and nothing is thrown', () => {
  const signs = fc.constantFrom(
    ...'<>/="\'&;!?- [c]Ax1',
    '<!--',
    '<row r="1">',
    '<c r="A1" t="s">',
    '<v>',
  );
  const change = fc.array(fc.tuple(fc.nat(sheetXml.length), fc.nat(9), signs), { maxLength: 5 });
  fc.assert(
    fc.property(change, (changes) => {
      let text = sheetXml;
      for (const [at, length, sign] of changes) {
        text = text.slice(0, at) + sign + text.slice(at + length);
      }
      const result = openWorkbook(replaced(sheetPart, text));
      return result.ok ? gridsOf(result.value).length === 1 : result.problems.length > 0;
    }),
    { numRuns: 500 },
  );
});

test.each(templateNames)('%s opens', (name) => {
  expect(problemsOf(openWorkbook(template(name)))).toEqual([]);
});

test('styles and shared texts that are not there are done without', () => {
  const parts = partsOf({ ...book, shared: '<si><t>課</t></si>', styles: '<cellXfs/>' });
  delete parts['xl/styles.xml'];
  delete parts['xl/sharedStrings.xml'];
  expect(problemsOf(openWorkbook(zipped(parts)))).toEqual([]);
});

test('macros and a signature are told', () => {
  const traits = (parts: Record<string, string | Uint8Array>) => {
    const opened = openWorkbook(zipped(parts));
    return opened.ok && opened.value.traits;
  };
  const parts = partsOf(book);
  expect(traits(parts)).toEqual({ macros: false, signed: false });
  expect(traits({ ...parts, '_xmlsignatures/origin.sigs': '' })).toMatchObject({ signed: true });
  const relations = 'xl/_rels/workbook.xml.rels';
  const macro = '<Relationship Id="m" Type="http://a/vbaProject" Target="vbaProject.bin"/>';
  const withMacro = String(parts[relations]).replace(
    '</Relationships>',
    `${macro}</Relationships>`,
  );
  expect(traits({ ...parts, [relations]: withMacro })).toMatchObject({ macros: true });
});
