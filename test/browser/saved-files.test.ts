import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fiscalYearOf } from '../../core/calendar/fiscal-year.ts';
import { type Chromium, openChromium } from './chromium.ts';
import { freshProfile } from './profile.ts';
import { describeWith } from './programs.ts';
import { reviewOf, seedFirst } from './seed.ts';
import { fileOf, fixture, sheetPage } from './sheet-page.ts';
import { barriers } from './state.ts';

/** 保存しました is said only of a file that was read back, and nothing is erased on the strength of another (F45). */

/** Stands for the person who chooses a place: a real file, in the origin's own file system; `damage` is what a disk may do to it. */
function placeForThem(damage: 'none' | 'cut' | 'full'): void {
  Object.assign(globalThis, {
    async showSaveFilePicker({ suggestedName }: { suggestedName: string }) {
      const root = await navigator.storage.getDirectory();
      const handle = await root.getFileHandle(suggestedName, { create: true });
      if (damage === 'none') return handle;
      return {
        name: handle.name,
        getFile: () => handle.getFile(),
        remove: () => root.removeEntry(suggestedName),
        async createWritable() {
          if (damage === 'full') throw new DOMException('', 'QuotaExceededError');
          const writing = await handle.createWritable();
          return {
            write: (bytes: Uint8Array<ArrayBuffer>) => writing.write(bytes.subarray(0, 100)),
            close: () => writing.close(),
          };
        },
      };
    },
  });
}

const rounds = 10;

interface SheetFile {
  readonly name: string;
  show(page: Page, room: ReturnType<typeof sheetPage>): Promise<unknown>;
  readonly press: string;
  readonly field: string;
}

const written = async (_: Page, room: ReturnType<typeof sheetPage>) => {
  await room.chooseSection(fixture('ward-merged'));
  await room.write();
  await room.fill('target-1', '窓口で待つ人に、5分ごとに声をかける。');
  await room.check();
};

const sheetFiles: readonly SheetFile[] = [
  {
    name: 'a workbook, .xlsx',
    show: written,
    press: 'text=別のファイルとして保存する',
    field: '#beside-back',
  },
  {
    name: 'a sheet, .json',
    show: written,
    press: 'text=文をシートのファイル（.json）に書き出す',
    field: '#sheet-file-back',
  },
  {
    name: 'a form, .json',
    show: (_, room) => room.chooseSection(fixture('ward-merged')),
    press: 'text=様式をファイルに保存する',
    field: '#form-back',
  },
];

describeWith(['chromium'], 'what became of a file', () => {
  const profile = freshProfile();
  let chromium: Chromium;
  let page: Page;
  beforeAll(async () => {
    chromium = await openChromium({ profile: profile.folder });
  });
  beforeEach(async () => {
    await page?.close();
    page = await chromium.context.newPage();
    const fiscalYear = fiscalYearOf(Date.now());
    await seedFirst(page, chromium, [reviewOf({ fiscalYear, rating: () => 'kept' })]);
  });
  afterAll(async () => {
    await chromium?.close();
    profile.remove();
  });

  const open = async (view: string, selector: string) => {
    await page.goto(chromium.address(view));
    await page.waitForSelector(selector);
  };
  const save = () => page.click('main button:has-text("控えを保存する")');
  /** The content of the download that the browser was given, refused or not. */
  const keepBlobs = () =>
    page.addInitScript(() => {
      const make = URL.createObjectURL;
      URL.createObjectURL = (blob: Blob) => {
        Object.assign(globalThis, { given: blob.arrayBuffer() });
        return make.call(URL, blob);
      };
    });
  const given = async (): Promise<Buffer> =>
    Buffer.from(
      await page.evaluate(async () => {
        const { given } = globalThis as unknown as { given: Promise<ArrayBuffer> };
        return [...new Uint8Array(await given)];
      }),
    );
  const refuse = async () => {
    const devTools = await chromium.context.newCDPSession(page);
    await devTools.send('Browser.setDownloadBehavior', { behavior: 'deny' });
  };
  /** What the dialog says of the backup before everything goes. */
  const citation = async () => {
    await page.click('main > * > .f-buttons >> text=このPCから消す');
    await page.waitForSelector('dialog[open]');
    const text = await page.innerText('dialog[open]');
    await page.click('dialog[open] >> text=やめる');
    return text;
  };

  test(`a refused download is never called saved, nor cited before erasing, ${rounds} times`, async () => {
    await open('options.html#/delete', 'text=1. 控えを保存する');
    await refuse();
    for (let round = 0; round < rounds; round++) {
      await save();
      await page.waitForSelector(
        '.f-notice[data-kind=warning] >> text=まだ、保存できたか分かりません',
      );
      expect(await page.innerText('main')).not.toContain('控えを保存しました');
      expect(await citation()).toContain('まだ控えのファイルを確かめていません');
    }
    expect(await barriers(page)).toEqual([]);
  });

  test('a download that is opened back is saved; another file is not', async () => {
    await keepBlobs();
    await open('options.html#/delete', 'text=1. 控えを保存する');
    await save();
    await page.waitForSelector('#backup-back');
    const text = (await given()).toString();
    const file = (name: string, content: string) => fileOf(`${name}.json`, Buffer.from(content));
    await page.setInputFiles('#backup-back', file('other', text.replace('"kept"', '"not-kept"')));
    await page.waitForSelector('.f-notice:has-text("選んだファイルは、渡したファイルと違います")');
    expect(await page.innerText('main')).not.toContain('保存できませんでした');
    expect(await citation()).toContain('まだ控えのファイルを確かめていません');
    await page.setInputFiles('#backup-back', file('saved', text));
    await page.waitForSelector('.f-notice[data-kind=success] >> text=控えを保存しました');
    expect(await citation()).toContain('中身を読み直して確かめました');

    // What is answered afterwards is not in it.
    const other = await chromium.context.newPage();
    await other.goto(chromium.address('options.html#/users'));
    await other.fill('#label', '山田花子');
    await other.press('#label', 'Tab');
    await other.waitForSelector('.f-header >> text=山田花子');
    await other.close();
    expect(await citation()).toContain('その後に変えたものがあります');
  });

  test.each([
    { damage: 'none', says: '控えを保存しました', kind: 'success' },
    { damage: 'cut', says: '中身が、保存したものと違います', kind: 'error' },
    { damage: 'full', says: '空き容量が足りません', kind: 'error' },
  ] as const)('a place that was chosen is read back: $damage', async ({ damage, says, kind }) => {
    await page.addInitScript(placeForThem, damage);
    await open('options.html#/delete', 'text=1. 控えを保存する');
    await save();
    await page.waitForSelector(`.f-notice[data-kind=${kind}] >> text=${says}`);
    expect(await citation()).toContain(
      damage === 'none' ? '中身を読み直して確かめました' : 'まだ控えのファイルを確かめていません',
    );
  });

  test('a place that is not chosen is nothing to tell of', async () => {
    await page.addInitScript(() => {
      Object.assign(globalThis, {
        showSaveFilePicker: () => Promise.reject(new DOMException('', 'AbortError')),
      });
    });
    await open('options.html#/delete', 'text=1. 控えを保存する');
    await save();
    expect(await citation()).toContain('まだ控えのファイルを確かめていません');
    expect(await page.locator('.f-notice').count()).toBe(0);
  });

  test('a hand-over is not called saved either while it is not known to be', async () => {
    await open('review.html#/handover', '.r-facts');
    await refuse();
    await page.click('button:text-is("ファイルを保存")');
    await page.waitForSelector('text=まだ、保存できたか分かりません');
    expect(await page.locator('.f-notice[data-kind=success]').count()).toBe(0);
    expect(await barriers(page)).toEqual([]);
  });

  describe.each(sheetFiles)('of $name', ({ show, press, field, name }) => {
    const begin = async () => {
      await keepBlobs();
      const room = sheetPage(page, chromium);
      await room.open();
      await show(page, room);
    };
    const success = '.f-notice[data-kind=success]:has-text("保存しました")';

    test('a refused download is not called saved', async () => {
      await begin();
      await refuse();
      await page.click(press);
      await page.waitForSelector('text=まだ、保存できたか分かりません');
      expect(await page.locator(success).count()).toBe(0);
      expect(await barriers(page)).toEqual([]);
    });

    test('a download is saved once it is opened back, and another file is not it', async () => {
      await begin();
      await page.click(press);
      await page.waitForSelector(field);
      const bytes = await given();
      const other = Buffer.from(bytes);
      other.writeUInt8(255, other.length - 1);
      await page.setInputFiles(field, fileOf(`other${name.slice(-5)}`, other));
      await page.waitForSelector('text=選んだファイルは、渡したファイルと違います');
      expect(await page.innerText('main')).not.toContain('保存できませんでした');
      expect(await page.locator(success).count()).toBe(0);
      await page.setInputFiles(field, fileOf('ours', bytes));
      await page.waitForSelector(success);
      expect(await page.locator('.f-notice[data-kind=error]').count()).toBe(0);
      expect(await page.locator(field).count()).toBe(0);
      expect(await barriers(page)).toEqual([]);
    });

    test.each([
      { damage: 'none', says: '保存しました', kind: 'success' },
      { damage: 'cut', says: '中身が、保存したものと違います', kind: 'error' },
    ] as const)('a place that was chosen is read back: $damage', async ({ damage, says, kind }) => {
      await page.addInitScript(placeForThem, damage);
      await begin();
      await page.click(press);
      await page.waitForSelector(`.f-notice[data-kind=${kind}] >> text=${says}`);
    });
  });
});
