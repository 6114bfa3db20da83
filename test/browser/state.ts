import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { program } from './programs.ts';

/** What can be asked of any page in any state. */

/** The two widths every page has to stand. */
export const widths = [1366, 320];

/** What is wrong with the page for axe, and whether it is wider than its window; empty is good. */
export async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await (
      globalThis as unknown as { axe: { run(): Promise<AxeResults> } }
    ).axe.run();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    const { scrollWidth } = document.documentElement;
    return scrollWidth > innerWidth ? [...found, `wide: ${scrollWidth}`] : found;
  });
}

/** The sheets a page prints, as text without any blanks: where lines break says nothing. */
export async function printed(page: Page, folder: string): Promise<string[]> {
  const file = join(folder, 'printed.pdf');
  writeFileSync(file, await page.pdf({ preferCSSPageSize: true }));
  const text = execFileSync(program('pdftotext'), ['-raw', file, '-'], { encoding: 'utf8' });
  return text
    .split('\f')
    .slice(0, -1)
    .map((sheet) => sheet.replace(/\s/g, ''));
}

/** Waits until the page itself says that everything is on the disk. */
export async function saved(page: Page): Promise<void> {
  await page.waitForSelector('.f-status[data-state=saved]');
}
