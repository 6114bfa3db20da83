import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { findProgram } from './browsers.ts';

/** Draws the PNG icons from the drawings, when one of them has changed: `node scripts/icons.ts`. */

interface Icons {
  readonly drawing: string;
  readonly folder: string;
  /** What the files' names begin with. */
  readonly name: string;
  readonly sizes: readonly number[];
}

const browserIcon = 'extension/public/icon/icon.svg';
const paneFolder = 'office-addin/public/icon';
const icons: readonly Icons[] = [
  { drawing: browserIcon, folder: 'extension/public/icon', name: '', sizes: [16, 32, 48, 128] },
  { drawing: browserIcon, folder: paneFolder, name: 'furikaeri-', sizes: [16, 32, 64, 80] },
  ...['fill', 'check'].map((name) => ({
    drawing: `office-addin/icons/${name}.svg`,
    folder: paneFolder,
    name: `${name}-`,
    sizes: [16, 32, 64, 80],
  })),
];

const root = resolve(import.meta.dirname, '..');
const executablePath = findProgram('chromium');
if (!executablePath) throw new Error('Chromium がありません。 / no Chromium.');
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  const page = await browser.newPage();
  for (const { drawing, folder, name, sizes } of icons) {
    const svg = readFileSync(resolve(root, drawing), 'utf8');
    for (const size of sizes) {
      await page.setViewportSize({ width: size, height: size });
      await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw}</style>${svg}`);
      const path = join(root, folder, `${name}${size}.png`);
      await page.screenshot({ path, omitBackground: true });
    }
  }
} finally {
  await browser.close();
}
