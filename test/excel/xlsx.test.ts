import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeWith } from '../browser/programs.ts';
import { convert } from '../office/libre-office.ts';
import { openXlsx } from './host/open-xlsx.ts';
import { saveXlsx } from './host/save-xlsx.ts';
import { newWorkbook, type Workbook } from './host/workbook.ts';

const files = ['test/fixtures/templates', 'templates'].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.xlsx'))
    .map((name) => join(folder, name)),
);

const open = (file: string): Workbook => openXlsx(readFileSync(file));

describe('the host’s files', () => {
  it.each(files)('%s comes back as it was', (file) => {
    const workbook = open(file);
    expect(openXlsx(saveXlsx(workbook))).toEqual(workbook);
  });

  it('keeps a workbook that was made in the host', () => {
    const workbook = newWorkbook('様式', '別紙');
    expect(openXlsx(saveXlsx(workbook))).toEqual(workbook);
  });
});

describeWith(['soffice'], 'the host’s files in LibreOffice', () => {
  it('opens with the same texts and merges', () => {
    const folder = mkdtempSync(join(tmpdir(), 'furikaeri-host-'));
    try {
      const workbook = open('test/fixtures/templates/ward-filled.xlsx');
      writeFileSync(join(folder, 'ward.xlsx'), saveXlsx(workbook));
      convert(folder, 'xlsx', ['ward']);
      expect(shown(open(join(folder, 'xlsx', 'ward.xlsx')))).toEqual(shown(workbook));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

const shown = ({ sheets, names }: Workbook) => ({
  names: names.map(({ name, formula }) => `${name} ${formula}`),
  sheets: sheets.map(({ name, cells, merges, pageLayout }) => ({
    name,
    texts: [...cells]
      .filter(([, { value }]) => value !== '')
      .map(([place, { value }]) => `${place} ${value}`)
      .toSorted(),
    merges: merges.map((area) => JSON.stringify(area)).toSorted(),
    titleRows: pageLayout.titleRows,
    orientation: pageLayout.orientation,
  })),
});
