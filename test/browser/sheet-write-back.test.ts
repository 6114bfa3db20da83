import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Chromium, openChromium } from './chromium.ts';
import { freshProfile } from './profile.ts';
import { describeWith } from './programs.ts';
import { seedFirst } from './seed.ts';
import {
  fixture,
  ownFile,
  pickOwnFile,
  putOwnFile,
  sheetIn,
  sheetPage,
  textsIn,
} from './sheet-page.ts';
import { barriers } from './state.ts';
import { onePage } from './store.ts';
import { watchChromium } from './watch.ts';

// Writing into the chosen file itself: after a yes, never over what has changed, and back with one click.

describeWith(['chromium'], 'a sheet’s file that can be written back', () => {
  const profile = freshProfile();
  let chromium: Chromium;
  let page: Page;
  let room: ReturnType<typeof sheetPage>;
  let faults: readonly string[] = [];
  const complaints = async () => [...(await barriers(page)), ...faults];
  const original = readFileSync(fixture('ward-filled'));
  const text = '待つ方に、10分ごとに声をかけます。';
  beforeAll(async () => {
    chromium = await openChromium({ profile: profile.folder });
    page = await onePage(chromium.context);
    room = sheetPage(page, chromium);
    faults = await watchChromium(page, chromium.address(''));
    await pickOwnFile(page);
  });
  afterAll(async () => {
    await chromium?.close();
    profile.remove();
  });
  beforeEach(async () => {
    await seedFirst(page, chromium, []);
    await room.open();
    await putOwnFile(page, original);
    await page.click('#workbook');
    await page.selectOption('#section', { index: 1 });
    await room.write();
    await room.fill('target-1', text);
    await room.check();
  });
  const goOn = async () => {
    await room.open();
    await page.click('text=続きを書く');
  };

  test('a text is replaced only after a yes, and undone with one click', async () => {
    await page.click('text=元のファイルに書き込む');
    await page.waitForSelector('text=置き換えてよいときは、印を付けてください');
    expect(await complaints()).toEqual([]);
    expect(await ownFile(page)).toEqual(original);
    await page.check('#replace');
    await page.click('text=元のファイルに書き込む');
    await page.waitForSelector('text=読み直して確かめました');
    expect(textsIn(await ownFile(page)).targets?.[0]?.target).toBe(text);
    expect(await complaints()).toEqual([]);
    await page.click('role=button[name="元に戻す"]');
    await page.waitForSelector('text=元に戻しました');
    expect(await ownFile(page)).toEqual(original);
    // The file says what it said before, so nothing is asked.
    await goOn();
    await page.waitForSelector('#target-1');
    expect(await page.inputValue('#target-1')).toBe(text);
  });

  test('a file that has changed meanwhile stays as it is (F39)', async () => {
    await putOwnFile(page, Buffer.from('changed'));
    await page.check('#replace');
    await page.click('text=元のファイルに書き込む');
    await page.waitForSelector('text=開いた後に、ファイルが変わっています');
    expect(String(await ownFile(page))).toBe('changed');
    expect(await complaints()).toEqual([]);
  });

  test('a file that holds something else than was written is not called saved (F45)', async () => {
    // What a disk may do to it.
    await page.evaluate(() => {
      const { prototype } = FileSystemFileHandle;
      const open = prototype.createWritable;
      prototype.createWritable = async function () {
        const writing = await open.call(this);
        const write = writing.write.bind(writing);
        writing.write = (bytes) => write((bytes as Uint8Array<ArrayBuffer>).subarray(0, 100));
        return writing;
      };
    });
    await page.check('#replace');
    await page.click('text=元のファイルに書き込む');
    await page.waitForSelector('text=書き込んだファイルを読み直すと、中身が違いました');
    expect(await page.locator('.f-notice[data-kind=success]').count()).toBe(0);
    expect(await complaints()).toEqual([]);
    // What is written is whole, and can be saved beside.
    const beside = await room.download('text=別のファイルとして保存する');
    expect(textsIn(beside).targets?.[0]?.target).toBe(text);
  });

  test('the draft goes on with one click, and is written into the same file', async () => {
    await goOn();
    await page.waitForSelector('#target-1');
    expect(await page.inputValue('#target-1')).toBe(text);
    await room.check();
    await page.check('#replace');
    await page.click('text=元のファイルに書き込む');
    await page.waitForSelector('text=読み直して確かめました');
    expect(textsIn(await ownFile(page)).targets?.[0]?.target).toBe(text);
  });

  test('a file that has changed since the draft is opened anew, and what differs is asked about', async () => {
    const theirs = readFileSync(fixture('ward-merged'));
    await putOwnFile(page, theirs);
    await goOn();
    await page.waitForSelector('text=前回の後で、ファイルが変わっています');
    await page.waitForSelector('text=目標0件、実施結果0件');
    expect(await complaints()).toEqual([]);
    // Nothing stands in the section that could be lost.
    await room.write();
    expect(await page.inputValue('#target-1')).toBe(text);
    await room.check();
    await page.click('text=元のファイルに書き込む');
    await page.waitForSelector('text=読み直して確かめました');
    const [first, ...others] = sheetIn(await ownFile(page)).sections;
    expect(first?.targets[0]?.target).toBe(text);
    expect(others).toEqual(sheetIn(theirs).sections.slice(1));
  });

  test('a file that is gone leaves its content of last time, to be saved beside', async () => {
    await putOwnFile(page, null);
    await goOn();
    await page.waitForSelector('text=元のファイルを開けませんでした');
    expect(await page.inputValue('#target-1')).toBe(text);
    expect(await complaints()).toEqual([]);
    await room.check();
    expect(await page.locator('text=元のファイルに書き込む').count()).toBe(0);
    await page.check('#replace');
    const beside = await room.download('text=別のファイルとして保存する');
    expect(textsIn(beside).targets?.[0]?.target).toBe(text);
  });
});
