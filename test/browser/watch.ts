import type { Page } from 'playwright-core';

/** Everything a quiet page must not do, as lines to read; empty is good. */
export type Faults = readonly string[];

/**
 * Watches a page for errors, warnings, breaches of its Content-Security-Policy
 * and requests to anywhere but `home`, the address its site begins with. Call it
 * before the page goes anywhere.
 */
export async function watchChromium(page: Page, home: string): Promise<Faults> {
  const faults: string[] = [];
  page.on('console', (message) => {
    if (loud(message.type())) faults.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('request', (request) => {
    if (foreign(request.url(), home)) faults.push(`request: ${request.url()}`);
  });
  await page.addInitScript(reportBreaches);
  return faults;
}

/** Runs in the page. A breach of the policy is an event first and a line on the console only in some browsers. */
function reportBreaches(): void {
  document.addEventListener('securitypolicyviolation', (event) => {
    console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`);
  });
}

const loud = (type: string): boolean => type === 'error' || type === 'warning';

const foreign = (url: string, home: string): boolean =>
  ![home, 'data:', 'blob:'].some((start) => url.startsWith(start));
