import { strToU8, type Zippable, zipSync } from 'fflate';

/** Files made to fill the memory or to take for ever (F23, F25), by what they are. */
export const bombs: Readonly<Record<string, () => Uint8Array>> = {
  'a worksheet of 60 MB': () => bookWith(blanks(60)),
  'the same, declared as 1 kB': () => declaring(1_000, bookWith(blanks(60))),
  'a worksheet of 10 MB with 200,000 numbers': () => bookWith(numbers(200_000)),
  'elements 100,000 deep': () => bookWith(strToU8('<a>'.repeat(100_000) + '</a>'.repeat(100_000))),
  'entities of entities': () => bookWith(strToU8(laughs)),
  '52 white pictures of 1 MB each': () =>
    bookWith(
      strToU8('<worksheet/>'),
      Object.fromEntries(
        Array.from({ length: 52 }, (_, index) => [`xl/media/${index}.bmp`, blanks(1)]),
      ),
    ),
};

const sheet = 'xl/worksheets/sheet1.xml';

const bookWith = (content: Uint8Array, more: Zippable = {}): Uint8Array =>
  zipSync(
    {
      '_rels/.rels': strToU8(
        '<Relationships><Relationship Id="a" Type="/officeDocument" Target="xl/workbook.xml"/></Relationships>',
      ),
      'xl/workbook.xml': strToU8(
        '<workbook xmlns:r="r"><sheets><sheet name="様式" sheetId="1" r:id="a"/></sheets></workbook>',
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        '<Relationships><Relationship Id="a" Type="/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
      ),
      ...more,
      [sheet]: content,
    },
    { level: 1 },
  );

/** An element with blanks in it, in megabytes. */
function blanks(size: number): Uint8Array {
  const bytes = new Uint8Array(size * 1024 * 1024).fill(0x20);
  bytes.set(strToU8('<worksheet>'));
  return bytes;
}

/** Cells that no two are the same, so that they are packed no tighter than an honest worksheet's. */
function numbers(count: number): Uint8Array {
  const row = (_: unknown, index: number) =>
    `<row r="${index + 1}"><c r="A${index + 1}"><v>${(index * 7919) % 1e6}</v></c></row>`;
  const rows = Array.from({ length: count }, row).join('');
  return strToU8(`<worksheet><sheetData>${rows}</sheetData></worksheet>`);
}

const laughs = `<!DOCTYPE a [<!ENTITY e0 "は">${Array.from(
  { length: 20 },
  (_, index) => `<!ENTITY e${index + 1} "${`&e${index};`.repeat(10)}">`,
).join('')}]><worksheet>&e20;</worksheet>`;

/** The same zip, another size told of its worksheet, in its own header and in the directory. */
function declaring(size: number, bytes: Uint8Array): Uint8Array {
  const told = bytes.slice();
  const view = new DataView(told.buffer);
  const text = Buffer.from(told).toString('latin1');
  view.setUint32(text.indexOf(sheet) - 30 + 22, size, true);
  view.setUint32(text.lastIndexOf(sheet) - 46 + 24, size, true);
  return told;
}
