import { readFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { readSheet } from '../../core/sheet/fill/read-sheet.ts';
import { located } from '../../core/sheet/form/recognize.ts';
import type { Sheet } from '../../core/sheet/model/sheet.ts';
import { gridsOf } from '../../core/xlsx/read/read-grids.ts';
import { openWorkbook } from '../../core/xlsx/read/workbook.ts';
import type { Chromium } from './chromium.ts';
import { saved } from './state.ts';

/** The page of the section's sheet, as its tests use it. */

export const fixture = (name: string) => `test/fixtures/templates/${name}.xlsx`;

export interface ChosenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export const fileOf = (name: string, buffer: Buffer): ChosenFile => ({
  name,
  mimeType: 'application/octet-stream',
  buffer,
});

/** What a workbook says, by its own reader. */
export function sheetIn(bytes: Uint8Array): Sheet {
  const workbook = openWorkbook(bytes);
  if (!workbook.ok) throw new Error(workbook.problems[0]?.code);
  const places = located(gridsOf(workbook.value));
  if (!places.ok) throw new Error(places.problems[0]?.code);
  const sheet = readSheet(places.value);
  if (!sheet.ok) throw new Error(sheet.problems[0]?.code);
  return sheet.value;
}

/** The texts of a workbook's first section. */
export function textsIn(bytes: Uint8Array) {
  const { fiscalYear, sections } = sheetIn(bytes);
  return {
    fiscalYear,
    section: sections[0]?.section,
    targets: sections[0]?.targets.map(({ target, result }) => ({ target, result })),
  };
}

/** A workbook with each XML part's text changed. */
export function changed(file: string, change: (xml: string) => string): Buffer {
  const parts = unzipSync(readFileSync(file));
  const edited = Object.entries(parts).map(([name, bytes]) => [
    name,
    name.endsWith('.xml') ? strToU8(change(strFromU8(bytes))) : bytes,
  ]);
  return Buffer.from(zipSync(Object.fromEntries(edited)));
}

/** The page's rooms, one after the other. */
export const sheetPage = (page: Page, { address }: Chromium) => ({
  open: async () => {
    await page.goto(address('sheet.html'));
    await page.waitForSelector('#workbook');
  },
  choose: (file: string | ChosenFile) => page.setInputFiles('#workbook', file),
  /** A template is opened, and one of its sections chosen where there are several. */
  chooseSection: async (file: string | ChosenFile, index = 1) => {
    await page.setInputFiles('#workbook', file);
    await page.waitForSelector('h1:has-text("見つかった内容を確かめる")');
    if (await page.locator('#section').count()) await page.selectOption('#section', { index });
  },
  write: async () => {
    await page.click('role=button[name="目標と結果を書く"]');
    await page.waitForSelector('h1:focus:has-text("の目標と結果")');
    await page.waitForSelector('#target-1');
  },
  fill: async (field: string, text: string) => {
    await page.fill(`#${field}`, text);
    await saved(page);
  },
  check: async () => {
    await page.click('text=書き込む内容を確かめる');
    await page.waitForSelector('h1:focus:has-text("書き込む内容を確かめる")');
    // A click on what has just come under the pointer does nothing, and nobody is as quick as a test.
    await page.mouse.move(0, 0);
  },
  download: async (press: string): Promise<Buffer> => {
    const downloading = page.waitForEvent('download');
    await page.click(press);
    const parts: Buffer[] = [];
    for await (const part of await (await downloading).createReadStream()) parts.push(part);
    return Buffer.concat(parts);
  },
});

/** The browser's own dialog can't be pressed from here; the file behind it is a true one, in the origin's own folder. */
export async function pickOwnFile(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const pick = async () => {
      const folder = await navigator.storage.getDirectory();
      return [await folder.getFileHandle('様式.xlsx', { create: true })];
    };
    Object.assign(globalThis, { showOpenFilePicker: pick });
  });
}

/** Puts another content into that file, or (null) deletes it. */
export async function putOwnFile(page: Page, bytes: Uint8Array | null): Promise<void> {
  await page.evaluate(
    async (content) => {
      const folder = await navigator.storage.getDirectory();
      if (!content) return folder.removeEntry('様式.xlsx');
      const file = await folder.getFileHandle('様式.xlsx', { create: true });
      const writing = await file.createWritable();
      await writing.write(Uint8Array.from(content));
      return writing.close();
    },
    bytes && [...bytes],
  );
}

export const ownFile = async (page: Page): Promise<Buffer> =>
  Buffer.from(
    await page.evaluate(async () => {
      const folder = await navigator.storage.getDirectory();
      const file = await (await folder.getFileHandle('様式.xlsx')).getFile();
      return [...new Uint8Array(await file.arrayBuffer())];
    }),
  );
