import browser from 'webextension-polyfill';
import { wakeUp } from './background.ts';

/** When the background wakes. It keeps nothing between two wakings (F11). */

const aDay = 24 * 60;

/** Does the work at each start, once a day from `nextDay` (epoch milliseconds) on, and when a page asks for it. */
export function atEachWaking(nextDay: number, work: () => Promise<void>): void {
  browser.alarms.onAlarm.addListener(() => void work());
  browser.runtime.onMessage.addListener((said: unknown) => (said === wakeUp ? work() : undefined));
  void browser.alarms.create('day', { when: nextDay, periodInMinutes: aDay });
  void work();
}

interface Starts {
  /** The extension is new here. */
  readonly installed: () => Promise<unknown>;
  /** The browser has started. */
  readonly fresh: () => Promise<unknown>;
  /** The extension was replaced while the browser ran. */
  readonly replaced: () => Promise<unknown>;
}

const bothMayCome = 500;

/** Tells a start of the browser from a replacement under open pages. */
export function atStart({ installed, fresh, replaced }: Starts): void {
  let started = false;
  browser.runtime.onStartup.addListener(() => {
    started = true;
    void fresh();
  });
  browser.runtime.onInstalled.addListener(({ reason, temporary }) => {
    // Firefox forgets a temporary one when it closes: whoever loads it anew each day knows it.
    if (reason === 'install' && !temporary) void installed();
    if (reason !== 'update') return;
    // An update that waited for the start of the browser tells of both, in either order.
    setTimeout(() => {
      if (!started) void replaced();
    }, bothMayCome);
  });
  // In Firefox a listener makes an update wait for the next start of the browser, instead of
  // closing pages that someone is writing in. Chromium waits by itself.
  browser.runtime.onUpdateAvailable.addListener(() => {});
}
