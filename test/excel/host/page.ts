import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Batch } from './batch.ts';
import { clientFile, clientFolder, connect, latestEverywhere } from './client.ts';
import type { EventMessage } from './events.ts';
import type { Host } from './host.ts';

// The fake host for a pane in Chromium. The page loads Microsoft's own office.js, which finds what it asks of
// Excel for Windows, then its own Excel client, which reaches the host in the test through a binding. Before
// the pane is opened:
//
//   const host = createHost(openXlsx(bytes));
//   await serveOffice(page, host);                  // or { displayLanguage: 'en-US' }
//   await page.goto(urlOfThePane);                  // its <script src="https://appsforoffice…/office.js"> is answered
//   …click in the pane…
//   expect(host.roundTrips).toBe(3);
//   host.type('D12', '…');  host.select('C5');  host.activate('別紙');   // what people do in the sheet
//   host.failAt({ trip: 1, code: 'AccessDenied' });                      // or afterActions: 5
//   host.workbook.sheets[0].cells.get('D12')                             // what became of it; saveXlsx(host.workbook)
//
// `servePlainOffice(page)` is the same without Excel: office.js answers { host: null }.

const folder = '/lib/1/hosted/';
const microsoft = `https://appsforoffice.microsoft.com${folder}`;

export interface Surroundings {
  /** `Office.context.displayLanguage`. */
  readonly displayLanguage?: string;
  /** The newest requirement set of ExcelApi; `'1.10'` is no number. */
  readonly excelApi?: number | string;
}

/** Makes of the page a task pane of Excel for Windows with the given host. Lasts across reloads. */
export async function serveOffice(
  page: Page,
  host: Host,
  { displayLanguage = 'ja-JP', excelApi = latestEverywhere }: Surroundings = {},
): Promise<void> {
  await page.exposeFunction('furikaeriExecute', (flags: number, body: Batch) =>
    host.execute(flags, body),
  );
  const tell = (message: EventMessage) => {
    page
      .evaluate((news) => {
        (globalThis as { furikaeriHear?: (news: EventMessage) => void }).furikaeriHear?.(news);
      }, message)
      // A page that is being left listens no more.
      .catch(() => {});
  };
  host.listeners.add(tell);
  page.once('close', () => host.listeners.delete(tell));
  const sets = JSON.stringify({ ExcelApi: String(excelApi), DelayForCellEdit: '1.1' });
  await page.addInitScript(actAsExcel, { displayLanguage, sets });
  await serveFiles(page, `window.furikaeriHear = (${connect})(OfficeExtension, furikaeriExecute);`);
}

/** A plain browser: office.js finds no host. */
export const servePlainOffice = (page: Page): Promise<void> => serveFiles(page, '');

/** Microsoft's own files where Microsoft serves them, with a few lines behind the Excel client. */
async function serveFiles(page: Page, behindClient: string): Promise<void> {
  await page.route(`${microsoft}**`, async (route) => {
    const path = join(clientFolder, new URL(route.request().url()).pathname.replace(folder, ''));
    if (path !== clientFile) return route.fulfill({ path });
    const body = `${readFileSync(path, 'utf8')}\n${behindClient}`;
    return route.fulfill({ contentType: 'text/javascript; charset=utf-8', body });
  });
}

/** Runs in the page before all else: what office.js asks of Excel for Windows. It stands alone, as text. */
function actAsExcel(excel: { readonly displayLanguage: string; readonly sets: string }): void {
  const answer = (value: unknown) => () => value;
  const context = {
    GetAppType: answer(1),
    GetAppVersionMajor: answer(16),
    GetAppVersionMinor: answer(0),
    GetHostFullVersion: answer('16.0.14332.20000'),
    GetAppUILocale: answer(excel.displayLanguage),
    GetAppDataLocale: answer('ja-JP'),
    GetAppCapabilities: answer(1),
    GetActivationMode: answer(1),
    GetControlIntegrationLevel: answer(1),
    GetSolutionRef: answer('furikaeri'),
    GetSolutionToken: answer(''),
    GetDocUrl: answer('Book1.xlsx'),
    GetSupportedMatrix: answer(excel.sets),
    GetSettings: answer({ Read: () => {} }),
  };
  const value = {
    GetHostInfo: answer(`Excel|Win32|16.01|${excel.displayLanguage}|||0`),
    GetLoggingAllowed: answer(false),
    GetContext: answer(context),
    RegisterEvent: (_event: number, _target: string, _handler: unknown, done: Done) => done(0),
    UnregisterEvent: (_event: number, _target: string, done: Done) => done(0),
  };
  Object.defineProperty(window, 'external', { value });
}

type Done = (error: number) => void;
