import { readFileSync } from 'node:fs';
import type { Chromium } from '../test/browser/chromium.ts';
import { changed, fileOf, fixture } from '../test/browser/sheet-page.ts';

/** The pictures of the section's sheet: what is written, with last year's text beside, and what will go into the file. */
export async function takeSheetPictures(chromium: Chromium): Promise<void> {
  const page = await chromium.context.newPage();
  await page.clock.setFixedTime(new Date('2027-03-24T01:30:00Z'));
  await page.setViewportSize({ width: 1200, height: 1180 });
  await page.goto(chromium.address('sheet.html'));
  const blank = readFileSync(fixture('ward-merged'));
  await page.setInputFiles('#workbook', fileOf('区の目標・結果.xlsx', blank));
  await page.selectOption('#section', { label: 'まちづくり推進部　総務課' });
  await page.click('role=button[name="目標と結果を書く"]');
  await page.check('input[name=phase][value=end]');
  for (const [field, text] of texts) await page.fill(`#${field}`, text);
  await page.click('text=昨年度のシートを横に置く');
  const last = changed(fixture('ward-filled'), (xml) => xml.replaceAll('令和８年度', '令和７年度'));
  await page.setInputFiles('#last-year', fileOf('令和7年度.xlsx', last));
  await page.waitForSelector('.s-beside tbody');
  await page.waitForSelector('.f-status[data-state=saved]');
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    scrollTo(0, 0);
  });
  await page.screenshot({ path: 'docs/images/sheet.png' });
  await page.click('text=書き込む内容を確かめる');
  await page.waitForSelector('.f-table tbody');
  await page.setViewportSize({ width: 1200, height: 570 });
  await page.screenshot({ path: 'docs/images/sheet-check.png' });
  await page.close();
}

const texts = [
  ['target-1', '初めて来た方が迷わないよう、6月までに庁舎の案内表示を見直します。'],
  ['result-1', '5月に見直し、場所のお尋ねが減りました。適確な案内を続けます。'],
  ['target-2', '電話は3回以内に取り、所属と名前を名乗ります。'],
  ['target-3', '郵便の文を、月1回、届いた方の目で読み直します。'],
] as const;
