import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { findProgram } from './browsers.ts';

/** Draws the PNG icons from `icon.svg`, when the drawing has changed: `node scripts/icons.ts`. */

const folder = resolve(import.meta.dirname, '../extension/public/icon');
const drawing = readFileSync(join(folder, 'icon.svg'), 'utf8');

const executablePath = findProgram('chromium');
if (!executablePath) throw new Error('Chromium がありません。 / no Chromium.');
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  const page = await browser.newPage();
  for (const size of [16, 32, 48, 128]) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw}</style>${drawing}`);
    await page.screenshot({ path: join(folder, `${size}.png`), omitBackground: true });
  }
} finally {
  await browser.close();
}
