import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProgram } from './browsers.ts';
import { flatSheet } from './flat-sheet.ts';
import { templateBooks } from './template-books.ts';

// `node scripts/template-fixtures.ts`: test/fixtures/templates/*.xlsx, written by LibreOffice.
// They are committed: another version of LibreOffice writes other bytes.

const folder = mkdtempSync(join(tmpdir(), 'furikaeri-templates-'));
try {
  const books = Object.entries(templateBooks());
  for (const [name, book] of books) writeFileSync(join(folder, `${name}.fods`), flatSheet(book));
  const { status } = spawnSync(
    findProgram('soffice') ?? 'soffice',
    [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      '--convert-to',
      'xlsx:Calc MS Excel 2007 XML',
      '--outdir',
      folder,
      ...books.map(([name]) => join(folder, `${name}.fods`)),
    ],
    { stdio: 'inherit' },
  );
  if (status !== 0) throw new Error('LibreOffice');
  for (const [name] of books) {
    copyFileSync(join(folder, `${name}.xlsx`), `test/fixtures/templates/${name}.xlsx`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
