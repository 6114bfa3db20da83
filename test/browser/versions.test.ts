import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { blankVisit } from '../../core/training/visit-sheet.ts';
import { draftId } from '../../extension/store/db/draft-id.ts';
import { nativeVersion, schemas } from '../../extension/store/db/schemas.ts';
import { rowHash } from '../../extension/store/integrity/row-hash.ts';
import { type Chromium, chromeFolder, openChromium } from './chromium.ts';
import { freshProfile } from './profile.ts';
import { describeWith } from './programs.ts';
import { owner } from './seed.ts';
import { answered, dump, empty, fill, onePage, shelf, years } from './store.ts';
import type { End } from './versions-page.ts';

/** Two versions of the extension meet at one store (F7, F8, F9). */

/** The built extension with one page more: the store as a further version opens it. */
async function withNextVersion(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'furikaeri-extension-'));
  cpSync(chromeFolder, folder, { recursive: true });
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: false,
      lib: {
        entry: resolve(import.meta.dirname, 'versions-page.ts'),
        formats: ['iife'],
        name: 'next',
        fileName: () => 'next.js',
      },
    },
  });
  writeFileSync(join(folder, 'next.html'), '<title>next</title><script src="next.js"></script>');
  return folder;
}

interface OldTable {
  /** As Dexie writes it: the key, then the indexes. */
  readonly shape: string;
  readonly rows: readonly object[];
}

const reviewRows = years.map((review) => ({
  id: review.id,
  user: owner.id,
  fiscalYear: review.fiscalYear,
  review,
}));
const draftRow = {
  id: JSON.stringify([owner.id, 2026, null, '区民課']),
  user: owner.id,
  draft: {
    fiscalYear: 2026,
    ward: '多摩区',
    policies: [],
    sections: [{ division: null, section: '区民課', targets: [{ no: 1, target: '声をかける' }] }],
    before: { policies: [], sections: [] },
    seq: 3,
    at: '2026-04-10T10:00:00+09:00',
  },
};
/** One that names its workbook: its id tells it from version 3 on. */
const namedRow = {
  ...draftRow,
  id: JSON.stringify([owner.id, 2026, null, '保険年金課']),
  draft: {
    ...draftRow.draft,
    sections: [{ division: null, section: '保険年金課', targets: [{ no: 1, target: '確かめる' }] }],
    file: { name: '局の様式.xlsx', form: '目標\n結果' },
    seq: 4,
  },
};
const namedBook = {
  id: namedRow.id,
  user: owner.id,
  name: '局の様式.xlsx',
  bytes: [3],
  handle: null,
};
const firstRows: Readonly<Record<string, readonly object[]>> = {
  users: [owner],
  reviews: reviewRows,
  drafts: [namedRow, draftRow],
  workbooks: [
    namedBook,
    { id: draftRow.id, user: owner.id, name: '様式.xlsx', bytes: [1, 2], handle: null },
  ],
  places: [{ review: years[1]?.id, standard: 'phone-name-first' }],
  folders: [],
  heads: [
    {
      key: 'head',
      seq: 4000,
      user: owner.id,
      hashes: Object.fromEntries(
        [owner, ...reviewRows, draftRow, namedRow].map((row) => [row.id, rowHash(row)]),
      ),
    },
  ],
  courses: [{ id: 'c', course: { title: '研修', minutes: 5, catalog: [], steps: [] } }],
  tallies: [
    {
      id: 't',
      tally: { title: '研修', heldAt: '2026-12-01T10:00:00+09:00', catalog: [], items: [] },
    },
  ],
  visits: [{ id: 'v', sheet: { ...blankVisit, place: '区民課' }, changedAt: 1 }],
};
const firstTables = Object.fromEntries(
  Object.entries(schemas[0]?.stores ?? {}).map(([name, shape]): [string, OldTable] => [
    name,
    { shape, rows: firstRows[name] ?? [] },
  ]),
);

/** Runs in the page: a store as the first version has left it, made by the browser itself. */
function makeFirstVersion(tables: Readonly<Record<string, OldTable>>): Promise<void> {
  const keyOf = (shape = ''): string | string[] =>
    shape.startsWith('[') ? shape.slice(1, -1).split('+') : shape;
  return new Promise((done, failed) => {
    const opening = indexedDB.open('furikaeri', 10);
    opening.onupgradeneeded = () => {
      for (const [name, { shape, rows }] of Object.entries(tables)) {
        const [key, ...indexes] = shape.split(', ');
        const table = opening.result.createObjectStore(name, { keyPath: keyOf(key) });
        for (const index of indexes) table.createIndex(index, keyOf(index));
        for (const row of rows) table.put(row);
      }
    };
    opening.onerror = () => failed(opening.error);
    opening.onsuccess = () => {
      opening.result.close();
      done();
    };
  });
}

/** What each page that is opened writes to: the order of saves, and the days of use. */
const writtenByUse: ReadonlySet<string> = new Set(['heads', 'folders']);

const openNext = (page: Page, end: End) =>
  page.evaluate(
    (at) => (globalThis as unknown as { openNext(end: End): Promise<string> }).openNext(at),
    end,
  );

describeWith(['chromium'], 'Versions in Chromium', () => {
  const profile = freshProfile();
  let extension: string;
  let chromium: Chromium;
  let page: Page;

  const start = async () => {
    chromium = await openChromium({ profile: profile.folder, extension });
    page = await onePage(chromium.context);
  };
  beforeAll(async () => {
    extension = await withNextVersion();
    await start();
  });
  beforeEach(() => empty(chromium));
  afterAll(async () => {
    await chromium?.close();
    profile.remove();
    rmSync(extension, { recursive: true, force: true });
  });

  test.each(['before', 'between', 'after'] as const)(
    'an upgrade killed %s its writes leaves the old data (F8)',
    async (end) => {
      await fill(page, chromium);
      const old = await dump(page);
      await page.goto(chromium.address('next.html'));
      void openNext(page, end).catch(() => {});
      await page.waitForFunction(() => document.title === 'hanging');
      await chromium.kill();
      await start();
      expect(await answered(page, chromium.address('review.html'))).toBe('20');
      expect((await dump(page)).rows.reviews).toEqual(old.rows.reviews);
    },
  );

  test('an upgrade that throws leaves the old data (F8)', async () => {
    await fill(page, chromium);
    const old = await dump(page);
    await page.goto(chromium.address('next.html'));
    expect(await openNext(page, 'throws')).not.toBe('open');
    expect(await dump(page)).toEqual(old);
    expect(await answered(page, chromium.address('review.html'))).toBe('20');
  });

  describe('a store of the first version', () => {
    const makeOld = async (of: Page) => {
      await of.goto(chromium.address('manifest.json'));
      await of.evaluate(makeFirstVersion, firstTables);
    };
    const rows = async () => {
      const { version, rows: all } = await dump(page);
      const kept = Object.fromEntries(
        Object.keys(firstTables).map((name) => [name, writtenByUse.has(name) ? 1 : all[name]]),
      );
      return { version, kept };
    };
    const everything = Object.fromEntries(
      Object.entries(firstTables).map(([name, { rows: all }]) => [
        name,
        writtenByUse.has(name) ? 1 : all.map(underItsName),
      ]),
    );

    /** The rows of the draft that names its workbook, under the id that tells it. */
    function underItsName(row: object): object {
      const id = draftId(owner.id, namedRow.draft);
      return (row as { id?: string }).id === namedRow.id ? { ...row, id } : row;
    }

    test('is upgraded with all that is in it, and goes on being written', async () => {
      await makeOld(page);
      expect((await dump(page)).version).toBe(10);
      expect(await answered(page, chromium.address('review.html'))).toBe('20');
      expect(await rows()).toEqual({ version: nativeVersion, kept: everything });
      expect((await dump(page)).rows.forms).toEqual([]);
      // A row of before there were numbers takes its place in the order with the next save.
      await page.goto(chromium.address('trainer.html#/visit'));
      await page.fill('#visit-good', '後から');
      await expect
        .poll(async () => (await dump(page)).rows.visits)
        .toMatchObject([
          { id: 'v', sheet: { place: '区民課', good: '後から' }, seq: expect.any(Number) },
        ]);
    });

    test('that another tab holds is upgraded once that has closed, with all that is in it', async () => {
      await makeOld(page);
      await page.evaluate(
        () =>
          new Promise<void>((done) => {
            const opening = indexedDB.open('furikaeri', 10);
            opening.onsuccess = () => done();
          }),
      );
      const second = await chromium.context.newPage();
      await second.goto(chromium.address('review.html'));
      await second.waitForSelector('text=ほかのタブを閉じてください');
      await page.goto('about:blank');
      await second.waitForSelector('text=20項目に答えました');
      await page.goto(chromium.address('manifest.json'));
      expect(await rows()).toEqual({ version: nativeVersion, kept: everything });
    });
  });

  test('a newer store is shown and not written to, its second copy neither (F9)', async () => {
    await fill(page, chromium);
    await page.goto(chromium.address('next.html'));
    expect(await openNext(page, 'done')).toBe('open');
    const before = [await dump(page), await shelf(page)];
    for (const path of ['review.html', 'options.html#/backup', 'options.html#/delete']) {
      await page.goto(chromium.address(path));
      await page.waitForSelector('text=新しい版のふりかえりで保存されています');
    }
    await expect.poll(() => page.locator('.f-checks dt').count()).toBe(20 + 59);
    expect(await page.locator('input, textarea, select').count()).toBe(0);
    await page.goto(chromium.address('next.html'));
    expect([await dump(page), await shelf(page)]).toEqual(before);
  });

  test('a tab that holds an older store is named, and the page goes on once it closes (F7)', async () => {
    await page.goto(chromium.address('next.html'));
    await page.evaluate(
      () =>
        new Promise<void>((done) => {
          const opening = indexedDB.open('furikaeri', 1);
          opening.onsuccess = () => done();
        }),
    );
    const second = await chromium.context.newPage();
    await second.goto(chromium.address('review.html'));
    await second.waitForSelector('text=ほかのタブを閉じてください');
    await page.goto('about:blank');
    await second.waitForSelector('text=はじめに');
  });

  test('a page that stands open stops when a newer version takes over', async () => {
    await fill(page, chromium);
    const second = await chromium.context.newPage();
    await second.goto(chromium.address('next.html'));
    expect(await openNext(second, 'done')).toBe('open');
    await page.waitForSelector('text=新しい版が、ほかのタブで開きました');
  });
});
