import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWith } from '../browser/programs.ts';
import { filled, gridsIn, template, templateNames, writableCells } from '../unit/xlsx/books.ts';
import { convert, pageText } from './libre-office.ts';

// What was written, as another program opens it: LibreOffice reads each file and writes it anew, as
// .xlsx, which is read here again, and as a page.

const odd = ['=1+1', '　一段落目。\n　二段落目。', '<b>&amp;_x0041_"', '髙﨑𠮟'];
const names = templateNames.filter((name) => name !== 'protected');

function filledTemplate(name: string): { bytes: Uint8Array; texts: Map<string, string> } {
  const before = template(name);
  const [grid] = gridsIn(before);
  const places = writableCells(grid).slice(-odd.length);
  const texts = new Map(places.map((place, n) => [place, odd[n] ?? '']));
  const writes = Array.from(texts, ([address, text]) => ({ address, text }));
  return { bytes: filled(before, { writes }), texts };
}

describeWith(['soffice', 'pdftotext'], 'LibreOffice', () => {
  let folder: string;
  const inserted = {
    insertions: [
      { after: 10, count: 2 },
      { after: 59, count: 1 },
    ],
    writes: [
      { address: 'D11', text: '増えた行の目標' },
      { address: 'D62', text: '最後の行の目標' },
    ],
  };

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'furikaeri-office-'));
    mkdirSync(join(folder, 'xlsx'));
    for (const name of names)
      writeFileSync(join(folder, `${name}.xlsx`), filledTemplate(name).bytes);
    writeFileSync(join(folder, 'inserted.xlsx'), filled(template('ward-merged'), inserted));
    writeFileSync(
      join(folder, 'computed.xlsx'),
      filled(template('formulas'), {
        writes: [
          { address: 'C9', text: '目標' },
          { address: 'C11', text: '目標' },
        ],
      }),
    );
    convert(folder, 'xlsx', [...names, 'inserted', 'computed']);
    convert(folder, 'pdf', ['inserted']);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const reopened = (name: string) => gridsIn(readFileSync(join(folder, 'xlsx', `${name}.xlsx`)));

  test.each(names)('%s holds what was written, and what was there', (name) => {
    const { bytes, texts } = filledTemplate(name);
    const [before] = gridsIn(bytes);
    const [after] = reopened(name);
    for (const [place, { text, formula }] of before?.cells ?? []) {
      if (!formula) expect([place, after?.cells.get(place)?.text ?? '']).toEqual([place, text]);
    }
    expect(texts.size).toBe(odd.length);
    for (const place of texts.keys()) expect(after?.cells.get(place)?.formula).toBe(false);
    expect(after?.merges).toEqual(before?.merges);
  });

  test('inserted rows stand where they should, in the print area and on the page', () => {
    const [grid] = reopened('inserted');
    expect(grid?.cells.get('D11')?.text).toBe('増えた行の目標');
    expect(grid?.cells.get('D62')?.text).toBe('最後の行の目標');
    expect(grid?.merges).toContainEqual({ top: 9, left: 1, bottom: 12, right: 2 });
    const area = grid?.names.find(({ name }) => name === '_xlnm.Print_Area')?.area;
    expect(area).toEqual({ top: 1, left: 1, bottom: 62, right: 8 });
    const page = pageText(folder, 'inserted');
    expect(page).toContain('増えた行の目標');
    expect(page).toContain('最後の行の目標');
  });

  test('formulas that depend on what was written are computed anew', () => {
    const [grid] = reopened('computed');
    expect(grid?.cells.get('C13')).toMatchObject({ text: '3', formula: true });
    expect(grid?.cells.get('C10')).toMatchObject({ text: '目標', formula: true });
    expect(grid?.cells.get('B2')).toMatchObject({ text: '区民課', formula: true });
  });
});
