import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Chromium, openChromium } from './chromium.ts';
import { freshProfile } from './profile.ts';
import { describeWith } from './programs.ts';
import { seedFirst } from './seed.ts';
import { fixture, ownFile, pickOwnFile, putOwnFile, sheetIn, sheetPage } from './sheet-page.ts';
import { barriers } from './state.ts';
import { onePage } from './store.ts';
import { watchChromium } from './watch.ts';

// Several sections of one workbook in one sitting: what is missing is seen, and all are saved together.

describeWith(['chromium'], 'several sections of one sheet', () => {
  const profile = freshProfile();
  let chromium: Chromium;
  let page: Page;
  let room: ReturnType<typeof sheetPage>;
  let faults: readonly string[] = [];
  const complaints = async () => [...(await barriers(page)), ...faults];
  const original = readFileSync(fixture('ward-merged'));
  beforeAll(async () => {
    chromium = await openChromium({ profile: profile.folder });
    page = await onePage(chromium.context);
    room = sheetPage(page, chromium);
    faults = await watchChromium(page, chromium.address(''));
    await page.clock.setFixedTime(new Date('2026-04-10T01:00:00Z'));
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
  });
  const writeOf = async (name: string) => {
    await page.click(`role=button[name=/${name}を書く$/]`);
    await page.waitForSelector(`h1:has-text("${name}の目標と結果")`);
  };
  const targetsIn = (bytes: Uint8Array) =>
    sheetIn(bytes).sections.flatMap(({ section, targets }) =>
      targets.map(({ target }) => [section, target]),
    );
  /** Two sections are written, with a policy; the third is only looked at. */
  const writeTwo = async () => {
    await page.click('summary:has-text("部署ごとの状況（17のうち、目標あり0・結果あり0）")');
    expect(await complaints()).toEqual([]);
    await writeOf('企画課');
    await page.click('text=区のサービス向上方針');
    await page.fill('#policy-4', '声をかけ合います。');
    await page.fill('#target-1', '通知の言葉を、6月までに見直します。');
    // Not even what was typed just now is lost on the way to the next section.
    await page.click('text=ほかの部署も書く');
    await writeOf('危機管理担当');
    await room.fill('target-2', '月1回、訓練を見ていただきます。');
    await page.click('text=ほかの部署も書く');
    await page.waitForSelector(
      'summary:has-text("部署ごとの状況（17のうち、目標あり2・結果あり0）")',
    );
    await writeOf('総務課');
    expect(await page.inputValue('#policy-4')).toBe('声をかけ合います。');
    await room.check();
  };
  const written = [
    ['危機管理担当', '月1回、訓練を見ていただきます。'],
    ['企画課', '通知の言葉を、6月までに見直します。'],
  ];

  test('are saved beside in one file, each text under its section and by its name', async () => {
    await room.choose(fixture('ward-merged'));
    await writeTwo();
    const captions = await page.locator('caption').allInnerTexts();
    expect(captions).toEqual(['シート全体（1か所）', '危機管理担当（1か所）', '企画課（1か所）']);
    await page.waitForSelector('th:has-text("方針④")');
    await page.waitForSelector('th:text-matches("目標2 *（D\\\\d+）")');
    expect(await complaints()).toEqual([]);
    const beside = await room.download('text=別のファイルとして保存する');
    expect(targetsIn(beside)).toEqual(written);
    expect(sheetIn(beside).policies.at(-1)).toBe('声をかけ合います。');
    expect(await complaints()).toEqual([]);

    // What comes after goes into the same file with them.
    await page.click('text=ほかの部署も書く');
    await writeOf('総務課');
    await room.fill('target-1', '花を絶やしません。');
    await room.check();
    const next = await room.download('text=別のファイルとして保存する');
    expect(targetsIn(next)).toEqual([written[0], ['総務課', '花を絶やしません。'], written[1]]);
  });

  test('are written into the file itself and undone together; each draft goes on in it', async () => {
    await page.click('#workbook');
    await page.waitForSelector('#section');
    await writeTwo();
    await page.click('text=元のファイルに書き込む');
    await page.waitForSelector('text=読み直して確かめました');
    expect(targetsIn(await ownFile(page))).toEqual(written);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain(
      '保存しました',
    );
    await page.click('role=button[name="元に戻す"]');
    await page.waitForSelector('text=元に戻しました');
    expect(await ownFile(page)).toEqual(original);
    await page.waitForSelector('caption:has-text("企画課（1か所）")');
    await page.click('text=元のファイルに書き込む');
    await page.waitForSelector('text=読み直して確かめました');

    // The file was written since the first of them was left, but its section says what the draft says.
    await room.open();
    await page.click('role=button[name=/企画課の続きを書く$/]');
    await page.waitForSelector('#target-1');
    expect(await page.inputValue('#target-1')).toBe(written[1]?.[1]);
  });

  test('what was saved beside is not asked about when its section is taken up again', async () => {
    await room.choose(fixture('ward-filled'));
    await page.click('summary:has-text("部署ごとの状況")');
    await writeOf('企画課');
    await room.fill('target-1', '花を絶やしません。');
    await room.check();
    await page.check('#replace');
    await room.download('text=別のファイルとして保存する');
    await page.click('text=ほかの部署も書く');
    await writeOf('企画課');
    expect(await page.inputValue('#target-1')).toBe('花を絶やしません。');
  });
});
