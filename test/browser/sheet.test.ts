import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { locateTemplate } from '../../core/sheet/locate.ts';
import { readSheet } from '../../core/sheet/read-sheet.ts';
import { gridsOf } from '../../core/xlsx/read-grids.ts';
import { openWorkbook } from '../../core/xlsx/workbook.ts';
import { type Chromium, openChromium } from './chromium.ts';
import { freshProfile } from './profile.ts';
import { describeWith } from './programs.ts';
import { seedFirst } from './seed.ts';
import { barriers, saved } from './state.ts';
import { copied, dump, empty, onePage, shelf } from './store.ts';
import { watchChromium } from './watch.ts';

// The page of the section's sheet: a chief's year, what has to be asked about, what is refused, undoing.

const fixture = (name: string) => `test/fixtures/templates/${name}.xlsx`;

/** The texts of a workbook's first section, as its own reader finds them. */
function textsIn(bytes: Uint8Array) {
  const workbook = openWorkbook(bytes);
  if (!workbook.ok) throw new Error(workbook.problems[0]?.code);
  const map = locateTemplate(gridsOf(workbook.value));
  if (!map.ok) throw new Error(map.problems[0]?.code);
  const sheet = readSheet(map.value);
  if (!sheet.ok) throw new Error(sheet.problems[0]?.code);
  const { fiscalYear, sections } = sheet.value;
  return {
    fiscalYear,
    section: sections[0]?.section,
    targets: sections[0]?.targets.map(({ target, result }) => ({ target, result })),
  };
}

/** A workbook with each XML part's text changed. */
function changed(file: string, change: (xml: string) => string): Buffer {
  const parts = unzipSync(readFileSync(file));
  const edited = Object.entries(parts).map(([name, bytes]) => [
    name,
    name.endsWith('.xml') ? strToU8(change(strFromU8(bytes))) : bytes,
  ]);
  return Buffer.from(zipSync(Object.fromEntries(edited)));
}

describeWith(['chromium'], 'the page of the section’s sheet', () => {
  const profile = freshProfile();
  let chromium: Chromium;
  let page: Page;
  let faults: readonly string[] = [];
  const open = async () => {
    await page.goto(chromium.address('sheet.html'));
    await page.waitForSelector('#workbook');
  };
  const choose = (file: string | { name: string; mimeType: string; buffer: Buffer }) =>
    page.setInputFiles('#workbook', file);
  const write = async () => {
    await page.click('text=目標と結果を書く');
    await page.waitForSelector('#target-1');
  };
  const check = async () => {
    await page.click('text=書き込む内容を確かめる');
    await page.waitForSelector('h1:has-text("書き込む内容を確かめる")');
  };
  const download = async (press: string): Promise<Buffer> => {
    const downloading = page.waitForEvent('download');
    await page.click(press);
    const parts: Buffer[] = [];
    for await (const part of await (await downloading).createReadStream()) parts.push(part);
    return Buffer.concat(parts);
  };
  const complaints = async () => [...(await barriers(page)), ...faults];
  const start = async (args: { seed: boolean }) => {
    chromium = await openChromium({ profile: profile.folder });
    page = await onePage(chromium.context);
    faults = await watchChromium(page, chromium.address(''));
    if (!args.seed) return;
    // The drafts of earlier tests too.
    await empty(chromium);
    await seedFirst(page, chromium, []);
  };
  afterAll(async () => {
    await chromium?.close();
    profile.remove();
  });

  test('a chief’s year: targets in April, results in March, killed once on the way', async () => {
    const target =
      '初めて来た方が迷わないよう、6月までに案内表示を見直します。\n月1回、待つ方の声を聞きます。';
    const result = '5月に見直し、場所の問い合わせが減りました。';
    await start({ seed: true });
    await page.clock.setFixedTime(new Date('2026-04-10T01:00:00Z'));
    await open();
    expect(await complaints()).toEqual([]);
    await page.click('text=一つの所属のひな形');
    await page.waitForSelector('dd:has-text("令和8年度（2026年度）")');
    expect(await page.inputValue('#section-name')).toBe('区民課');
    expect(await complaints()).toEqual([]);
    await write();
    expect(await page.locator('textarea[id^=result]').count()).toBe(0);
    await page.fill('#target-1', target);
    await saved(page);
    await page.waitForSelector('text=理念や基準とのつながりが、まだ選ばれていません');
    await copied(page);
    expect(Object.values(await shelf(page)).join()).toContain('案内表示を見直します');
    await chromium.kill();

    await start({ seed: false });
    await page.clock.setFixedTime(new Date('2026-04-10T02:00:00Z'));
    await open();
    await page.waitForSelector('text=令和8年度（2026年度）　区民課');
    expect(await complaints()).toEqual([]);
    await page.click('text=一つの所属のひな形');
    await write();
    expect(await page.inputValue('#target-1')).toBe(target);
    await page.click('text=理念・方針・基準とのつながり >> nth=0');
    await page.click('label:has-text("市民の視点") >> nth=0');
    await page.fill('#standard-1', '電話');
    await page.click('role=button[name="つなげる"] >> nth=0');
    await saved(page);
    expect(await complaints()).toEqual([]);
    await check();
    expect(await complaints()).toEqual([]);
    const april = await download('text=別のファイルとして保存する');
    await page.waitForSelector('text=保存しました');
    expect(await complaints()).toEqual([]);
    expect(textsIn(april)).toEqual({
      fiscalYear: 2026,
      section: '区民課',
      targets: [{ target, result: null }],
    });

    await page.clock.setFixedTime(new Date('2027-03-20T01:00:00Z'));
    await open();
    const file = join(profile.folder, '目標・結果.xlsx');
    writeFileSync(file, april);
    await choose(file);
    await page.waitForSelector('text=目標1件、実施結果0件');
    await write();
    expect(await page.inputValue('#target-1')).toBe(target);
    await page.waitForSelector('text=実施結果がまだありません');
    await page.fill('#result-1', result);
    await page.click('label:has-text("未達成") >> nth=0');
    await page.waitForSelector('#countermeasure-1');
    await saved(page);
    expect(await complaints()).toEqual([]);
    await check();
    const march = await download('text=別のファイルとして保存する');
    expect(textsIn(march)).toEqual({
      fiscalYear: 2026,
      section: '区民課',
      targets: [{ target, result }],
    });
    expect(await download('text=元のファイルをもう一度保存する')).toEqual(april);
  });

  describe('of other templates', () => {
    beforeAll(async () => {
      await chromium?.close();
      await start({ seed: true });
    });
    beforeEach(open);

    const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0];
    const wide = (word: string) => Buffer.from(word, 'utf16le');
    test.each([
      [
        'a password',
        'a.xlsx',
        Buffer.concat([Buffer.from(ole), wide('EncryptedPackage')]),
        'パスワードを外して',
      ],
      [
        'an .xls',
        'a.xls',
        Buffer.concat([Buffer.from(ole), wide('Workbook')]),
        '.xls形式のファイルです',
      ],
      ['a .csv', 'a.csv', Buffer.from('部署名,目標\n区民課,\n'), '文字だけのファイル'],
      [
        'half a file',
        'a.xlsx',
        readFileSync(fixture('ward-filled')).subarray(0, 4000),
        '壊れています',
      ],
    ])('%s is refused in plain words', async (_, name, buffer, words) => {
      await choose({ name, mimeType: 'application/octet-stream', buffer });
      await page.waitForSelector('text=このファイルは使えません');
      await page.waitForSelector(`text=${words}`);
      expect(await complaints()).toEqual([]);
    });

    test('a heading nobody knows is pointed at (F34)', async () => {
      const buffer = changed(fixture('ward-merged'), (xml) =>
        xml.replaceAll('目標及び具体的な取組内容', 'めざす姿'),
      );
      await choose({ name: '様式.xlsx', mimeType: '', buffer });
      await page.waitForSelector('h1:has-text("書く欄の場所を教えてください")');
      expect(await complaints()).toEqual([]);
      await page.click('role=button[name="めざす姿"]');
      await page.waitForSelector('h1:has-text("見つかった内容を確かめる")');
      await page.selectOption('#section', { index: 2 });
      await write();
      await page.fill('#target-1', '=1+1');
      await saved(page);
      await check();
      await page.waitForSelector('text==1+1');
    });

    test('a protected sheet is explained before anything is written (F36)', async () => {
      await choose(fixture('protected'));
      await page.waitForSelector('h1:has-text("見つかった内容を確かめる")');
      if (await page.locator('#section').count()) await page.selectOption('#section', { index: 1 });
      await write();
      await page.fill('#target-1', '窓口で待つ方に声をかけます。');
      await saved(page);
      await check();
      await page.waitForSelector('text=シートが保護されています');
      expect(await page.locator('text=別のファイルとして保存する').count()).toBe(0);
      expect(await complaints()).toEqual([]);
    });

    test('deleting a draft takes it out of the store', async () => {
      const names = await page.locator('.f-rows strong').count();
      expect(names).toBeGreaterThan(0);
      await page.click('text=消す >> nth=0');
      await page.click('dialog >> role=button[name="消す"]');
      await expect.poll(async () => (await dump(page)).rows.drafts?.length).toBe(names - 1);
    });
  });

  describe('of a file that can be written back', () => {
    const original = readFileSync(fixture('ward-filled'));
    beforeAll(async () => {
      // The browser's own dialog can't be pressed from here; the file behind it is a true one, in the origin's own folder.
      await page.addInitScript(() => {
        const pick = async () => {
          const folder = await navigator.storage.getDirectory();
          return [await folder.getFileHandle('様式.xlsx', { create: true })];
        };
        Object.assign(globalThis, { showOpenFilePicker: pick });
      });
    });
    beforeEach(async () => {
      await empty(chromium);
      await seedFirst(page, chromium, []);
      await open();
      await page.evaluate(
        async (bytes) => {
          const folder = await navigator.storage.getDirectory();
          const file = await folder.getFileHandle('様式.xlsx', { create: true });
          const writing = await file.createWritable();
          await writing.write(Uint8Array.from(bytes));
          await writing.close();
        },
        [...original],
      );
      await page.click('#workbook');
      await page.selectOption('#section', { index: 1 });
      await write();
      await page.fill('#target-1', '待つ方に、10分ごとに声をかけます。');
      await saved(page);
      await check();
    });
    const onDisk = async (): Promise<Buffer> =>
      Buffer.from(
        await page.evaluate(async () => {
          const folder = await navigator.storage.getDirectory();
          const file = await (await folder.getFileHandle('様式.xlsx')).getFile();
          return [...new Uint8Array(await file.arrayBuffer())];
        }),
      );

    test('a text is replaced only after a yes, and undone with one click', async () => {
      await page.click('text=元のファイルに書き込む');
      await page.waitForSelector('text=置き換えてよいときは、印を付けてください');
      expect(await complaints()).toEqual([]);
      expect(await onDisk()).toEqual(original);
      await page.check('#replace');
      await page.click('text=元のファイルに書き込む');
      await page.waitForSelector('text=読み直して確かめました');
      expect(textsIn(await onDisk()).targets?.[0]?.target).toBe(
        '待つ方に、10分ごとに声をかけます。',
      );
      expect(await complaints()).toEqual([]);
      await page.click('role=button[name="元に戻す"]');
      await page.waitForSelector('text=元に戻しました');
      expect(await onDisk()).toEqual(original);
    });

    test('a file that has changed meanwhile stays as it is (F39)', async () => {
      await page.evaluate(async () => {
        const folder = await navigator.storage.getDirectory();
        const writing = await (await folder.getFileHandle('様式.xlsx')).createWritable();
        await writing.write('changed');
        await writing.close();
      });
      await page.check('#replace');
      await page.click('text=元のファイルに書き込む');
      await page.waitForSelector('text=開いた後に、ファイルが変わっています');
      expect(String(await onDisk())).toBe('changed');
      expect(await complaints()).toEqual([]);
    });
  });
});
