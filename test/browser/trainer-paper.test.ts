import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Page as FirefoxPage } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { builtInCatalog } from '../../core/catalog/built-in.ts';
import { standardById, standardsOfScene } from '../../core/catalog/lookup.ts';
import { makeTallyFile } from '../../core/formats/tally-file.ts';
import { builtInCourses } from '../../core/training/courses.ts';
import { dutyLists } from '../../core/training/duties.ts';
import { type Chromium, openChromium } from './chromium.ts';
import { type Firefox, openFirefox } from './firefox.ts';
import { printFirefox } from './firefox-print.ts';
import { freshProfile } from './profile.ts';
import { describeWith, program } from './programs.ts';
import { barriers, printed, sheetsOf } from './state.ts';
import { dump } from './store.ts';

const steps = builtInCourses[0]?.course.steps ?? [];
const shown = steps.flatMap((step) =>
  step.kind === 'standard' ? (standardById(builtInCatalog, step.ref) ?? []) : [],
);

const withoutBlanks = (text: string) => text.replace(/\s/g, '');

describeWith(['chromium', 'pdftotext'], 'Paper for training', () => {
  const profile = freshProfile();
  let chromium: Chromium;
  let page: Page;
  beforeAll(async () => {
    chromium = await openChromium({ profile: profile.folder });
  });
  beforeEach(async () => {
    await page?.close();
    page = await chromium.context.newPage();
  });
  afterAll(async () => {
    await chromium?.close();
    profile.remove();
  });

  const open = async (place: string) => {
    await page.goto(chromium.address(`trainer.html#/${place}`));
    await page.waitForSelector('h1');
  };

  const openTally = async () => {
    const counts = { kept: 12, 'mostly-kept': 5, 'partly-kept': 3, 'not-kept': 1 };
    const items = [{ standard: 'phone-name-first', counts: { ...counts, 'not-applicable': 9 } }];
    const tally = { title: '研修', heldAt: '2026-12-01T10:00:00+09:00', catalog: [], items };
    const buffer = Buffer.from(makeTallyFile(tally));
    const file = { name: '集計.json', mimeType: 'application/json', buffer };
    await page.setInputFiles('#tally-file', file);
    await page.waitForSelector('.t-counts');
  };

  test.each([
    ['2', 8],
    ['4', 4],
    ['6', 3],
  ])('sixteen slides, %s a page, take %d sheets', async (per, sheets) => {
    await open('paper/handout');
    await page.check(`input[value="${per}"]`);
    const paper = await printed(page, profile.folder);
    expect(paper).toHaveLength(sheets);
    expect(paper.at(-1)).toContain('まとめ');
    for (const { text } of shown) expect(paper.join('')).toContain(withoutBlanks(text));
  });

  test('the checklist holds every item, and a box for each answer', async () => {
    await open('paper/checklist');
    const paper = (await printed(page, profile.folder)).join('');
    for (const { text } of builtInCatalog.standards) expect(paper).toContain(withoutBlanks(text));
    expect(await page.locator('.t-box').count()).toBe(builtInCatalog.standards.length * 5);
    expect(paper).toContain('市や区が定めた基準ではありません');
    // A scene of models alone is marked once; where some are quoted, each item is.
    for (const { id } of builtInCatalog.scenes) {
      const standards = standardsOfScene(builtInCatalog, id);
      const table = page.locator('.t-check', { hasText: standards[0]?.text ?? '' });
      const models = standards.filter(({ status }) => status === 'model').length;
      const isMixed = models < standards.length;
      expect(await table.locator('caption .f-tag').count(), id).toBe(isMixed ? 0 : 1);
      expect(await table.locator('tbody >> text="見本"').count(), id).toBe(isMixed ? models : 0);
    }
  });

  test.each(['paper/checklist', 'visit', 'tally/file'])(
    'the heads of the columns of %s break between words only',
    async (place) => {
      await open(place === 'tally/file' ? '' : place);
      if (place === 'tally/file') await openTally();
      await page.emulateMedia({ media: 'print' });
      for (const width of [673, 1366]) {
        await page.setViewportSize({ width, height: 768 });
        const lines = await page.$$eval('.t-check thead th', (heads) =>
          heads.flatMap(({ childNodes }) =>
            [...childNodes].flatMap((part) => {
              const range = document.createRange();
              range.selectNodeContents(part);
              return part instanceof Text ? range.getClientRects().length : [];
            }),
          ),
        );
        expect(lines.length).toBeGreaterThan(3);
        expect(lines.filter((count) => count !== 1)).toEqual([]);
      }
    },
  );

  test('the count of a session tells how many hands there were, and of what the share is', async () => {
    await open('');
    await openTally();
    expect(await page.locator('.t-counts tbody td').allInnerTexts()).toEqual([
      ...['12', '5', '3', '1', '9', '30'],
      '81％',
    ]);
    const [paper] = await printed(page, profile.folder);
    expect(paper).toContain('遵守率');
    expect(paper).toContain('「担当していない」人は除いています');
    expect(await barriers(page)).toEqual([]);
  });

  test('a poster has one sheet for itself, of the size that was chosen', async () => {
    await open('paper/poster');
    await page.waitForSelector('.t-poster');
    const [policies, ...more] = await printed(page, profile.folder);
    expect(more).toEqual([]);
    expect(policies).toMatch(/^区役所サービス5つの基本方針1\.区民の声に/);
    expect(policies).toMatch(/川崎市高津区役所$/);
    await page.check('input[value=catchphrase]');
    await page.check('input[value=a3]');
    expect(await printed(page, profile.folder)).toEqual([
      '「笑顔とまごころでお迎えします」～窓口サービス№1宣言～',
    ]);
    const file = join(profile.folder, 'poster.pdf');
    writeFileSync(file, await page.pdf({ preferCSSPageSize: true }));
    expect(aboutPdf(file)).toMatch(/Page size: +841\.\d+ x 119\d\.\d+/);
  });

  test('a poster is written in one’s own words, which stay as long as the page is open', async () => {
    await open('paper/poster');
    await page.waitForSelector('text=川崎市高津区役所の例：区役所サービス 5つの基本方針');
    await page.check('input[value=own]');
    await page.waitForSelector('text=見出しか内容を入力してください');
    expect(await page.locator('button:text-is("印刷する")').count()).toBe(0);
    expect(await barriers(page)).toEqual([]);
    await page.fill('#poster-heading', '窓口の約束');
    await page.fill('#poster-text', ' 待たせない\n\n分かりやすく話す\n');
    await page.fill('#poster-issuer', '区民課');
    expect(await printed(page, profile.folder)).toEqual([
      '窓口の約束1.待たせない2.分かりやすく話す区民課',
    ]);
    await page.fill('#poster-text', '約束\n'.repeat(60));
    await page.waitForSelector('text=1枚に入りきりません');
    expect(await barriers(page)).toEqual([]);
    await page.click('text=印刷するものの一覧へ');
    await page.click('text=窓口に掲げるポスター');
    await page.check('input[value=own]');
    expect(await page.inputValue('#poster-heading')).toBe('窓口の約束');
  });

  test('the duty lists and the contractors’ handout hold what they should', async () => {
    await open('paper/duties');
    const duties = await printed(page, profile.folder);
    expect(duties).toHaveLength(1);
    for (const duty of dutyLists.flatMap((list) => list.duties)) {
      expect(duties[0]).toContain(withoutBlanks(duty));
    }
    await open('paper/contractor');
    const ideas = (await printed(page, profile.folder)).join('');
    for (const { statement } of builtInCatalog.philosophies) {
      expect(ideas).toContain(withoutBlanks(statement));
    }
  });

  test('the observer’s sheet is kept over a reload, and full it is still one A4', async () => {
    await open('visit');
    await page.fill('#visit-place', '区民課 3番窓口');
    for (const field of ['good', 'toImprove', 'advice']) {
      await page.fill(`#visit-${field}`, 'あ'.repeat(300));
    }
    await page.check('input[name=visit-phone-name-first][value=good]');
    const kept = async () => JSON.stringify((await dump(page)).rows.visits);
    await expect.poll(kept).toContain('"phone-name-first":"good"');
    await page.reload();
    await page.waitForSelector('input[name=visit-phone-name-first][value=good]:checked');
    expect(await page.inputValue('#visit-place')).toBe('区民課 3番窓口');
    const paper = await printed(page, profile.folder);
    expect(paper).toHaveLength(1);
    expect(paper[0]).toContain('あ'.repeat(300));
  });

  test('each visit has a sheet of its own, to come back to and to delete', async () => {
    const visits = async () => (await dump(page)).rows.visits as { sheet: { place: string } }[];
    const places = async () => (await visits()).map(({ sheet }) => sheet.place).sort();
    await open('visit');
    await page.fill('#visit-place', '区民課 3番窓口');
    // The store is made with the first save: opened from here before, it would be in its way.
    await page.waitForFunction(async () => (await indexedDB.databases()).length > 0);
    await expect.poll(places).toEqual(['区民課 3番窓口']);
    await page.click('text=新しい記入用紙にする');
    await expect.poll(() => page.inputValue('#visit-place')).toBe('');
    await page.fill('#visit-place', '保険年金課');
    await page.fill('#visit-date', '12月1日');
    await expect.poll(places).toEqual(['区民課 3番窓口', '保険年金課'].sort());
    await open('visit');
    await expect.poll(() => page.inputValue('#visit-place')).toBe('保険年金課');
    await page.click('text=区民課 3番窓口');
    await expect.poll(() => page.inputValue('#visit-place')).toBe('区民課 3番窓口');
    expect(await barriers(page)).toEqual([]);
    await page.click('text=この記入用紙を消す');
    expect(await page.innerText('dialog[open]')).toContain(
      '「区民課 3番窓口」の記入用紙を消しますか',
    );
    // By key: where the dialog has just come under the pointer, a click is ignored for a moment.
    await page.press('dialog[open] button:has-text("この記入用紙を消す")', 'Enter');
    await expect.poll(() => page.inputValue('#visit-place')).toBe('保険年金課');
    await expect.poll(places).toEqual(['保険年金課']);
  });

  test('no room has barriers', async () => {
    const rooms = ['', 'paper', 'paper/handout', 'paper/checklist', 'paper/poster'];
    for (const place of [...rooms, 'paper/duties', 'paper/contractor', 'visit', 'tally/none']) {
      await open(place);
      expect(await barriers(page), place).toEqual([]);
    }
  });
});

describeWith(['firefox', 'pdftotext'], 'Paper for training in Firefox', () => {
  const profile = freshProfile();
  let firefox: Firefox;
  let page: FirefoxPage;
  beforeAll(async () => {
    firefox = await openFirefox({ profile: profile.folder });
    page = await firefox.open('trainer.html#/paper', 'h1');
  });
  afterAll(async () => {
    await firefox?.close();
    profile.remove();
  });

  const file = join(profile.folder, 'printed.pdf');
  const open = async (place: string, selector: string) => {
    await page.goto('about:blank', { waitUntil: [] });
    await page.goto(firefox.address(`trainer.html#/${place}`), { waitUntil: [] });
    await page.waitForSelector(selector);
  };
  const printedHere = async () => {
    await printFirefox(firefox, file);
    return sheetsOf(file).map(kanaOf);
  };

  test.each([
    ['2', 8],
    ['4', 4],
    ['6', 3],
  ])('sixteen slides, %s a page, take %d sheets', async (per, sheets) => {
    await open('paper/handout', '.t-handout');
    await page.click(`input[value="${per}"]`);
    const paper = await printedHere();
    expect(paper).toHaveLength(sheets);
    for (const { text } of shown) expect(paper.join('')).toContain(kanaOf(text));
  });

  test('no scene of the checklist goes on over the page', async () => {
    await open('paper/checklist', '.t-check');
    const paper = await printedHere();
    for (const { id } of builtInCatalog.scenes) {
      const texts = standardsOfScene(builtInCatalog, id).map(({ text }) => kanaOf(text));
      expect(paper.filter((sheet) => texts.some((text) => sheet.includes(text)))).toHaveLength(1);
    }
  });

  test('a poster has one sheet for itself, of the size that was chosen', async () => {
    await open('paper/poster', '.t-poster');
    for (const [value, size] of [
      ['a4', /Page size: +59\d.* x 84\d/],
      ['a3', /Page size: +84\d.* x 119\d/],
    ] as const) {
      await page.click(`input[value=${value}]`);
      await page.waitForSelector(`.t-poster[data-size=${value}]`);
      expect(await printedHere()).toEqual([expect.stringMatching(/^サビスつのの/)]);
      expect(aboutPdf(file)).toMatch(size);
    }
  });

  test('the observer’s sheet, full, is one A4', async () => {
    await open('visit', '#visit-place');
    for (const field of ['good', 'toImprove', 'advice']) {
      await page.type(`#visit-${field}`, 'あ'.repeat(300));
    }
    const paper = await printedHere();
    expect(paper).toHaveLength(1);
    expect(paper[0]?.match(/あ{2,}/g)?.map((text) => text.length)).toEqual([300, 300, 300]);
  });
});

/** In Firefox's PDFs some kanji are the radicals that look the same. */
const kanaOf = (text: string) => text.replace(/[^\p{Script=Hiragana}\p{Script=Katakana}]/gu, '');

const aboutPdf = (file: string) =>
  execFileSync(program('pdftotext').replace(/totext$/, 'info'), [file], { encoding: 'utf8' });
