import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { heightOf } from '../../core/sheet/fill/row-height.ts';
import { parseAddress } from '../../core/xlsx/address.ts';
import { openWorkbook } from '../../core/xlsx/read/workbook.ts';
import { readDirectory } from '../../core/xlsx/zip/zip-directory.ts';
import { describeWith } from '../browser/programs.ts';
import { changedParts, filled, gridsIn } from '../unit/xlsx/books.ts';
import { type FilledTemplate, filledTemplate } from './filled-sheets.ts';
import { convert, pageText } from './libre-office.ts';

// Sheets as full as can be, on paper: LibreOffice leaves a line that is cut off out of the page.

const templates = new Map(
  [...globSync('test/fixtures/templates/*.xlsx'), ...globSync('templates/*.xlsx')]
    .map((path) => [basename(path, '.xlsx'), path] as const)
    .filter(([name]) => name !== 'protected')
    .sort(),
);
const names = [...templates.keys()];
const before = (name: string) => new Uint8Array(readFileSync(templates.get(name) ?? ''));

/** Points that LibreOffice gives a line of 11 in Noto Sans CJK. */
const line = 16;

/** The same workbook, each row that was written to a line lower. */
function lowered({ bytes, plans }: FilledTemplate): Uint8Array {
  const grids = gridsIn(bytes);
  const changes = plans.map(({ sheet, writes }) => {
    const grid = grids.find(({ name }) => name === sheet);
    const rows = new Set(writes.map(({ address }) => parseAddress(address)?.row ?? 0));
    const heights = [...rows].map((row) => {
      const now = grid ? heightOf(grid, row) : 0;
      return { row, points: Math.max(1, now - line) };
    });
    return { sheet, heights };
  });
  return filled(bytes, ...changes);
}

/** Without blanks, and without what chooses among the shapes of a letter. */
const bare = (text: string) => text.replace(/\s|[\u{e0100}-\u{e01ef}]/gu, '');

describeWith(['soffice', 'pdftotext'], 'LibreOffice', () => {
  const books = new Map<string, FilledTemplate>();
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'furikaeri-filled-'));
    for (const name of names) {
      // Blocks of two rows: none is put in.
      const book = filledTemplate(before(name), name === 'vertical-scenes');
      books.set(name, book);
      writeFileSync(join(folder, `${name}.xlsx`), book.bytes);
      writeFileSync(join(folder, `${name}-lower.xlsx`), lowered(book));
    }
    convert(
      folder,
      'pdf',
      names.flatMap((name) => [name, `${name}-lower`]),
    );
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const bookOf = (name: string) => {
    const book = books.get(name);
    if (!book) throw new Error(name);
    return book;
  };
  const missing = (name: string, page: string) => {
    const shown = bare(pageText(folder, page));
    const texts = bookOf(name).plans.flatMap(({ writes }) => writes.map(({ text }) => text ?? ''));
    expect(texts.length).toBeGreaterThan(10);
    return texts.filter((text) => !shown.includes(bare(text)));
  };

  test.each(names)('%s shows every text whole', (name) => {
    const own = templates.get(name)?.startsWith('templates/');
    expect(bookOf(name).longest).toBeGreaterThanOrEqual(own ? 800 : 300);
    expect(missing(name, name)).toEqual([]);
    // Of a line that is cut in half LibreOffice still shows the letters: a line lower they are there yet.
    expect(missing(name, `${name}-lower`)).toEqual([]);
  });

  test.each(names)('%s keeps every other part as it is in the zip', (name) => {
    const { bytes, plans } = bookOf(name);
    const workbook = openWorkbook(before(name));
    if (!workbook.ok) throw new Error(name);
    const { path, sheets } = workbook.value;
    const written = sheets.filter((sheet) => plans.some((plan) => plan.sheet === sheet.name));
    // A cell that is set to wrap gets a copy of its style.
    const styles = plans.some(({ wraps }) => wraps) ? ['xl/styles.xml'] : [];
    const touched = [...styles, ...written.map((sheet) => sheet.path), path];
    expect(changedParts(before(name), bytes).filter((part) => !touched.includes(part))).toEqual([]);
    expect(packed(bytes, touched)).toEqual(packed(before(name), touched));
  });
});

/** The compressed bytes of a zip's parts, in their order, of some the name alone. */
function packed(bytes: Uint8Array, but: readonly string[]): [name: string, hex: string][] {
  const directory = readDirectory(bytes);
  if (!directory.ok) throw new Error(directory.problems[0]?.code);
  return directory.value.entries.map(({ name, from, to }) => [
    name,
    but.includes(name) ? '' : Buffer.from(bytes.subarray(from, to)).toString('hex'),
  ]);
}
