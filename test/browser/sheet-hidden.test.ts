import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { fiscalYearOf } from '../../core/calendar/fiscal-year.ts';
import { makeSheetFile } from '../../core/formats/sheet-file.ts';
import { fiscalYearName } from '../../ui/fiscal-year.ts';
import { type Chromium, openChromium } from './chromium.ts';
import { freshProfile } from './profile.ts';
import { describeWith } from './programs.ts';
import { seedFirst } from './seed.ts';
import { changed, fileOf, fixture, sheetIn, sheetPage } from './sheet-page.ts';
import { barriers } from './state.ts';
import { empty, onePage } from './store.ts';

// Nothing goes into the file that the page does not show, and nobody learns too late what it is of.

describeWith(['chromium'], 'what the page of the section’s sheet shows', () => {
  const profile = freshProfile();
  let chromium: Chromium;
  let page: Page;
  let room: ReturnType<typeof sheetPage>;
  beforeAll(async () => {
    chromium = await openChromium({ profile: profile.folder });
  });
  beforeEach(async () => {
    await empty(chromium);
    page = await onePage(chromium.context);
    room = sheetPage(page, chromium);
  });
  afterAll(async () => {
    await chromium?.close();
    profile.remove();
  });

  test('measures that were written apart stand in the one box, and go into the file once', async () => {
    await seedFirst(page, chromium, []);
    await room.open();
    const file = readFileSync(fixture('section-single'));
    const sheet = sheetIn(file);
    const [section] = sheet.sections;
    const given = makeSheetFile({
      ...sheet,
      sections: [
        {
          division: section?.division ?? null,
          section: section?.section ?? '',
          targets: [{ no: 1, target: '待ち時間を短くします。', measures: '番号札を置きます。' }],
        },
      ],
    });
    await room.choose(fileOf('目標.json', Buffer.from(given)));
    await page.waitForSelector('.f-notice[data-kind=info]');
    await room.chooseSection(fixture('section-single'));
    await room.write();
    expect(await page.inputValue('#target-1')).toBe('待ち時間を短くします。\n番号札を置きます。');
    await page.waitForSelector('.s-target >> nth=0 >> .s-count:has-text("20字")');
    expect(await barriers(page)).toEqual([]);
    await room.fill('target-1', '待ち時間を短くします。');
    await room.check();
    expect(await page.innerText('main')).not.toContain('番号札');
  });

  test('a file of another year is told of when it is opened, and before it is written', async () => {
    await seedFirst(page, chromium, []);
    await room.open();
    const old = changed(fixture('section-single'), (xml) =>
      xml.replaceAll(/令和[８8]年度/g, '令和5年度'),
    );
    expect(sheetIn(old).fiscalYear).toBe(2023);
    const says = `このファイルは令和5年度（2023年度）のものです。今は${fiscalYearName(fiscalYearOf(Date.now()))}です。`;
    await room.chooseSection(fileOf('前の様式.xlsx', old));
    await page.waitForSelector(`.f-notice li:has-text("${says}")`);
    expect(await barriers(page)).toEqual([]);
    await room.write();
    await room.fill('target-1', '待ち時間を短くします。');
    await room.check();
    await page.waitForSelector(`.f-notice li:has-text("${says}")`);
    expect(await barriers(page)).toEqual([]);
  });

  test('the first visit to the sheet speaks of the sheet, and leads into it', async () => {
    await page.goto(chromium.address('sheet.html'));
    await page.waitForSelector('h1:has-text("はじめに")');
    await page.waitForSelector('dd:has-text("目標・結果シート")');
    expect(await page.innerText('main')).not.toContain('項目）');
    expect(await page.locator('main a[href="home.html"]').count()).toBe(0);
    expect(await barriers(page)).toEqual([]);
    await page.click('button:text-is("始める")');
    await page.waitForSelector('#workbook');
  });
});
