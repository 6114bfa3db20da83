import type { Page } from 'playwright-core';
import type { Chromium } from './chromium.ts';

/** The ways in which a page is left while someone types. */

interface Leaving {
  readonly way: string;
  leave(page: Page, chromium: Chromium): Promise<unknown>;
}

export const leavings: readonly Leaving[] = [
  { way: 'a reload', leave: (page) => page.reload() },
  { way: 'a link', leave: (page, { address }) => page.goto(address('home.html')) },
  { way: 'the header', leave: (page) => page.click('.f-home') },
  { way: 'Back', leave: (page) => page.goBack() },
  { way: 'closing', leave: (page) => page.close({ runBeforeUnload: true }) },
];

/** Ten take a quarter of an hour: for a change of what keeps texts. */
export const rounds = Number(process.env.FURIKAERI_ROUNDS ?? 2);

/** 36 letters, as someone types who leaves at once. */
export const sentence =
  '窓口でお待ちの方に、こちらから先に声をかけることを、来月から全員で続ける。';
