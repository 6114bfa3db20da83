import type { Browser } from 'puppeteer-core';
import type { InWindow } from './firefox-window.ts';
import type { Faults } from './watch.ts';

/**
 * Watches the extension in Firefox and answers with a function that tells what
 * it did wrong so far: errors and warnings, breaches of its policy, requests
 * that leave the extension.
 *
 * BiDi reports no console and no request of extension pages. Firefox itself
 * knows: its own window (open to us by --remote-allow-system-access) has the
 * browser console and sees each request; `console.*` of pages goes to stdout.
 */
export async function watchFirefox(
  browser: Browser,
  evaluate: InWindow,
): Promise<() => Promise<Faults>> {
  await evaluate(watchRequests);
  const printed: string[] = [];
  browser.process()?.stdout?.on('data', (data: Buffer) => {
    const lines = String(data).split('\n');
    printed.push(...lines.filter((line) => ofPage.test(line)));
  });
  return async () => [...JSON.parse(String(await evaluate(readFaults))), ...printed];
}

/** A page's text stands in quotes, an object in its braces; Firefox's own parts put their name before both (`RSLoader: `). */
const ofPage = /^console\.(error|warn): (?!\w+: )/;

/** Pages' `console.*` is printed with the first; without the second Firefox looks for studies to take part in, and complains where there is no network. */
export const watchPreferences = {
  'devtools.console.stdout.content': true,
  'app.normandy.enabled': false,
};

const watchRequests = `
  globalThis.leaving = [];
  Services.obs.addObserver((subject) => {
    const { URI, loadInfo } = subject.QueryInterface(Ci.nsIHttpChannel);
    const from = loadInfo.triggeringPrincipal;
    if (from && from.addonPolicy) leaving.push('request: ' + URI.spec);
  }, 'http-on-modify-request');
`;

const readFaults = `
  JSON.stringify(Services.console.getMessageArray()
    .filter((message) => message instanceof Ci.nsIScriptError)
    .filter((message) => message.sourceName.startsWith('moz-extension:'))
    .map((message) => message.category + ': ' + message.errorMessage)
    .concat(leaving))
`;
