import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { describeWith, patience, program } from '../browser/programs.ts';
import { createHost, type Host } from './host/host.ts';
import { type Surroundings, serveOffice, servePlainOffice } from './host/page.ts';
import { newWorkbook } from './host/workbook.ts';

/** A page that loads office.js as a pane does. */
const address = 'https://localhost:3000/taskpane.html';
const html =
  '<!doctype html><script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>';

// biome-ignore lint/suspicious/noExplicitAny: globals of Microsoft's scripts, inside the page.
type World = any;

describeWith(['chromium'], 'the fake host in a page', () => {
  let browser: Browser;
  let page: Page;
  let host: Host;

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: program('chromium'),
      timeout: patience,
      args: ['--no-sandbox'],
    });
  });
  afterAll(() => browser.close());

  beforeEach(async () => {
    page = await browser.newPage();
    await page.route(address, (route) => route.fulfill({ contentType: 'text/html', body: html }));
    host = createHost(newWorkbook('様式'));
  });

  const open = async (surroundings?: Surroundings) => {
    await serveOffice(page, host, surroundings);
    await page.goto(address);
  };

  it('answers like Excel for Windows', async () => {
    await open({ displayLanguage: 'en-US' });
    const seen = await page.evaluate(async () => {
      const { Office } = globalThis as World;
      const ready = await Office.onReady();
      const { displayLanguage, requirements } = Office.context;
      return {
        ready,
        displayLanguage,
        old: requirements.isSetSupported('ExcelApi', '1.9'),
        own: requirements.isSetSupported('ExcelApi', '1.14'),
        newer: requirements.isSetSupported('ExcelApi', '1.15'),
        pushState: history.pushState,
      };
    });
    expect(seen).toEqual({
      ready: { host: 'Excel', platform: 'PC', addin: null },
      displayLanguage: 'en-US',
      old: true,
      own: true,
      newer: false,
      pushState: null,
    });
  });

  it('writes into the workbook of the test, in one round trip, and again when it was loaded anew', async () => {
    await open();
    const write = () =>
      (globalThis as World).Excel.run(async (context: World) => {
        context.workbook.worksheets.getItem('様式').getRange('A1').values = [['目標']];
        await context.sync();
      });
    await page.evaluate(write);
    expect(host.workbook.active.cells.get('A1')?.value).toBe('目標');
    expect(host.roundTrips).toBe(1);
    await page.reload();
    await page.evaluate(write);
    expect(host.roundTrips).toBe(2);
  });

  it('tells the page what was typed and selected', async () => {
    await open();
    await page.evaluate(() =>
      (globalThis as World).Excel.run(async (context: World) => {
        const sheet = context.workbook.worksheets.getActiveWorksheet();
        (globalThis as World).heard = [];
        for (const event of [sheet.onChanged, sheet.onSelectionChanged]) {
          event.add(async ({ type, address }: World) =>
            (globalThis as World).heard.push([type, address]),
          );
        }
        await context.sync();
      }),
    );
    host.type('B2', '受付');
    host.select('C3:D4');
    await expect
      .poll(() => page.evaluate(() => (globalThis as World).heard))
      .toEqual([
        ['WorksheetChanged', 'B2'],
        ['WorksheetSelectionChanged', 'C3:D4'],
      ]);
  });

  it('finds no host in a plain browser', async () => {
    await servePlainOffice(page);
    await page.goto(address);
    const ready = await page.evaluate(() => (globalThis as World).Office.onReady());
    expect(ready).toMatchObject({ host: null, platform: null });
    expect(await page.evaluate(() => typeof (globalThis as World).Excel)).toBe('undefined');
  });
});
