import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { reviewOf, seed } from './seed.ts';

/** A look into the extension's stores from outside: the database, the shelf with its second copy, their files. */

/** 59 answers of last year, 20 of this year. */
export const years = [
  reviewOf({ fiscalYear: 2025, rating: () => 'mostly-kept', note: (i) => (i ? null : '案内板') }),
  reviewOf({ fiscalYear: 2026, rating: (i) => (i < 20 ? 'kept' : null), completed: false }),
];

/** Fills the store through a page of the extension, and waits until the second copy holds it too; returns its time. */
export async function fill(page: Page, address: string): Promise<string> {
  await page.goto(address);
  await page.waitForSelector('h1');
  await seed(page, years);
  await page.reload();
  return copied(page, '');
}

/** Waits for another copy than the one of that time, and returns the time of the new one. */
export async function copied(page: Page, than: string): Promise<string> {
  for (;;) {
    const { savedAt = than } = JSON.parse((await shelf(page))['furikaeri.head'] ?? '{}');
    if (savedAt !== than) return savedAt;
    await page.waitForTimeout(50);
  }
}

export type Shelf = Readonly<Record<string, string>>;

/** Everything on the shelf but the note of which pages stand open. */
export async function shelf(page: Page): Promise<Shelf> {
  const all = await page.evaluate(() => {
    const { chrome } = globalThis as unknown as { chrome: Extension };
    return chrome.storage.local.get(null);
  });
  return Object.fromEntries(
    Object.entries(all).filter(([key]) => !key.startsWith('furikaeri.open.')),
  );
}

interface Extension {
  readonly storage: { readonly local: { get(keys: null): Promise<Record<string, string>> } };
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
