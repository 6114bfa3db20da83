import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { compactFiscalYear } from '../../core/calendar/era.ts';
import { fiscalYearOf } from '../../core/calendar/fiscal-year.ts';
import { builtInCatalog } from '../../core/catalog/built-in.ts';
import { asGoal } from '../../core/review/goal-wording.ts';
import { type Goal, type Rating, type Review, ratings } from '../../core/review/review.ts';
import { gridsOf } from '../../core/xlsx/read/read-grids.ts';
import { openWorkbook } from '../../core/xlsx/read/workbook.ts';
import { fiscalYearName } from '../../ui/fiscal-year.ts';
import { type Chromium, openChromium } from './chromium.ts';
import { freshProfile } from './profile.ts';
import { describeWith } from './programs.ts';
import { reviewOf, seedFirst } from './seed.ts';
import { barriers, printed, saved } from './state.ts';
import { dump } from './store.ts';

const thisYear = fiscalYearOf(Date.now());
const { standards } = builtInCatalog;

const goal = (text: string): Goal => ({ text, standard: null, outcome: null, outcomeNote: null });
const mixed = (index: number): Rating => ratings[index % ratings.length] as Rating;

const current = reviewOf({
  fiscalYear: thisYear,
  rating: mixed,
  note: (index) => (index === 3 ? '混んだ日に忘れた' : null),
  goals: [goal('電話は三回鳴る前に取る')],
});
const lastYear = reviewOf({
  fiscalYear: thisYear - 1,
  rating: () => 'mostly-kept',
  goals: [goal('名札を見える所に付ける'), goal('朝のあいさつ')],
});
const thirtyYears = Array.from({ length: 30 }, (_, index) =>
  reviewOf({ fiscalYear: thisYear - 1 - index, rating: (place) => mixed(place + index) }),
);
const tenYears = thirtyYears.slice(0, 10);
const of = (rating: (index: number) => Rating | null, completed = true) =>
  reviewOf({ fiscalYear: thisYear, rating, completed });

const states: Readonly<Record<string, readonly Review[]>> = {
  'nothing answered': [],
  'half answered': [of((index) => (index < 20 ? mixed(index) : null), false), lastYear],
  'all 担当していない': [of(() => 'not-applicable'), lastYear],
  'all kept': [of(() => 'kept')],
  'a year before': [current, lastYear],
  'ten years before': [current, ...tenYears],
  'thirty years before': [current, ...thirtyYears],
};

/** Runs in the page: the lines in which each of these stands. */
function linesOf(elements: Element[]): { lines: string[] }[] {
  const range = document.createRange();
  return elements.map((element) => {
    const lines = new Map<number, string>();
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      for (let at = 0; at < (node.textContent ?? '').length; at++) {
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const { width, bottom } = range.getBoundingClientRect();
        const line = Math.round(bottom);
        if (width > 0) lines.set(line, (lines.get(line) ?? '') + node.textContent?.[at]);
      }
    }
    return { lines: [...lines.values()] };
  });
}

const words = new Intl.Segmenter('ja', { granularity: 'word' });

/** Whether one of the lines ends inside of a word, or behind a bracket that opens. */
function cuts(lines: readonly string[]): boolean {
  const begins = new Set([...words.segment(lines.join(''))].map(({ index }) => index));
  let at = 0;
  return lines.slice(0, -1).some((line) => {
    at += line.length;
    return !begins.has(at) || /[（「]$/.test(line);
  });
}

describeWith(['chromium', 'pdftotext'], 'The result', () => {
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

  const show = async (reviews: readonly Review[], view = 'result'): Promise<void> => {
    await seedFirst(page, chromium, reviews);
    await reopen(view);
  };
  const reopen = async (view = 'result'): Promise<void> => {
    await page.goto('about:blank'); // or a change after # would not load anew
    await page.goto(chromium.address(`review.html#/${view}`));
    await page.waitForSelector(
      view ? '.r-headline, .f-notice, .r-talk, table, .f-item' : 'progress',
    );
  };
  const reviewInStore = async (year: number): Promise<Review> => {
    const { rows } = await dump(page);
    const all = rows.reviews as { review: Review }[];
    return all.map(({ review }) => review).find((each) => each.fiscalYear === year) as Review;
  };

  test.each([
    { state: 'nothing answered', words: ['まだ答えがありません'] },
    {
      state: 'half answered',
      words: ['途中の結果です', '答えた中で担当している16項目のうち、8項目', '50％'],
    },
    { state: 'all 担当していない', words: ['すべて「担当していない」', '—'] },
    { state: 'all kept', words: ['59項目のうち、59項目', '100％', 'すべて「守れている」でした'] },
    { state: 'a year before', words: ['48項目のうち、24項目', '50％', 'は 100％ でした'] },
  ])('says in words: $state', async ({ state, words }) => {
    await show(states[state] ?? []);
    for (const word of words) await expect.poll(() => page.innerText('main')).toContain(word);
  });

  test.each(Object.keys(states))('has no barriers: %s', async (state) => {
    await show(states[state] ?? []);
    await page.$$eval('details', (all) => {
      for (const details of all) details.open = true;
    });
    expect(await barriers(page)).toEqual([]);
  });

  test('all 担当していない is no praise', async () => {
    await show(states['all 担当していない'] ?? []);
    const words = await page.innerText('main');
    expect(words).toContain('担当している仕事の項目がないか、もう一度確かめてください');
    expect(words).not.toContain('すべて「守れている」');
    const headings = await page.locator('h2').allInnerTexts();
    expect(headings.join()).not.toMatch(/強み|次に伸ばす項目/);
  });

  test('one word for the rate, and none of the ratings’', async () => {
    await show([current]);
    expect(await page.innerText('.r-rate')).toBe('遵守率 50％'.replace(' ', '\n'));
    expect(await page.innerText('main')).not.toContain('守れている割合');
  });

  test('no line ends inside of a date, of a number with its word, or of a word in a table’s head', async () => {
    const open: Review = { ...current, state: 'open', completedAt: null };
    await show([open, lastYear, ...thirtyYears.slice(1, 3)]);
    for (const view of ['', 'result']) {
      await reopen(view);
      const unmarked = await page.evaluate(() => {
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const found: string[] = [];
        for (let node = texts.nextNode(); node; node = texts.nextNode()) {
          const { parentElement: parent, textContent: text } = node;
          if (!parent || parent.closest('svg, script, .f-together, textarea')) continue;
          if (/令和\d+年度|\d+月\d+日|\d+項目/.test(text ?? '')) found.push(text ?? '');
        }
        return found;
      });
      expect(unmarked).toEqual([]);
      for (let width = 320; width < 640; width += 40) {
        await page.setViewportSize({ width, height: 768 });
        const broken = await page.$$eval('.f-together', (all) =>
          all.filter((each) => each.getClientRects().length > 1).map((each) => each.textContent),
        );
        expect(broken).toEqual([]);
        const heads = await page.$$eval('thead th', linesOf);
        expect(heads.length).toBeGreaterThan(0);
        expect(heads.filter(({ lines }) => cuts(lines))).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      }
      await page.setViewportSize({ width: 1366, height: 768 });
    }
  });

  test('the field of a very long note scrolls, is laid out once, and is whole on paper; others grow', async () => {
    const long = '窓口が混んだ。'.repeat(1500);
    const note = (index: number) => [long, '混んだ。\n'.repeat(20)][index] ?? null;
    await show(
      [reviewOf({ fiscalYear: thisYear, rating: mixed, note, completed: false })],
      'scene/notice',
    );
    const look = () =>
      page.$$eval('.f-note .f-grow', (all) =>
        all.map((grow) => {
          const { clientHeight, scrollHeight } = grow.querySelector('textarea') ?? grow;
          return {
            scrolls: scrollHeight > clientHeight,
            low: clientHeight < innerHeight,
            copied: getComputedStyle(grow, '::after').content !== 'none',
          };
        }),
      );
    expect(await look()).toEqual([
      { scrolls: true, low: true, copied: false },
      { scrolls: false, low: true, copied: true },
    ]);
    await page.emulateMedia({ media: 'print' });
    expect((await look()).map(({ scrolls }) => scrolls)).toEqual([false, false]);
    await page.emulateMedia({ media: null });
    await page.fill('.f-note textarea >> nth=0', '短くした。');
    expect((await look())[0]).toEqual({ scrolls: false, low: true, copied: true });
  });

  test('names what no rate counts, and leads to what is unanswered', async () => {
    await show(states['half answered'] ?? []);
    await page.click('text=担当していない項目：4');
    expect(await page.innerText('main')).toContain(standards[4]?.text);
    await page.click('text=まだ答えていない項目：39');
    await page.click(`a:text-is("${standards[20]?.text}")`);
    await page.waitForSelector(`#item-${standards[20]?.id}`);
  });

  test('goals are saved as they are typed, three at most', async () => {
    await show([of(() => 'not-kept')]);
    await page.click('button:text-is("目標にする") >> nth=0');
    await page.waitForFunction(() => document.activeElement?.id === 'goal-0');
    expect(await page.inputValue('#goal-0')).toBe(asGoal(standards[0]?.text ?? ''));
    expect(await page.innerText('#goal-0-support')).toContain(standards[0]?.text);
    await page.click('text=自分の言葉で目標を書く');
    await page.waitForFunction(() => document.activeElement?.id === 'goal-1');
    await page.keyboard.type('月に一度、窓口に立つ');
    await page.click('button:text-is("目標にする") >> nth=0');
    await page.waitForSelector('#goal-2');
    await saved(page);
    expect(await page.locator('text=自分の言葉で目標を書く').count()).toBe(0);
    expect(await page.locator('button:text-is("目標にする")').count()).toBe(0);

    await reopen();
    expect(await page.inputValue('#goal-1')).toBe('月に一度、窓口に立つ');
    await page.fill('#goal-1', '');
    await page.fill('#goal-1', '書き直した目標');
    await page.click('text=目標1を消す');
    await saved(page);
    const { goals, state } = await reviewInStore(thisYear);
    expect(state).toBe('completed');
    expect(goals.map(({ text, standard }) => [text, standard])).toEqual([
      ['書き直した目標', null],
      [asGoal(standards[1]?.text ?? ''), standards[1]?.id],
    ]);
  });

  test('a goal that was removed can be put back where it was', async () => {
    const goals = ['一つ目', '二つ目', '三つ目'].map(goal);
    await show([{ ...current, goals }]);
    await page.click('text=目標2を消す');
    expect(await page.innerText('[role=status]:has(h3)')).toMatch(/目標2を消しました[\s\S]*二つ目/);
    await saved(page);
    expect((await reviewInStore(thisYear)).goals).toEqual([goals[0], goals[2]]);
    await page.click('button:text-is("元に戻す")');
    await page.waitForFunction(() => document.activeElement?.id === 'goal-1');
    expect(await page.inputValue('#goal-1')).toBe('二つ目');
    expect(await page.locator('button:text-is("元に戻す")').count()).toBe(0);
    await saved(page);
    expect((await reviewInStore(thisYear)).goals).toEqual(goals);
  });

  test('what comes after finishing is one click away each, in order', async () => {
    await show([current]);
    await expect
      .poll(() => page.locator('.f-notice li').allInnerTexts())
      .toEqual(['目標を書く（任意）', '提出用ファイルを作る']);
    await page.click('text=目標を書く（任意）');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('goals');
    await page.click('text=提出用ファイルを作る');
    await page.waitForSelector('.r-facts');
    await page.goBack();
    // The backup is asked for in one place.
    await page.waitForSelector('text=控えを保存しておきませんか');
    expect(await page.locator('text=控えを保存する').count()).toBe(1);
  });

  test('in April the year before is reached from the start page', async () => {
    await seedFirst(page, chromium, [lastYear]);
    await page.goto(chromium.address('home.html'));
    await page.waitForSelector('text=目標：朝のあいさつ');
    expect(await barriers(page)).toEqual([]);
    const year = fiscalYearName(thisYear - 1);
    await page.click(`a:has-text("${year}の結果を見る")`);
    await page.waitForSelector(`h1:has-text("${year}の結果")`);
    await page.waitForSelector('.r-headline');
    expect(await page.evaluate(() => location.hash)).toBe('#/result');
    // Back leads out of it.
    await page.goBack();
    await page.waitForSelector('.f-doors');
  });

  test('a scene without a rate says why', async () => {
    const sceneOf = (index: number) => standards[index]?.scene;
    const rating = (index: number): Rating | null =>
      sceneOf(index) === 'visit' ? 'not-applicable' : sceneOf(index) === 'phone' ? null : 'kept';
    await show([of(rating, false)]);
    const cells = async () => {
      const texts = await page.locator('.f-figure >> nth=0 >> td').allInnerTexts();
      return texts.map((cell) => cell.replace(/\s+/g, ' '));
    };
    await expect
      .poll(cells)
      .toEqual([
        ...['100％', '100％', '— まだ答えがありません', '100％', '— 担当なし', '100％'],
        ...['100％', '100％'],
      ]);
  });

  test.each(['', 'result'])('last year’s goals are looked back on at #/%s', async (view) => {
    await show([of(() => 'kept', view === 'result'), lastYear], view);
    await page.click('#outcome-1 >> text=続けている');
    await page.fill('#outcome-note-1', '春から毎日');
    await saved(page);
    await reopen(view);
    await page.waitForSelector('#outcome-1');
    expect(await page.isChecked('#outcome-1 input[value=going-on]')).toBe(true);
    const [first, second] = (await reviewInStore(thisYear - 1)).goals;
    expect(first).toEqual(goal('名札を見える所に付ける'));
    expect(second).toMatchObject({ outcome: 'going-on', outcomeNote: '春から毎日' });
    expect((await reviewInStore(thisYear)).goals).toEqual([]);
  });

  test('another year is looked at without changing it, and left again', async () => {
    await show([current, lastYear]);
    await page.click(`button:has-text("${fiscalYearName(thisYear - 1)}")`);
    await page.waitForSelector(`h1:has-text("${fiscalYearName(thisYear - 1)}")`);
    await expect.poll(() => page.evaluate(() => document.activeElement?.localName)).toBe('h1');
    // Its goals stand: this year's review has begun.
    expect(await page.locator('#goal-0').count()).toBe(0);
    expect(await page.innerText('main')).toContain('朝のあいさつ');
    await page.click('text=へ移る');
    await page.waitForSelector(`h1:has-text("${fiscalYearName(thisYear)}")`);
    expect(await reviewInStore(thisYear - 1)).toEqual(lastYear);
    expect(await reviewInStore(thisYear)).toEqual(current);
  });

  test('a finished review is taken up again as its next revision', async () => {
    await show([current]);
    expect(await page.innerText('main')).toContain('2回目の振り返り');
    await page.click('button:text-is("もう一度見直す")');
    await page.waitForSelector('dialog[open] >> text=2回目の見直しを始めますか');
    expect(await barriers(page)).toEqual([]);
    await page.click('dialog >> text=やめる');
    expect(await reviewInStore(thisYear)).toEqual(current);
    await page.click('button:text-is("もう一度見直す")');
    await page.click('dialog >> text=見直しを始める');
    await page.waitForSelector('progress');
    expect(await page.innerText('main')).toContain('2回目の見直し中です');
    expect(await reviewInStore(thisYear)).toMatchObject({
      state: 'open',
      revision: 2,
      completedAt: null,
      answers: current.answers,
    });
  });

  test.each(['a year before', 'ten years before', 'thirty years before'])(
    'is printed on two sheets, each number once: %s',
    async (state) => {
      const reviews = states[state] ?? [];
      await show(reviews);
      const [first] = reviews.map(({ fiscalYear }) => fiscalYear).sort();
      await page.waitForSelector(`text=${fiscalYearName(first ?? 0)}`, { state: 'attached' });
      const sheets = await printed(page, profile.folder);
      expect(sheets).toHaveLength(2);
      const text = sheets.join('');
      // Each rate stands in its picture, and not in a table besides.
      for (const rate of ['①お知らせ67％', '基本的な使命71％']) {
        expect(text.split(rate)).toHaveLength(2);
      }
      expect(text).toContain('電話は三回鳴る前に取る');
      expect(text).not.toContain('すべての項目と答え');
      expect(text).not.toMatch(/印刷する|目標にする|もう一度見直す|用紙を開く|表にあります/);
    },
  );

  test('of many years the last are named, and of the others as many as fit', async () => {
    await show(states['thirty years before'] ?? []);
    await page.waitForSelector(`text=${fiscalYearName(thisYear - 30)}`, { state: 'attached' });
    const names = page.locator('.f-figure >> nth=2 >> svg[role=img] > text.f-middle');
    for (const width of [1366, 320]) {
      await page.setViewportSize({ width, height: 768 });
      const shown = names.filter({ visible: true });
      const boxes = await shown.evaluateAll((all) =>
        all.map((each) => each.getBoundingClientRect().toJSON() as DOMRect),
      );
      expect(boxes.length).toBeGreaterThan(4);
      for (const [index, box] of boxes.slice(1).entries()) {
        expect(box.left).toBeGreaterThan(boxes[index]?.right ?? 0);
      }
      const last = (await shown.allTextContents()).at(-1);
      expect(last).toBe(compactFiscalYear(thisYear));
    }
  });

  test('one’s own answers are saved as tables', async () => {
    await show([{ ...current, goals: [goal('=1+1')] }]);
    const download = async (name: string) => {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.click(`button:has-text("${name}")`),
      ]);
      return file;
    };
    const csv = await download('CSVのファイルを保存');
    expect(csv.suggestedFilename()).toMatch(/^R\d+_多摩区_区民課_自分の答え_\d{8}-\d{4}\.csv$/);
    const text = readFileSync(await csv.path(), 'utf8');
    expect(text).toMatch(/^\ufeff場面,項目,/);
    // The head, and the goal behind the items.
    expect(text.trimEnd().split('\r\n')).toHaveLength(standards.length + 2);
    expect(text).toContain('守れていない,混んだ日に忘れた');
    // Only the file itself tells whether it is there.
    await page.setInputFiles('#own-back', await csv.path());
    await page.waitForSelector('[data-kind=success]:has-text("保存しました")');

    const book = await download('Excelのファイルを保存');
    const opened = openWorkbook(new Uint8Array(readFileSync(await book.path())));
    if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
    const [answers, summary, goals] = gridsOf(opened.value);
    expect(answers?.cells.get('B2')?.text).toBe(standards[0]?.text);
    expect(summary?.cells.get('B6')?.text).toBe('0.5');
    expect(goals?.cells.get('A2')).toMatchObject({ text: '=1+1', formula: false });
  });

  test('the sheet for the talk is one, whatever is in it, and holds no note', async () => {
    const goals = Array.from({ length: 3 }, (_, index) =>
      goal(`${index}${'長い目標'.repeat(150)}`),
    );
    await show(
      [
        { ...current, goals },
        { ...lastYear, goals },
      ],
      'talk',
    );
    await page.waitForSelector('.r-talk');
    const sheets = await printed(page, profile.folder);
    expect(sheets).toHaveLength(1);
    expect(sheets[0]).toMatch(/遵守率50％/);
    expect(sheets[0]).toMatch(/強み.*次に伸ばす項目.*これからの目標.*話し合ったこと/);
    expect(sheets[0]).not.toMatch(/混んだ日に忘れた|印刷する/);
    expect(await page.innerText('main .f-notice')).toMatch(
      /前回の目標1、前回の目標2、前回の目標3、目標1、目標2、目標3は長い/,
    );
    expect(await barriers(page)).toEqual([]);
  });

  test('in the sheet for the talk goals take the room there is, and a cut one is told of', async () => {
    const line = '窓口でお待ちの方に、待ち時間の目安を先に伝えます。';
    const [whole, long] = [line.repeat(8), line.repeat(40)];
    await show(
      [{ ...current, goals: [goal('名札を見える所に付ける'), goal(whole), goal(long)] }],
      'talk',
    );
    await page.waitForSelector('.r-talk');
    const [first, ...more] = await printed(page, profile.folder);
    expect(more).toEqual([]);
    expect(first).toContain(whole);
    expect(first).toMatch(/先に伝えます。\S*…/);
    expect(await page.innerText('main .f-notice')).toMatch(/^お知らせ：\s*目標3は長い/);
    await page.emulateMedia({ media: 'print' });
    expect((await page.locator('.r-talk-room').boundingBox())?.height).toBeGreaterThan(85);
    await page.emulateMedia({ media: null });
    await show([{ ...current, goals: [goal(whole)] }], 'talk');
    await page.waitForSelector('.r-talk');
    expect(await page.locator('main .f-notice').count()).toBe(0);
  });

  test('a form to fill by hand has one’s own items', async () => {
    await show([current], 'form');
    await page.waitForSelector('table');
    const paper = async () => (await printed(page, profile.folder)).join('');
    const mine = standards.filter((_, index) => mixed(index) !== 'not-applicable');
    const text = await paper();
    for (const standard of mine) expect(text).toContain(standard.text.replace(/\s/g, ''));
    expect(text).not.toContain(standards[4]?.text.replace(/\s/g, ''));
    await page.check('#all-items');
    const all = await printed(page, profile.folder);
    expect(all).toHaveLength(3);
    expect(all.join('')).toContain(standards[4]?.text.replace(/\s/g, ''));
    expect(await paper()).not.toContain('結果へ戻る');
    expect(await barriers(page)).toEqual([]);
    await page.click('text=結果へ戻る');
    await page.waitForSelector('.r-headline');
  });

  test('all items are printed on five sheets, without a word of the page', async () => {
    await show([of((index) => (index < 30 ? mixed(index) : null), false), lastYear], 'all');
    await page.waitForSelector('.f-item');
    const sheets = await printed(page, profile.folder);
    expect(sheets.length).toBeLessThanOrEqual(5);
    const text = sheets.join('');
    for (const standard of standards) expect(text).toContain(standard.text.replace(/\s/g, ''));
    // 見本 is said once a sheet, and no item has the mark besides.
    for (const sheet of sheets) expect(sheet.match(/「見本」/g)).toHaveLength(1);
    expect(text).not.toMatch(/。見本/);
    expect(text).not.toMatch(/1文字のキー|答えも表示する|メモを書く|答えを消す|すべての項目を表示/);
  });

  test('the items of a finished review are printed with room for notes, and no word of the page', async () => {
    const note = () => '混んだ日に忘れた'.repeat(4);
    await show([reviewOf({ fiscalYear: thisYear, rating: mixed, note })], 'all');
    await page.waitForSelector('.f-check-note');
    const text = (await printed(page, profile.folder)).join('');
    expect(text).not.toMatch(/この振り返りは終わっています|もう一度見直/);
    await page.emulateMedia({ media: 'print' });
    const room = await page.$eval('.f-checks > div', (row) => {
      const value = row.querySelector('dd') as Element;
      return value.clientWidth / row.clientWidth;
    });
    await page.emulateMedia({ media: null });
    expect(room).toBeGreaterThan(0.45);
  });

  test('the print is whole where that is wished; notes are on it only when ticked', async () => {
    await show(states['ten years before'] ?? []);
    // The earlier years are read once the page stands.
    await page.waitForSelector(`text=${fiscalYearName(thisYear - 10)}`, { state: 'attached' });
    await page.check('#on-paper');
    const sheets = await printed(page, profile.folder);
    const text = sheets.join('');
    for (const standard of standards) expect(text).toContain(standard.text.replace(/\s/g, ''));
    for (const { fiscalYear } of tenYears) expect(text).toContain(compactFiscalYear(fiscalYear));
    expect(text).toContain('電話は三回鳴る前に取る');
    expect(text).toMatch(/氏名（　*）ファイルの番号：9f86d081/);
    expect(text.match(/見本/g)).toHaveLength(1);
    expect(text).not.toMatch(/混んだ日|印刷する|目標にする|もう一度見直す/);
    for (const [index, sheet] of sheets.entries()) {
      expect(sheet).toContain(`${fiscalYearName(thisYear)}多摩区区民サービス部区民課`);
      expect(sheet).toContain(`${index + 1}/${sheets.length}`);
      // The head of a table never stands alone at the foot of a sheet.
      expect(sheet).not.toMatch(new RegExp(`答え${index + 1}/${sheets.length}`));
    }
    // Folded on the screen, as before.
    expect(await page.locator('.r-answers').isVisible()).toBe(false);
    await page.check('#with-notes');
    expect((await printed(page, profile.folder)).join('')).toContain('混んだ日に忘れた');
    // What is written by hand has half of the sheet.
    await page.emulateMedia({ media: 'print' });
    const room = await page.$eval('.r-answers', (all) => {
      const cell = all.querySelector('tbody td') as Element;
      return cell.clientWidth / all.clientWidth;
    });
    await page.emulateMedia({ media: null });
    expect(room).toBeGreaterThan(0.4);
  });
});
