import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Batch } from './batch.ts';
import { clientFile, clientFolder, latestEverywhere, supports } from './client.ts';
import type { EventMessage } from './events.ts';
import type { Host } from './host.ts';

// The fake host for a pane in Chromium. The host lives in the test; the page has Microsoft's real client,
// which reaches the host through a binding. Before the pane is opened:
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
// `servePlainOffice(page)` is the same script in a plain browser: Microsoft's own office.js, which
// answers { host: null }.

const scriptAddress = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';

export interface Surroundings {
  /** `Office.context.displayLanguage`. */
  readonly displayLanguage?: string;
  /** The newest requirement set of ExcelApi. */
  readonly excelApi?: number;
  readonly platform?: 'PC' | 'Mac' | 'OfficeOnline';
}

/** Answers for office.js with the Excel client on the given host. Works across reloads of the page. */
export async function serveOffice(
  page: Page,
  host: Host,
  { displayLanguage = 'ja-JP', excelApi = latestEverywhere, platform = 'PC' }: Surroundings = {},
): Promise<void> {
  await page.exposeFunction('furikaeriExecute', (flags: number, body: Batch) =>
    host.execute(flags, body),
  );
  const tell = (message: EventMessage) => {
    page
      .evaluate((news) => {
        // biome-ignore lint/suspicious/noExplicitAny: an internal of the client, which no type describes.
        (globalThis as any).OfficeExtension?._testTriggerRichApiMessageEvent({ entries: [news] });
      }, message)
      // A page that is being left listens no more.
      .catch(() => {});
  };
  host.listeners.add(tell);
  page.once('close', () => host.listeners.delete(tell));
  const settings = JSON.stringify({ displayLanguage, platform });
  const connecting = `(${connect})(${settings}, (${supports})(${excelApi}))`;
  const script = `${readFileSync(clientFile, 'utf8')}\n;${connecting};`;
  await page.route(scriptAddress, (route) =>
    route.fulfill({ contentType: 'text/javascript; charset=utf-8', body: script }),
  );
}

/** Answers for office.js as in a plain browser: with Microsoft's own, which finds no host. */
export async function servePlainOffice(page: Page): Promise<void> {
  await page.route('https://appsforoffice.microsoft.com/**', (route) => {
    const name = new URL(route.request().url()).pathname.replace('/lib/1/hosted/', '');
    return route.fulfill({ path: join(clientFolder, name) });
  });
}

/** Runs in the page: what office.js does once it has found its host. It stands alone, as text. */
function connect(
  { displayLanguage, platform }: Required<Omit<Surroundings, 'excelApi'>>,
  isSetSupported: ReturnType<typeof supports>,
): void {
  // biome-ignore lint/suspicious/noExplicitAny: globals of Microsoft's scripts.
  const world = globalThis as any;
  const { OfficeExtension } = world;
  const session = new OfficeExtension.SessionBase();
  session._createRequestExecutorOrNull = () => ({
    executeAsync: (_data: string, flags: number, { Body }: { Body: string | object }) =>
      world.furikaeriExecute(flags, typeof Body === 'string' ? JSON.parse(Body) : Body),
  });
  OfficeExtension.SessionBase._overrideSession = session;
  OfficeExtension._testSetRichApiMessageReadyImpl(() => Promise.resolve());
  OfficeExtension.CommonUtility._doApiNotSupportedCheck = true;
  const found = { host: 'Excel', platform };
  const ready = new Promise((done) => {
    const answer = () => setTimeout(() => done(found));
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', answer);
    else answer();
  });
  world.Office = {
    ...world.Office,
    HostType: { Excel: 'Excel' },
    PlatformType: { PC: 'PC', Mac: 'Mac', OfficeOnline: 'OfficeOnline' },
    onReady: async (call?: (info: unknown) => unknown) => {
      await ready;
      await call?.(found);
      return found;
    },
    context: {
      displayLanguage,
      contentLanguage: 'ja-JP',
      ...found,
      diagnostics: { ...found, version: '16.0.14332.20000' },
      requirements: { isSetSupported },
    },
  };
  // As office.js leaves a page: without a history to write in, and without dialogs.
  Object.assign(history, { pushState: null, replaceState: null });
  world.alert = () => {
    throw new Error('Function window.alert is not supported.');
  };
  world.prompt = () => {
    throw new Error('Function window.prompt is not supported.');
  };
}
