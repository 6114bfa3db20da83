import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import type { Host } from './host/host.ts';
import { type Surroundings, serveOffice, servePlainOffice } from './host/page.ts';

const address = 'https://localhost:3000/';
const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
};

export interface PaneBuild {
  readonly folder: string;
  readonly remove: () => void;
}

/** The pane's own bundle, as `npm run build:addin` makes it, in a folder of its own. */
export async function buildPane(): Promise<PaneBuild> {
  const folder = mkdtempSync(join(tmpdir(), 'furikaeri-pane-'));
  await build({
    configFile: resolve('office-addin/vite.config.ts'),
    logLevel: 'error',
    build: { outDir: folder },
  });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

interface PaneOptions extends Surroundings {
  /** `#/check` */
  readonly room?: string;
  readonly width?: number;
  readonly height?: number;
}

export interface Pane {
  readonly page: Page;
  /** What the page's console complained of. */
  readonly complaints: string[];
}

/** Opens the pane before a host; `plain` is a browser without Excel, `offline` one that does not reach Microsoft. */
export async function openPane(
  browser: Browser,
  { folder }: PaneBuild,
  host: Host | 'plain' | 'offline',
  { room = '', width = 350, height = 768, ...surroundings }: PaneOptions = {},
  prepare?: (page: Page) => Promise<void>,
): Promise<Pane> {
  const page = await browser.newPage({ viewport: { width, height } });
  await prepare?.(page);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.route(`${address}**`, (route) => {
    const { pathname } = new URL(route.request().url());
    try {
      const body = readFileSync(join(folder, pathname));
      return route.fulfill({ contentType: types[extname(pathname)] ?? 'text/plain', body });
    } catch {
      return route.fulfill({ status: 404 });
    }
  });
  if (host === 'plain') await servePlainOffice(page);
  else if (host === 'offline')
    await page.route('https://appsforoffice.microsoft.com/**', (route) => route.abort());
  else await serveOffice(page, host, surroundings);
  await page.goto(`${address}taskpane.html${room}`);
  await page.locator('h1').waitFor();
  return { page, complaints };
}
