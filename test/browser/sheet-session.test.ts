import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { gridsOf } from '../../core/xlsx/read/read-grids.ts';
import { openWorkbook } from '../../core/xlsx/read/workbook.ts';
import { applyPlans } from '../../core/xlsx/write/apply-plans.ts';
import { type Chromium, openChromium } from './chromium.ts';
import { freshProfile } from './profile.ts';
import { describeWith } from './programs.ts';
import { seedFirst } from './seed.ts';
import {
  fileOf,
  fixture,
  ownFile,
  pickOwnFile,
  putOwnFile,
  sheetIn,
  sheetPage,
} from './sheet-page.ts';
import { barriers, saved } from './state.ts';
import { empty, onePage } from './store.ts';
import { watchChromium } from './watch.ts';

// What a chief does to the texts, and what becomes of them where the file, or another, says otherwise.

/** A workbook with other texts in some of its first worksheet's cells. */
function withTexts(file: string, texts: Readonly<Record<string, string>>): Buffer {
  const workbook = openWorkbook(readFileSync(file));
  if (!workbook.ok) throw new Error(workbook.problems[0]?.code);
  const [grid] = gridsOf(workbook.value);
  const writes = Object.entries(texts).map(([address, text]) => ({ address, text }));
  const plan = { sheet: grid?.name ?? '', insertions: [], writes, heights: [] };
  const filled = applyPlans(workbook.value, [plan]);
  if (!filled.ok) throw new Error(filled.problems[0]?.code);
  return Buffer.from(filled.value.bytes);
}

describeWith(['chromium'], 'what is written on the page of the section’s sheet', () => {
  const profile = freshProfile();
  let chromium: Chromium;
  let page: Page;
  let room: ReturnType<typeof sheetPage>;
  let faults: readonly string[] = [];
  const complaints = async () => [...(await barriers(page)), ...faults];
  const text = (field: string) => page.inputValue(`#${field}`);
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
  });

  test('targets are moved, removed and put back; their texts go with them into the file', async () => {
    await room.chooseSection(fixture('section-single'));
    await room.write();
    for (const no of [1, 2, 3]) await room.fill(`target-${no}`, `目標の${no}つ目です。`);
    await page.click('role=button[name="目標3を上へ移す"]');
    await page.waitForSelector('#up-2:focus');
    expect(await text('target-2')).toBe('目標の3つ目です。');
    await page.click('role=button[name="目標1を外す"]');
    await page.waitForSelector('h2:has-text("目標1を外しました")');
    expect(await text('target-1')).toBe('目標の3つ目です。');
    await page.click('role=button[name="外した目標を戻す"]');
    await page.waitForSelector('#target-1:focus');
    expect(await text('target-1')).toBe('目標の1つ目です。');
    await page.click('role=button[name="目標2を外す"]');
    await saved(page);
    expect(await complaints()).toEqual([]);
    await room.check();
    const { sections } = sheetIn(await room.download('text=別のファイルとして保存する'));
    expect(sections[0]?.targets.map(({ target }) => target)).toEqual([
      '目標の1つ目です。',
      '目標の2つ目です。',
    ]);
  });

  test('what is pasted from Word is cleaned, and said so', async () => {
    await room.chooseSection(fixture('section-single'));
    await room.write();
    await page.evaluate(() => {
      const field = document.querySelector<HTMLTextAreaElement>('#target-1');
      const data = new DataTransfer();
      data.setData('text/plain', '声を\u{ad}かけ\u{b}待つ方に\t応えます。\u{feff}');
      field?.focus();
      field?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    });
    await page.waitForSelector('text=見えない文字を取り除きました');
    expect(await text('target-1')).toBe('声をかけ\n待つ方に 応えます。');
    await page.waitForSelector('.s-count:has-text("14字")');
    expect(await complaints()).toEqual([]);
  });

  test('a text that was changed here and in the file is asked about, field by field', async () => {
    const original = fixture('ward-filled');
    await putOwnFile(page, readFileSync(original));
    await page.click('#workbook');
    await page.selectOption('#section', { index: 1 });
    await room.write();
    const second = await text('target-2');
    await room.fill('target-1', 'ここで直した文です。');
    const changes = { D9: '事務局が直した文です。', D10: `${second}事務局が足しました。` };
    await putOwnFile(page, withTexts(original, changes));
    await room.open();
    await page.click('text=続きを書く');
    await page.waitForSelector('text=前回の後で、ファイルが変わっています');
    await room.write();
    await page.waitForSelector('h2:has-text("ファイルの文と、ここで書いた文が違います")');
    await page.waitForSelector('.f-notice td:has-text("事務局が直した文です。")');
    expect(await text('target-1')).toBe('ここで直した文です。');
    expect(await text('target-2')).toBe(changes.D10);
    expect(await complaints()).toEqual([]);
    await page.click('text=書き込む内容を確かめる');
    await page.waitForSelector('text=先に、上の食い違いで残す文を選んでください');
    expect(await page.locator('text=元のファイルに書き込む').count()).toBe(0);
    await page.click('role=button[name="この画面の文を残す"]');
    await page.waitForSelector('caption:has-text("（1か所）")');
    await page.check('#replace');
    await page.click('text=元のファイルに書き込む');
    await page.waitForSelector('text=読み直して確かめました');
    const [section] = sheetIn(await ownFile(page)).sections;
    expect(section?.targets.slice(0, 2).map(({ target }) => target)).toEqual([
      'ここで直した文です。',
      changes.D10,
    ]);
    // Nothing is left to be asked.
    await room.open();
    await page.click('text=続きを書く');
    await page.waitForSelector('#target-1');
    expect(await page.locator('.f-notice').count()).toBe(0);
  });

  test('a draft is not taken into another file of the same section without asking', async () => {
    await room.chooseSection(fixture('ward-merged'));
    await room.write();
    await room.fill('target-1', '前のファイルに書いた文です。');
    await room.open();
    await room.chooseSection(fileOf('別の様式.xlsx', readFileSync(fixture('ward-merged'))));
    await page.waitForSelector('text=「ward-merged.xlsx」に書いていたものです');
    await page.click('role=button[name="目標と結果を書く"]');
    await page.waitForSelector('h2:focus:has-text("書きかけとファイルの文が違います")');
    await page.waitForSelector('text=別のファイル「ward-merged.xlsx」に書いていた');
    expect(await complaints()).toEqual([]);
    await page.click('role=button[name="書きかけを続ける"]');
    await page.waitForSelector('#target-1');
    expect(await text('target-1')).toBe('前のファイルに書いた文です。');
  });

  test('what the form has no place for goes along in a sheet file, and comes back from it', async () => {
    await room.chooseSection(fixture('section-single'));
    await room.write();
    await page.fill('#target-1', '声をかけます。');
    await page.click('text=ほかの欄 >> nth=0');
    await page.fill('#goal-1', '待たせない窓口にする。');
    await saved(page);
    await room.check();
    await page.waitForSelector('.f-notice:has-text("組織目標")');
    expect(await complaints()).toEqual([]);
    const file = await room.download('text=文をシートのファイル（.json）に書き出す');
    await empty(chromium);
    page = await onePage(chromium.context);
    await seedFirst(page, chromium, []);
    await room.open();
    await room.choose(fileOf('目標・結果.json', file));
    await page.waitForSelector('h2:has-text("危機管理担当の文を読みました")');
    expect(await complaints()).toEqual([]);
    await room.chooseSection(fixture('section-single'));
    await room.write();
    expect(await text('target-1')).toBe('声をかけます。');
    await page.click('text=ほかの欄 >> nth=0');
    expect(await text('goal-1')).toBe('待たせない窓口にする。');
  });

  test('a cell that hides its text is set to wrap when the chief says so, and no other', async () => {
    const file = fixture('ward-published');
    await room.chooseSection(file);
    await page.waitForSelector('.f-notice:has-text("1行目しか見えません")');
    await room.write();
    const long = '初めて来た方が迷わないよう、案内表示を見直します。'.repeat(5);
    await room.fill('target-1', long);
    await page.waitForSelector('.s-count[data-over=true]');
    await room.check();
    await page.waitForSelector('.s-wraps figure >> nth=1');
    expect(await complaints()).toEqual([]);
    await page.check('#wraps');
    const after = await room.download('text=別のファイルとして保存する');
    const looks = (bytes: Uint8Array) => {
      const workbook = openWorkbook(bytes);
      const [grid] = workbook.ok ? gridsOf(workbook.value) : [];
      return [...(grid?.cells ?? [])].filter(([, { look }]) => look.wraps).map(([cell]) => cell);
    };
    const own = [...(gridOf(after)?.cells ?? [])].find(([, cell]) => cell.text === long)?.[0];
    expect(looks(after)).toEqual([...looks(readFileSync(file)), own].sort(byPlace(after)));
    expect(strFromU8(unzipSync(after)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())).toContain(
      'customHeight',
    );
  });
});

const gridOf = (bytes: Uint8Array) => {
  const workbook = openWorkbook(bytes);
  return workbook.ok ? gridsOf(workbook.value)[0] : undefined;
};

/** As a worksheet has its cells. */
function byPlace(bytes: Uint8Array) {
  const order = [...(gridOf(bytes)?.cells.keys() ?? [])];
  return (one: string | undefined, other: string | undefined) =>
    order.indexOf(one ?? '') - order.indexOf(other ?? '');
}
