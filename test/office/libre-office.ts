import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { program } from '../browser/programs.ts';

/** LibreOffice opens a folder's `.xlsx` files of these names, and writes each to the folder inside that bears the kind's name. */
export function convert(folder: string, to: 'xlsx' | 'pdf', names: readonly string[]): void {
  const { status, stderr } = spawnSync(
    program('soffice'),
    [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      '--convert-to',
      to,
      '--outdir',
      join(folder, to),
      ...names.map((name) => join(folder, `${name}.xlsx`)),
    ],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
}

/** The text of a page that `convert` wrote, cell by cell. */
export function pageText(folder: string, name: string): string {
  const { stdout } = spawnSync(
    program('pdftotext'),
    ['-raw', join(folder, 'pdf', `${name}.pdf`), '-'],
    { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  return stdout;
}
