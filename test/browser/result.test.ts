import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { fiscalYearOf } from '../../core/calendar/fiscal-year.ts';
import { builtInCatalog } from '../../core/catalog/built-in.ts';
import { type Goal, type Rating, type Review, ratings } from '../../core/review/review.ts';
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
const tenYears = Array.from({ length: 10 }, (_, index) =>
  reviewOf({ fiscalYear: thisYear - 1 - index, rating: (place) => mixed(place + index) }),
);
const of = (rating: (index: number) => Rating | null, completed = true) =>
  reviewOf({ fiscalYear: thisYear, rating, completed });

const states: Readonly<Record<string, readonly Review[]>> = {
  'nothing answered': [],
  'half answered': [of((index) => (index < 20 ? mixed(index) : null), false), lastYear],
  'all 担当していない': [of(() => 'not-applicable'), lastYear],
  'all kept': [of(() => 'kept')],
  'a year before': [current, lastYear],
  'ten years before': [current, ...tenYears],
};

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
    await page.waitForSelector(view ? '.r-headline, .f-notice' : 'progress');
  };
  const reviewInStore = async (year: number): Promise<Review> => {
    const { rows } = await dump(page);
    const all = rows.reviews as { review: Review }[];
    return all.map(({ review }) => review).find((each) => each.fiscalYear === year) as Review;
  };

  test.each([
    { state: 'nothing answered', words: ['まだ答えがありません'] },
    { state: 'half answered', words: ['途中の結果です', '16項目のうち、8項目', '50％'] },
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
    expect(await page.inputValue('#goal-0')).toBe(standards[0]?.text);
    expect(await page.innerText('#goal-0-support')).toContain('言葉に直してください');
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
      [standards[1]?.text, standards[1]?.id],
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
      .toEqual(['目標を書く（任意）', '提出用ファイルを作る', '控えを保存する']);
    await page.click('text=目標を書く（任意）');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('goals');
    await page.click('text=提出用ファイルを作る');
    await page.waitForSelector('.r-facts');
    await page.goBack();
    await page.click('text=控えを保存する');
    await page.waitForURL('**/options.html#/backup');
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
    await page.click(`button:text-is("${fiscalYearName(thisYear - 1)}")`);
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
    await page.waitForSelector('progress');
    expect(await reviewInStore(thisYear)).toMatchObject({
      state: 'open',
      revision: 2,
      completedAt: null,
      answers: current.answers,
    });
  });

  test('the print is whole; notes are on it only when ticked', async () => {
    await show(states['ten years before'] ?? []);
    // The earlier years are read once the page stands.
    await page.waitForSelector(`text=${fiscalYearName(thisYear - 10)}`, { state: 'attached' });
    const sheets = await printed(page, profile.folder);
    const text = sheets.join('');
    for (const standard of standards) expect(text).toContain(standard.text.replace(/\s/g, ''));
    for (const { fiscalYear } of tenYears) expect(text).toContain(fiscalYearName(fiscalYear));
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
  });
});
