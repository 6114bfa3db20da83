import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { parseBackup } from '../../core/formats/read-backup.ts';
import { sha256 } from '../../extension/platform/sha256.ts';
import { type Chromium, openChromium } from './chromium.ts';
import { freshProfile } from './profile.ts';
import { describeWith } from './programs.ts';
import { seedFirst } from './seed.ts';
import { changed, fileOf, fixture, sheetPage } from './sheet-page.ts';
import { barriers, saved } from './state.ts';
import { copied, dump, empty, onePage, shelf } from './store.ts';
import { watchChromium } from './watch.ts';

// Drafts of the section's sheet: nothing written is lost, and nothing of a person stays that was deleted.

const text = '待つ方に、10分ごとに声をかけます。';

describeWith(['chromium'], 'drafts of the section’s sheet', () => {
  const profile = freshProfile();
  let chromium: Chromium;
  let page: Page;
  let room: ReturnType<typeof sheetPage>;
  let faults: readonly string[] = [];
  const complaints = async () => [...(await barriers(page)), ...faults];
  const rows = async (table: string) => (await dump(page)).rows[table] ?? [];
  beforeAll(async () => {
    chromium = await openChromium({ profile: profile.folder });
  });
  beforeEach(async () => {
    await empty(chromium);
    page = await onePage(chromium.context);
    room = sheetPage(page, chromium);
    faults = await watchChromium(page, chromium.address(''));
    await seedFirst(page, chromium, []);
    await room.open();
    await room.chooseSection(fixture('section-single'));
    await room.write();
    await room.fill('target-1', text);
  });
  afterAll(async () => {
    await chromium?.close();
    profile.remove();
  });

  test('two pages on one draft: the later is asked, and nothing is lost (F10)', async () => {
    const other = await chromium.context.newPage();
    const otherRoom = sheetPage(other, chromium);
    await otherRoom.open();
    await other.click('text=続きを書く');
    await other.waitForSelector('#target-1');
    await otherRoom.fill('target-1', '別の画面の文です。');

    await page.fill('#target-1', 'この画面の文です。');
    await page.waitForSelector('h2:has-text("別の画面で、同じシートが変わりました")');
    await page.waitForSelector('.f-notice td:has-text("別の画面の文です。")');
    await page.waitForSelector('.f-status[data-state=failed]');
    expect(await complaints()).toEqual([]);
    expect(await page.inputValue('#target-1')).toBe('この画面の文です。');
    expect(JSON.stringify(await rows('drafts'))).toContain('別の画面の文です。');
    await page.click('text=この画面の文を残す');
    await saved(page);
    await expect.poll(async () => JSON.stringify(await rows('drafts'))).toContain('この画面の文');

    await other.fill('#target-1', 'もう一度、別の画面から。');
    await other.click('text=別の画面の文にする');
    expect(await other.inputValue('#target-1')).toBe('この画面の文です。');
    await other.close();
  });

  test('a draft is deleted with its workbook, after a yes', async () => {
    await expect.poll(() => rows('workbooks')).toHaveLength(1);
    await room.open();
    await page.click('text=消す');
    expect(await complaints()).toEqual([]);
    await page.click('dialog >> role=button[name="消す"]');
    await expect.poll(() => rows('drafts')).toEqual([]);
    expect(await rows('workbooks')).toEqual([]);
  });

  test('a user is deleted with drafts and workbooks, in the second copy too', async () => {
    await copied(page);
    expect(JSON.stringify(await shelf(page))).toContain('10分ごとに');
    await page.goto(chromium.address('options.html#/delete'));
    await page.waitForSelector('text=目標・結果シートの書きかけ1件');
    await page.click('text=このPCから消す >> nth=-1');
    await page.click('dialog >> text=このPCから消す');
    await page.waitForSelector('text=このPCから消しました');
    expect(await rows('drafts')).toEqual([]);
    expect(await rows('workbooks')).toEqual([]);
    expect(JSON.stringify(await shelf(page))).not.toContain('10分ごとに');
  });

  test('a backup brings the draft back to a fresh PC, where its file is asked for', async () => {
    await page.goto(chromium.address('options.html#/backup'));
    const downloading = page.waitForEvent('download');
    await page.click('button:has-text("控えを保存する")');
    const file = join(profile.folder, '控え.json');
    writeFileSync(file, readFileSync(await (await downloading).path()));
    await empty(chromium);

    await page.goto(chromium.address('options.html#/backup'));
    await page.setInputFiles('#restore-file', file);
    await page.getByRole('button', { name: '戻す', exact: true }).click();
    await page.waitForSelector('text=控えから戻しました');
    await room.open();
    await page.waitForSelector('text=ファイルを開くと、続きを書けます');
    expect(await complaints()).toEqual([]);
    await room.chooseSection(fixture('section-single'));
    await room.write();
    expect(await page.inputValue('#target-1')).toBe(text);
  });

  test('a file that says something else by now: the chief chooses', async () => {
    for (const [press, expected] of [
      ['書きかけを続ける', text],
      ['ファイルの文から始める', '窓口にお越しの方に'],
    ] as const) {
      await room.open();
      // Of another name each time: what was gone on with is of that file by then.
      await room.chooseSection(fileOf(`${press}.xlsx`, readFileSync(fixture('ward-filled'))));
      await page.waitForSelector('h2:has-text("このPCに、危機管理担当の書きかけがあります")');
      await page.waitForSelector('text=どちらから始めるかを選べます');
      await page.click('role=button[name="目標と結果を書く"]');
      await page.waitForSelector(`.f-notice td:has-text("${text}")`);
      expect(await complaints()).toEqual([]);
      await page.click(`role=button[name="${press}"]`);
      await page.waitForSelector('#target-1');
      expect(await page.inputValue('#target-1')).toContain(expected);
      await page.fill('#target-1', text);
    }
  });

  test('a section keeps a draft for each workbook, and begins each where it was left', async () => {
    const heading = '実施結果及び目標の達成度';
    const drawn = changed(fixture('ward-filled'), (xml) => xml.replaceAll(heading, '実績'));
    expect(drawn.equals(readFileSync(fixture('ward-filled')))).toBe(false);
    const bureau = fileOf('局の様式.xlsx', drawn);
    const bureauText = '局の目標として、月1回見直します。';
    await room.open();
    await room.chooseSection(bureau);
    await page.click('role=button[name="目標と結果を書く"]');
    await page.click('role=button[name="ファイルの文から始める"]');
    await page.waitForSelector('#target-1');
    await room.fill('target-1', bureauText);
    for (const [name, file, expected] of [
      ['section-single.xlsx', fixture('section-single'), text],
      ['局の様式.xlsx', bureau, bureauText],
    ] as const) {
      await room.open();
      await expect.poll(() => rows('drafts')).toHaveLength(2);
      expect(await rows('workbooks')).toHaveLength(2);
      expect(await complaints()).toEqual([]);
      await page.click(`role=button[name=/${name}.*の続きを書く/]`);
      await page.waitForSelector('#target-1');
      expect(await page.inputValue('#target-1')).toBe(expected);
      await room.open();
      await room.chooseSection(file);
      await room.write();
      expect(await page.inputValue('#target-1')).toBe(expected);
    }
  });

  test('a draft goes along with its workbook under another name', async () => {
    await room.open();
    await room.chooseSection(fileOf('改名.xlsx', readFileSync(fixture('section-single'))));
    await page.click('role=button[name="目標と結果を書く"]');
    await page.click('role=button[name="書きかけを続ける"]');
    await page.waitForSelector('#target-1');
    await room.fill('target-1', `${text}続き`);
    await expect.poll(() => rows('drafts')).toHaveLength(1);
    expect(await rows('drafts')).toMatchObject([{ draft: { file: { name: '改名.xlsx' } } }]);
    await expect.poll(() => rows('workbooks')).toMatchObject([{ name: '改名.xlsx' }]);
  });

  test('what the disk refuses stays on the page, and is taken out as a backup (F6)', async () => {
    await page.evaluate(() => {
      const { prototype } = IDBObjectStore;
      const { put } = prototype;
      const full = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
      Object.assign(prototype, { put: full });
      Object.assign(globalThis, { makeRoom: () => Object.assign(prototype, { put }) });
    });
    await page.fill('#target-1', `${text}満杯のディスク`);
    await page.waitForSelector('h2:has-text("保存できませんでした")');
    await page.waitForSelector('.f-status[data-state=failed]');
    await expect.poll(() => page.title()).toMatch(/^エラー：/);
    expect(await complaints()).toEqual([]);
    const downloading = page.waitForEvent('download');
    await page.click('text=ファイルに書き出す');
    const taken = readFileSync(await (await downloading).path(), 'utf8');
    const backup = await parseBackup(taken, sha256);
    expect(backup.ok && JSON.stringify(backup.value.file.sheets)).toContain('満杯のディスク');
    await page.evaluate(() => (globalThis as unknown as { makeRoom(): void }).makeRoom());
    await page.click('text=もう一度保存する');
    await saved(page);
    expect(JSON.stringify(await rows('drafts'))).toContain('満杯のディスク');
  });
});
