import type { Browser } from 'puppeteer-core';

/** What Puppeteer keeps to itself: raw WebDriver BiDi. */
interface Connection {
  send(method: string, params: object): Promise<{ result: unknown }>;
}

/** Runs an expression in Firefox's own window (open to us by --remote-allow-system-access) and answers with its value; a promise is waited for. */
export type InWindow = (expression: string) => Promise<unknown>;

export async function firefoxWindow(browser: Browser): Promise<InWindow> {
  const { connection } = browser as unknown as { connection: Connection };
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const [window] = (tree.result as { contexts: { context: string }[] }).contexts;
  return async (expression) => {
    const answer = await connection.send('script.evaluate', {
      expression,
      target: { context: window?.context },
      awaitPromise: true,
    });
    const result = answer.result as { type: string; result?: { value?: unknown } };
    if (result.type !== 'success') throw new Error(JSON.stringify(result));
    return result.result?.value;
  };
}
