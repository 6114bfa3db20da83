import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import axe from 'axe-core';
import { type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { build, preview } from 'vite';

/**
 * Builds the gallery, takes its pictures into `dist/gallery-pictures` and asks
 * axe about each: `node test/gallery/shoot.ts [part of a name]`. For looking at.
 */

const root = import.meta.dirname;
const out = resolve(root, '../../dist/gallery-pictures');
const only = process.argv[2] ?? '';

const wide: BrowserContextOptions = { viewport: { width: 1366, height: 768 } };
const small: BrowserContextOptions = { viewport: { width: 320, height: 640 } };

const shots: {
  name: string;
  view: string;
  options: BrowserContextOptions;
  act?: (page: Page) => Promise<void>;
}[] = [
  ...['review', 'ask', 'pieces', 'pictures'].flatMap((view) => [
    { name: `${view}-wide`, view: `#/${view}`, options: wide },
    { name: `${view}-320`, view: `#/${view}`, options: small },
    {
      name: `${view}-contrast`,
      view: `#/${view}`,
      options: { ...wide, forcedColors: 'active' as const, colorScheme: 'dark' as const },
    },
  ]),
  { name: 'panel', view: '#/panel', options: { viewport: { width: 350, height: 600 } } },
  { name: 'panel-320', view: '#/panel', options: { viewport: { width: 320, height: 378 } } },
  { name: 'dialog', view: '?dialog#/ask', options: wide },
  {
    name: 'focus',
    view: '#/review',
    options: wide,
    act: async (page) => {
      await page.locator('#item-2 input').first().focus();
      await page.keyboard.press('2');
      await page.keyboard.press('k');
      await page.keyboard.press('n');
      await page.waitForTimeout(100);
      await page.keyboard.type('1件');
      await page.keyboard.press('Escape');
    },
  },
  { name: 'en', view: '#/review', options: { ...wide, locale: 'en' } },
];

mkdirSync(out, { recursive: true });
await build({ root, configFile: join(root, 'vite.config.ts'), logLevel: 'warn' });
const server = await preview({
  root,
  configFile: join(root, 'vite.config.ts'),
  preview: { port: 0, host: '127.0.0.1' },
  logLevel: 'warn',
});
const address = server.resolvedUrls?.local[0];
const browser = await chromium.launch({
  executablePath: process.env.FURIKAERI_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});

try {
  for (const { name, view, options, act } of shots.filter(({ name }) => name.includes(only))) {
    const context = await browser.newContext({ deviceScaleFactor: 1, ...options });
    const page = await context.newPage();
    page.on(
      'console',
      (message) => message.type() === 'error' && console.log(name, message.text()),
    );
    page.on('pageerror', (error) => console.log(name, error.message));
    await page.goto(`${address}${view}`);
    await page.locator('h1').waitFor();
    await act?.(page);
    await page.screenshot({
      path: join(out, `${name}.png`),
      fullPage: !act && name !== 'panel-320' && name !== 'dialog',
    });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (over > 0) console.log(`${name}: ${over}px too wide`);
    await page.evaluate(axe.source);
    // In forced colours axe reads the colours as written, not as forced.
    const rules = { 'color-contrast': { enabled: !options.forcedColors } };
    const { violations } = await page.evaluate(
      (options) => (window as unknown as { axe: typeof axe }).axe.run(options),
      { rules },
    );
    for (const { id, nodes } of violations)
      console.log(
        `${name}: ${id}`,
        nodes
          .map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary}`)
          .slice(0, 3),
      );
    if (name.endsWith('-wide')) {
      const pdf = join(out, `${name}.pdf`);
      writeFileSync(pdf, await page.pdf({ preferCSSPageSize: true, printBackground: false }));
      execFileSync('pdftoppm', ['-r', '60', '-png', pdf, join(out, `${name}-print`)]);
    }
    await context.close();
  }
} finally {
  await browser.close();
  await server.close();
}
