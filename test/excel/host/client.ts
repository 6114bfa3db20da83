import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import type { Batch } from './batch.ts';
import type { EventMessage } from './events.ts';
import type { Host } from './host.ts';

// Microsoft's real Excel client in Node, talking to the fake host:
//
//   const host = createHost(openXlsx(bytes));      // or newWorkbook('様式')
//   const { Excel } = installClient(host);         // globalThis.Excel = Excel for code that wants the global
//   await Excel.run(async (context) => { … await context.sync(); });
//   expect(host.roundTrips).toBe(1);

/** What every Excel that the add-in is for has: Excel LTSC 2021. */
export const latestEverywhere = 1.14;

/** `Office.context.requirements.isSetSupported` of an Excel that has ExcelApi up to a version. */
const supports =
  (excelApi: number) =>
  (name: string, version: string | number = 1): boolean =>
    name === 'ExcelApi' ? minor(version) <= minor(excelApi) : name === 'DelayForCellEdit';

/** 14 of `1.14`: versions are no decimals. */
const minor = (version: string | number): number => Number(String(version).split('.')[1] ?? 0);

/** The folder of the pinned `@microsoft/office-js`. */
export const clientFolder = dirname(
  createRequire(import.meta.url).resolve('@microsoft/office-js/dist/office.js'),
);

/** The client of Excel for Windows; its debug build says more when something is wrong. */
export const clientFile = join(clientFolder, 'excel-win32-16.01.js');

/** The parts of the client that tests touch themselves. */
export interface Client {
  readonly Excel: typeof Excel;
  // biome-ignore lint/suspicious/noExplicitAny: internals of the client, which no types describe.
  readonly OfficeExtension: any;
  /** Of it the client reads only what the host supports. */
  Office: unknown;
}

let loaded: Client | null = null;

/**
 * Loads the client, once a process, and lets it speak to this host from now on. What needs a newer
 * requirement set than the given one of ExcelApi is refused by the client itself (`ApiNotFound`).
 */
export function installClient(host: Host, excelApi = latestEverywhere): Client {
  loaded ??= load();
  const { OfficeExtension } = loaded;
  loaded.Office = { context: { requirements: { isSetSupported: supports(excelApi) } } };
  const hear = connect(OfficeExtension, (flags, body) => host.execute(flags, body));
  host.listeners.add(hear);
  return loaded;
}

/**
 * Lets the client speak to a host, and answers with what is to be called with the host's news. It
 * stands alone: pages take it as text.
 */
export function connect(
  OfficeExtension: Client['OfficeExtension'],
  execute: (flags: number, body: Batch) => Promise<unknown>,
): (news: EventMessage) => void {
  const session = new OfficeExtension.SessionBase();
  session._createRequestExecutorOrNull = () => ({
    executeAsync: (_data: string, flags: number, { Body }: { Body: string | Batch }) =>
      execute(flags, typeof Body === 'string' ? JSON.parse(Body) : Body),
  });
  const done = () => Promise.resolve();
  const documentEvents = new OfficeExtension.EventRegistration(done, done);
  session.getEventRegistration = () => documentEvents;
  OfficeExtension.SessionBase._overrideSession = session;
  OfficeExtension._testSetRichApiMessageReadyImpl(done);
  OfficeExtension.CommonUtility._doApiNotSupportedCheck = true;
  return (news) => {
    if (news.messageCategory === 0) documentEvents.callHandlers(news.messageType, '', {});
    else OfficeExtension._testTriggerRichApiMessageEvent({ entries: [news] });
  };
}

/** The client expects a window; these stubs are all of it that it touches. */
function load(): Client {
  const nothing = () => {};
  const element = () => ({
    style: {},
    setAttribute: nothing,
    appendChild: nothing,
    addEventListener: nothing,
    getElementsByTagName: () => [],
  });
  const storage = { getItem: () => null, setItem: nothing, removeItem: nothing };
  const window: Record<string, unknown> = {
    ...{ setTimeout, clearTimeout, setInterval, clearInterval, console, performance, URL },
    ...{ TextEncoder, TextDecoder },
    addEventListener: nothing,
    removeEventListener: nothing,
    postMessage: nothing,
    location: {
      href: 'https://localhost/',
      search: '',
      hash: '',
      hostname: 'localhost',
      protocol: 'https:',
      host: 'localhost',
    },
    navigator: { userAgent: 'node', platform: 'node' },
    sessionStorage: storage,
    localStorage: storage,
    XMLHttpRequest: function XMLHttpRequest() {},
    document: {
      createElement: element,
      getElementsByTagName: () => [element()],
      getElementById: () => null,
      addEventListener: nothing,
      head: element(),
      body: element(),
      documentElement: element(),
      URL: 'https://localhost/',
      cookie: '',
    },
  };
  for (const name of ['window', 'self', 'top', 'parent']) window[name] = window;
  const context = createContext(window);
  runInContext(readFileSync(clientFile, 'utf8'), context, { filename: clientFile });
  return window as unknown as Client;
}
