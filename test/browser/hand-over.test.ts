import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { fiscalYearOf } from '../../core/calendar/fiscal-year.ts';
import { builtInCatalog } from '../../core/catalog/built-in.ts';
import { parseReviewFile } from '../../core/formats/read-review-file.ts';
import { type Rating, type Review, ratings } from '../../core/review/review.ts';
import { fiscalYearName } from '../../ui/fiscal-year.ts';
import { sha256 } from '../unit/formats/sha256.ts';
import { type Chromium, openChromium } from './chromium.ts';
import { freshProfile } from './profile.ts';
import { describeWith } from './programs.ts';
import { reviewOf, seedFirst } from './seed.ts';
import { barriers, printed } from './state.ts';
import { dump } from './store.ts';

const thisYear = fiscalYearOf(Date.now());
const { standards } = builtInCatalog;
const [first, second, third] = standards.map(({ id }) => id) as [string, string, string];

const finished: Review = reviewOf({
  fiscalYear: thisYear,
  // The last one is not answered.
  rating: (index) =>
    index === standards.length - 1 ? null : (ratings[index % ratings.length] as Rating),
  note: (index) => (index < 2 ? `メモ${index}` : null),
  goals: [{ text: '笑顔で迎える', standard: first, outcome: null, outcomeNote: null }],
});
const open: Review = { ...finished, state: 'open', completedAt: null };

/** Stands for the person who chooses a folder: a real one, in the origin's own file system, with two things in it. */
function chooseForThem([name, file, directory]: [string, string, string]): void {
  Object.assign(globalThis, {
    async showDirectoryPicker() {
      const root = await navigator.storage.getDirectory();
      const folder = await root.getDirectoryHandle(name, { create: true });
      const there = await folder.getFileHandle(file, { create: true });
      const writing = await there.createWritable();
      await writing.write('前からあるもの');
      await writing.close();
      await folder.getDirectoryHandle(directory, { create: true });
      return folder;
    },
  });
}

/** Name and content of the files in that folder. */
async function filesIn(name: string): Promise<Record<string, string>> {
  const root = await navigator.storage.getDirectory();
  const files: Record<string, string> = {};
  for await (const handle of (await root.getDirectoryHandle(name)).values()) {
    if (handle instanceof FileSystemFileHandle) {
      files[handle.name] = await (await handle.getFile()).text();
    }
  }
  return files;
}

describeWith(['chromium', 'pdftotext'], 'The hand-over', () => {
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

  const show = async (reviews: readonly Review[]): Promise<void> => {
    await seedFirst(page, chromium, reviews);
    await page.goto(chromium.address('review.html#/handover'));
    await page.waitForSelector('.r-facts, .f-notice');
  };
  const download = async (): Promise<{ name: string; text: string }> => {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.click('button:text-is("ファイルを保存")'),
    ]);
    return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
  };
  const folders = async () => (await dump(page)).rows.folders?.length;
  const shownText = () => page.$eval('.r-raw', (raw) => raw.textContent);
  const read = async (text: string) => {
    const result = await parseReviewFile(text, sha256);
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    expect(result.value.warnings).toEqual([]);
    return result.value.file;
  };

  test.each([
    { state: 'not begun', reviews: [] },
    { state: 'still open', reviews: [open] },
  ])('leads to finishing a review that is $state', async ({ reviews }) => {
    await show(reviews);
    expect(await page.innerText('main')).toContain('まだ、振り返りを終えていません');
    expect(await page.getAttribute('.f-notice a', 'href')).toBe('#/check');
    expect(await page.locator('button:text-is("ファイルを保存")').count()).toBe(0);
  });

  test('the file holds what the page shows: no name and no notes unless ticked', async () => {
    await show([finished]);
    const shown = await shownText();
    const { name, text } = await download();
    expect(text).toBe(shown);
    expect(name).toMatch(/^R\d+_多摩区_区民課_自己点検_9f86d081_r1\.json$/);
    expect(text).not.toMatch(/メモ|山田/);
    expect(Object.keys(JSON.parse(text))).toEqual([
      ...['format', 'id', 'revision', 'fiscalYear', 'catalog', 'unit', 'role', 'name'],
      ...['completedAt', 'answers', 'goals', 'checksum'],
    ]);
    const file = await read(text);
    expect(Object.keys(file.answers)).toHaveLength(standards.length - 1);
    expect(file.answers[second]).toEqual({ rating: 'mostly-kept', note: null });
    expect(file.goals).toEqual(finished.goals);
    expect(file.name).toBeNull();
  });

  test('ticked, notes and the name that was typed go in, and the page says so first', async () => {
    await show([finished]);
    await page.check('#notes');
    await page.check('#named');
    await page.fill('#name', '多摩 花子');
    await page.waitForSelector('dd:text-is("多摩 花子")');
    await page.click('text=項目と答えを見る');
    expect(await page.innerText('.r-answers')).toContain('メモ：メモ1');
    const { text } = await download();
    const file = await read(text);
    expect(file.name).toBe('多摩 花子');
    expect(file.answers[second]).toEqual({ rating: 'mostly-kept', note: 'メモ1' });
    expect(file.answers[third]?.note).toBeNull();

    await page.uncheck('#notes');
    await page.uncheck('#named');
    await page.waitForSelector('dd:text-is("多摩 花子")', { state: 'detached' });
    expect((await download()).text).not.toMatch(/メモ|花子/);
  });

  test('ticked without a name, nothing is saved until there is one', async () => {
    await show([finished]);
    await page.evaluate(chooseForThem, ['無名', 'a', 'b'] as [string, string, string]);
    await page.check('#named');
    await page.fill('#name', ' 　');
    let saved = 0;
    page.on('download', () => saved++);
    for (const button of ['ファイルを保存', 'フォルダーを選んで保存']) {
      await page.click(`button:text-is("${button}")`);
      await page.waitForFunction(() => document.activeElement?.matches('[role=alert]'));
      await expect.poll(() => page.title()).toMatch(/^エラー：/);
    }
    expect(await barriers(page)).toEqual([]);
    await page.click('[role=alert] a:text-is("名前を入力するか、印を外してください")');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('name');
    expect(await page.innerText('#name-error')).toContain('印を外してください');
    expect(saved).toBe(0);

    await page.keyboard.type('花子');
    expect(await page.locator('[role=alert], #name-error').count()).toBe(0);
    await page.waitForSelector('dd:text-is("花子")');
    expect((await read((await download()).text)).name).toBe('花子');
    await page.fill('#name', '');
    await page.uncheck('#named');
    await page.waitForSelector('dd:text-is("花子")', { state: 'detached' });
    expect((await read((await download()).text)).name).toBeNull();
  });

  test('a folder is chosen once, and nothing in it is ever written over', async () => {
    await show([finished]);
    const { name } = await download();
    const numbered = (number: number) => name.replace('.json', ` (${number}).json`);
    await page.evaluate(chooseForThem, ['提出', name, numbered(2)] as [string, string, string]);
    await page.click('text=フォルダーを選んで保存');
    await page.waitForSelector(`text=${numbered(3)}`);
    expect(await page.innerText('.f-notice')).toMatch(/保存しました[\s\S]*フォルダー「提出」/);

    // The next time, and after the picker is gone.
    await expect.poll(folders).toBe(1);
    await page.reload();
    await page.click('text=フォルダー「提出」に保存');
    await page.waitForSelector(`text=${numbered(4)}`);
    const files = await page.evaluate(filesIn, '提出');
    expect(Object.keys(files).sort()).toEqual([numbered(3), numbered(4), name].sort());
    expect(files[name]).toBe('前からあるもの');
    expect(files[numbered(3)]).toBe(await shownText());
    await read(files[numbered(4)] ?? '');
  });

  test.each([{ way: 'ファイルを保存' }, { way: 'フォルダーを選んで保存' }, { way: '印刷する' }])(
    '$way: a section typed at that moment is in it, its field not left',
    async ({ way }) => {
      await show([finished]);
      await page.evaluate(chooseForThem, ['今の', 'a', 'b'] as [string, string, string]);
      await page.click('summary:has-text("所属：")');
      await page.fill('#section', '');
      await page.focus('#section');
      const downloaded = page.waitForEvent('download', { timeout: 5000 }).catch(() => null);
      // The key and the press in one go: nothing of the page's own comes between them.
      await page.evaluate((label) => {
        Object.assign(globalThis, {
          print: () => document.body.setAttribute('data-printed', document.body.innerText),
        });
        document.execCommand('insertText', false, '保険年金課');
        const buttons = [...document.querySelectorAll('button')];
        buttons.find(({ textContent }) => textContent === label)?.click();
      }, way);
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('section');
      if (way === '印刷する') {
        await page.waitForSelector('body[data-printed]');
        const printed = await page.getAttribute('body', 'data-printed');
        expect(printed).toContain('多摩区 区民サービス部 保険年金課');
        return;
      }
      const saved = async (): Promise<[string, string]> => {
        const file = way === 'ファイルを保存' && (await downloaded);
        if (file) return [file.suggestedFilename(), readFileSync(await file.path(), 'utf8')];
        await page.waitForSelector('.f-told .f-notice[data-kind=success]');
        const files = await page.evaluate(filesIn, '今の');
        return Object.entries(files).find(([, text]) => text.startsWith('{')) as [string, string];
      };
      const [name, text] = await saved();
      expect(name).toContain('_保険年金課_');
      expect((await read(text)).unit.section).toBe('保険年金課');
      const stored = async () =>
        ((await dump(page)).rows.reviews as { review: Review }[])[0]?.review.unit.section;
      await expect.poll(stored).toBe('保険年金課');
    },
  );

  test('the folder is forgotten with the user', async () => {
    await show([finished]);
    await page.evaluate(chooseForThem, ['提出', 'a', 'b'] as [string, string, string]);
    await page.click('text=フォルダーを選んで保存');
    await expect.poll(folders).toBe(1);
    await page.goto(chromium.address('options.html#/delete'));
    await page.click('button:text-is("このPCから消す")');
    await page.click('dialog button:text-is("このPCから消す")');
    await page.waitForSelector('text=このPCから消しました');
    expect(await folders()).toBe(0);
  });

  test('a folder that is gone is named, with what to do next', async () => {
    await show([finished]);
    await page.evaluate(chooseForThem, ['消える', 'a', 'b'] as [string, string, string]);
    await page.click('text=フォルダーを選んで保存');
    await page.waitForSelector('.f-notice[data-kind=success]');
    await page.evaluate(async () => {
      const root = await navigator.storage.getDirectory();
      await root.removeEntry('消える', { recursive: true });
    });
    await page.click('text=フォルダー「消える」に保存');
    await page.waitForSelector('.f-told [data-kind=error]');
    expect(await page.innerText('.f-told [data-kind=error]')).toMatch(
      /保存できませんでした[\s\S]*フォルダー「消える」が見つかりません[\s\S]*別のフォルダー/,
    );
    expect(await barriers(page)).toEqual([]);
  });

  test.each([
    { state: 'open', reviews: [open] },
    { state: 'finished', reviews: [finished] },
  ])('has no barriers: $state', async ({ reviews }) => {
    await show(reviews);
    for (const box of await page.locator('input[type=checkbox]').all()) await box.check();
    await page.$$eval('details', (all) => {
      for (const details of all) details.open = true;
    });
    expect(await barriers(page)).toEqual([]);
  });

  test('the print is whole', async () => {
    await show([finished]);
    const sheets = await printed(page, profile.folder);
    const text = sheets.join('');
    for (const standard of standards) expect(text).toContain(standard.text.replace(/\s/g, ''));
    expect(text).toContain('笑顔で迎える');
    expect(text).toMatch(/氏名（　*）ファイルの番号：9f86d081/);
    expect(text.match(/見本/g)).toHaveLength(1);
    expect(text).not.toMatch(/メモ[01]|ファイルを保存|自分の名前を入れる|checksum/);
    for (const [index, sheet] of sheets.entries()) {
      expect(sheet).toContain(fiscalYearName(thisYear));
      expect(sheet).toContain(`${index + 1}/${sheets.length}`);
    }
  });
});
