import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { vi } from 'vitest';
import { placeStart } from '../../extension/platform/place.ts';
import type { Chromium } from './chromium.ts';
import { patience } from './programs.ts';
import { reviewOf, seedFirst } from './seed.ts';

/** A look into the extension's stores from outside: the database, the shelf with its second copy, their files. */

/** 59 answers of last year, 20 of this year. */
export const years = [
  reviewOf({ fiscalYear: 2025, rating: () => 'mostly-kept', note: (i) => (i ? null : '案内板') }),
  reviewOf({ fiscalYear: 2026, rating: (i) => (i < 20 ? 'kept' : null), completed: false }),
];

/** Fills the store, opens the review page, and waits until the second copy holds it too. */
export async function fill(page: Page, chromium: Chromium): Promise<void> {
  await seedFirst(page, chromium, years);
  await page.goto(chromium.address('review.html'));
  await page.waitForSelector('h1');
  await copied(page);
}

/** Waits until the second copy holds all that the database does. */
export async function copied(page: Page): Promise<void> {
  await vi.waitUntil(async () => {
    const copy = JSON.parse((await shelf(page))['furikaeri.head'] ?? '{}');
    const [head] = (await dump(page)).rows.heads as readonly { seq: number }[];
    return copy.seq === head?.seq;
  }, patience);
}

/** Takes away all that the extension keeps, through the page it leaves alone, as if it had just been installed. */
export async function empty({ context, address }: Chromium): Promise<void> {
  const page = await onePage(context);
  for (const other of context.pages()) if (other !== page) await other.close();
  await page.goto(address('manifest.json'));
  await page.evaluate(async () => {
    const { chrome } = globalThis as unknown as { chrome: Extension };
    await new Promise<void>((done, failed) => {
      const deleting = indexedDB.deleteDatabase('furikaeri');
      deleting.onsuccess = () => done();
      deleting.onerror = () => failed(deleting.error);
    });
    await chrome.storage.local.clear();
    localStorage.clear();
  });
}

export type Shelf = Readonly<Record<string, string>>;

/** Everything on the shelf but the notes of which pages stand open. */
export async function shelf(page: Page): Promise<Shelf> {
  const all = Object.entries(await wholeShelf(page));
  return Object.fromEntries(all.filter(([key]) => !key.startsWith(placeStart)));
}

/** Where the pages stand that have noted it. */
export async function placesNoted(page: Page): Promise<readonly string[]> {
  const all = Object.entries(await wholeShelf(page));
  return all.flatMap(([key, place]) => (key.startsWith(placeStart) ? [place] : []));
}

function wholeShelf(page: Page): Promise<Shelf> {
  return page.evaluate(() => {
    const { chrome } = globalThis as unknown as { chrome: Extension };
    return chrome.storage.local.get(null);
  });
}

interface Extension {
  readonly storage: {
    readonly local: { get(keys: null): Promise<Record<string, string>>; clear(): Promise<void> };
  };
}

/** What stands in the second place of a user, of whichever page: the values by `note/<user>/<年度>/<item>`. */
export function leftBehind(page: Page, user: string): Promise<Record<string, unknown>> {
  return page.evaluate((owner) => {
    const found = Object.entries(localStorage).flatMap(([key, text]) => {
      const [, field] = /^furikaeri\.left\.[^/]+\/(.+)$/.exec(key) ?? [];
      return field?.includes(owner) ? [[field, JSON.parse(text)] as const] : [];
    });
    return Object.fromEntries(found);
  }, user);
}

export interface Dump {
  readonly version: number;
  readonly rows: Readonly<Record<string, readonly unknown[]>>;
}

/** All rows of all tables, read without Dexie. */
export function dump(page: Page): Promise<Dump> {
  return page.evaluate(
    () =>
      new Promise<Dump>((done, failed) => {
        const opening = indexedDB.open('furikaeri');
        opening.onerror = () => failed(opening.error);
        // There is none yet: one that was made here would stand in the page's way.
        opening.onupgradeneeded = () => opening.transaction?.abort();
        opening.onsuccess = () => {
          const db = opening.result;
          const { version } = db;
          const names = [...db.objectStoreNames];
          const reading = db.transaction(names);
          const rows: Record<string, unknown[]> = {};
          for (const name of names) {
            const asking = reading.objectStore(name).getAll();
            asking.onsuccess = () => {
              rows[name] = asking.result;
            };
          }
          reading.oncomplete = () => {
            db.close();
            done({ version, rows });
          };
        };
      }),
  );
}

/** How many items of this year the review page counts as answered. */
export async function answered(page: Page, address: string): Promise<string | undefined> {
  await page.goto(address);
  await page.waitForSelector('text=/項目に答えました|はじめに/');
  return /(\d+)項目に答えました/.exec(await page.innerText('body'))?.[1];
}

/** Chromium's folder of the extension's database in a profile. */
export function databaseFolder(profile: string, extensionId: string): string {
  const folder = join(
    profile,
    'Default/IndexedDB',
    `chrome-extension_${extensionId}_0.indexeddb.leveldb`,
  );
  if (!existsSync(folder)) throw new Error(`Chromium keeps its databases elsewhere: ${folder}`);
  return folder;
}

export const filesIn = (folder: string, pattern: RegExp): string[] =>
  readdirSync(folder)
    .filter((name) => pattern.test(name))
    .map((name) => join(folder, name));

/** The one page that is driven: a window without any would close. */
export const onePage = async (context: BrowserContext): Promise<Page> =>
  context.pages()[0] ?? context.newPage();
