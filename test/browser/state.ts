import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import axe, { type AxeResults, type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { program } from './programs.ts';

/** What can be asked of any page in any state. */

/** The two widths every page has to stand; the last is that of new pages. */
const widths = [320, 1366];

/** What is wrong with the page for axe, and whether it is wider than its window, at both widths, and its contrast in the dark; empty is good. */
export async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const found: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 768 });
    await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' })); // what lies under the header is no target
    found.push(...(await page.evaluate(barriersHere, null)).map((line) => `${width} px: ${line}`));
  }
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await page.evaluate(barriersHere, ['color-contrast']);
  await page.emulateMedia({ colorScheme: null });
  return [...found, ...dark.map((line) => `dark: ${line}`)];
}

/** `only`: these rules, or all. */
async function barriersHere(only: string[] | null): Promise<string[]> {
  const { axe } = globalThis as unknown as {
    axe: { run(options: RunOptions): Promise<AxeResults> };
  };
  const { violations } = await axe.run({
    resultTypes: ['violations'], // to name what passed takes the most time
    ...(only ? { runOnly: only } : { rules: { 'target-size': { enabled: true } } }),
  });
  const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  const { scrollWidth } = document.documentElement;
  return scrollWidth > innerWidth ? [...found, `wide: ${scrollWidth}`] : found;
}

/** The sheets a page prints, as text without any blanks: where lines break says nothing. */
export async function printed(page: Page, folder: string): Promise<string[]> {
  const file = join(folder, 'printed.pdf');
  writeFileSync(file, await page.pdf({ preferCSSPageSize: true }));
  return sheetsOf(file);
}

/** The sheets of a PDF, as text without any blanks. */
export function sheetsOf(file: string): string[] {
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
