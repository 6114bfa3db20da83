import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { builtInCatalog } from '../../core/catalog/built-in.ts';
import { parseCourseFile } from '../../core/formats/course-file.ts';
import { parseTallyFile } from '../../core/formats/tally-file.ts';
import { builtInCourses, courseOfEverything } from '../../core/training/courses.ts';
import { type RunningSite, serve } from '../../scripts/server.ts';
import { type Chromium, chromeFolder, openChromium } from './chromium.ts';
import { type Firefox, openFirefox } from './firefox.ts';
import { freshProfile } from './profile.ts';
import { describeWith } from './programs.ts';
import { barriers } from './state.ts';
import { dump } from './store.ts';
import { type Faults, watchChromium } from './watch.ts';

const newStaff = builtInCourses[0]?.course ?? expect.fail('no course');
const firstStandard = newStaff.steps.findIndex(({ kind }) => kind === 'standard') + 1;

/** The standards that take the most room. */
const longest = builtInCatalog.standards
  .toSorted((a, b) => b.text.length - a.text.length)
  .slice(0, 8);
const everything = courseOfEverything(builtInCatalog)?.course ?? expect.fail('no course');
const slideOf = (id: string) =>
  everything.steps.findIndex((step) => step.kind === 'standard' && step.ref === id) + 1;

describeWith(['chromium'], 'A training session', () => {
  const profile = freshProfile();
  let chromium: Chromium;
  let page: Page;
  let faults: Faults;
  beforeAll(async () => {
    chromium = await openChromium({ profile: profile.folder });
  });
  beforeEach(async () => {
    for (const old of chromium.context.pages().slice(1)) await old.close();
    page = await chromium.context.newPage();
    faults = await watchChromium(page, chromium.address(''));
  });
  afterAll(async () => {
    await chromium?.close();
    profile.remove();
  });

  const open = async (place: string) => {
    await page.goto('about:blank'); // or a change after # would not load anew
    await page.goto(chromium.address(`trainer.html${place}`));
    await page.waitForSelector(place.startsWith('#/show') ? '.reveal.ready, .f-notice' : 'h1');
  };
  const number = (of: Page, text: string | RegExp) =>
    expect.poll(() => of.innerText('.t-number')).toMatch(text);
  /** Keeps what stands beside the controls, from now on: a message goes by in seconds. */
  const hear = (of: Page) =>
    of.evaluate(() => {
      const said: string[] = [];
      const take = () => said.push(document.querySelector('.t-number')?.textContent ?? '');
      new MutationObserver(take).observe(document.body, {
        subtree: true,
        childList: true,
        characterData: true,
      });
      Object.assign(globalThis, { said });
    });
  const wasSaid = (of: Page, text: RegExp) =>
    expect
      .poll(() => of.evaluate(() => (globalThis as unknown as { said: string[] }).said.join('\n')))
      .toMatch(text);
  const barShown = (of: Page) =>
    of.$eval('.t-controls', (bar) => bar.checkVisibility({ opacityProperty: true }));
  /** Presses until the slide of that number stands. */
  const goTo = async (wanted: number) => {
    for (const digit of String(wanted)) await page.keyboard.press(digit);
    await page.keyboard.press('Enter');
    await number(page, new RegExp(`^${wanted}／`));
  };

  test('goes from the door to the tally, with the presenter’s window and a reload of each', async () => {
    await page.goto(chromium.address('home.html'));
    await page.click('text=研修');
    await page.click('[aria-label=新任職員研修を始める]');
    await page.waitForSelector('.reveal.ready');
    await number(page, '1／16');
    expect(await barShown(page)).toBe(true);
    expect(await page.innerText('section.present')).toContain('「見本」とある内容は');

    await page.mouse.move(200, 200);
    const [presenter] = await Promise.all([
      chromium.context.waitForEvent('page'),
      page.click('text=発表者の画面'),
    ]);
    await presenter.waitForSelector('text=いまのスライド（1／16）');
    expect(await presenter.innerText('.p-next')).toBe('めざすこと');

    // From either window, the other follows.
    await presenter.keyboard.press('PageDown');
    await number(page, '2／16');
    await page.keyboard.press('ArrowRight');
    await presenter.waitForSelector('text=いまのスライド（3／16）');
    await goTo(firstStandard);
    await page.waitForSelector('section.present >> text=皆さんの職場では、どうですか。');

    // Hands by keys, by a number, and from the presenter's window.
    await page.keyboard.press('t');
    for (const key of ['1', '1', '1', '3', 'Shift+Digit1', '4']) await page.keyboard.press(key);
    const field = page.locator('section.present').getByLabel('「守れていない」の人数');
    await field.fill('５');
    await field.press('Enter');
    // What is no number leaves the number as it was, and says so.
    for (const wrong of ['たくさん', '-3', '2.5', '3か4']) {
      await field.fill(wrong);
      await field.press('Enter');
      await page.waitForSelector('section.present [role=alert] >> text=数字を入れてください');
      expect(await field.inputValue()).toBe('5');
    }
    await field.fill('６人');
    await field.press('Enter');
    await page.waitForSelector('section.present [role=alert]', { state: 'detached' });
    expect(await field.inputValue()).toBe('6');
    await field.fill('5');
    await field.press('Enter');
    await presenter.click('h1');
    await presenter.keyboard.press('2');
    const counted = async (of: Page, within: string) =>
      of.$$eval(`${within} input.t-hands`, (all) =>
        all.map((one) => (one as HTMLInputElement).value),
      );
    await expect.poll(() => counted(page, 'section.present')).toEqual(['2', '1', '1', '5', '0']);
    await expect.poll(() => counted(presenter, '.p-desk')).toEqual(['2', '1', '1', '5', '0']);

    // Each window alone goes and comes again.
    const before = await presenter.innerText('.p-clock');
    expect(before).toMatch(/予定 30分/);
    await expect.poll(async () => (await dump(page)).rows.tallies).toHaveLength(1);
    await page.reload();
    await page.waitForSelector('.reveal.ready');
    await number(page, `${firstStandard}／16`);
    await page.waitForSelector('section.present >> text=5人');
    await presenter.waitForSelector(`text=いまのスライド（${firstStandard}／16）`);
    await presenter.keyboard.press('ArrowRight');
    await page.waitForSelector('section.present .t-look.visible');
    await presenter.reload();
    await presenter.waitForSelector('text=確かめ方と例を見せています');
    await presenter.keyboard.press('ArrowRight');
    await number(page, `${firstStandard + 1}／16`);

    // With the second half shown the session goes on there, after a reload and from the tally.
    await page.keyboard.press('ArrowLeft');
    await page.waitForSelector('section.present .t-look.visible');
    await page.waitForFunction(() =>
      Object.values(sessionStorage).some((kept) => kept.includes('"revealed":true')),
    );
    await page.reload();
    await page.waitForSelector('.reveal.ready section.present .t-look.visible');
    await number(page, `${firstStandard}／16`);
    await page.mouse.move(200, 210);
    await page.click('text=終わる');
    await page.click('text=スライドに戻る');
    await page.waitForSelector('.reveal.ready section.present .t-look.visible');
    await number(page, `${firstStandard}／16`);

    await page.keyboard.press('End');
    await page.waitForSelector('section.present >> text=話し合いたい項目');
    expect(await page.innerText('section.present .t-talk li')).toContain('33％');

    await page.mouse.move(210, 210);
    await page.click('text=終わる');
    await page.waitForSelector('text=項目ごとの人数');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.click('text=集計をファイルに保存'),
    ]);
    expect(download.suggestedFilename()).toMatch(/^R\d+_新任職員研修_集計_\d{8}-\d{4}\.json$/);
    const file = parseTallyFile(readFileSync(await download.path(), 'utf8'));
    expect(file.ok && file.value.items.map(({ counts }) => Object.values(counts))).toEqual([
      [2, 1, 1, 5, 0],
    ]);
    expect(faults).toEqual([]);
    await presenter.close();
  });

  test('shows every slide whole, in letters that can be read from the back', async () => {
    await open('#/show/everything');
    const looked: string[] = [];
    const look = async (smallest: number) => {
      const seen = await page.evaluate(lookAtSlide);
      expect.soft(seen.clipped, seen.text).toBe(false);
      expect.soft(seen.smallest, seen.text).toBeGreaterThanOrEqual(smallest);
      return seen;
    };
    for (;;) {
      const { text, last } = await look(32);
      looked.push(text);
      if (last) break;
      await page.keyboard.press('ArrowRight');
    }
    for (const { text } of builtInCatalog.standards) {
      expect(looked.some((slide) => slide.includes(text))).toBe(true);
    }
    await page.setViewportSize({ width: 1024, height: 768 });
    for (const { id } of longest) {
      await goTo(slideOf(id));
      await look(23.9);
      await page.keyboard.press('ArrowRight');
      await look(23.9);
    }
    // With furigana, and with fields to count hands in.
    await page.setViewportSize({ width: 1366, height: 768 });
    await page.keyboard.press('r');
    for (const { id, text } of longest) {
      await goTo(slideOf(id));
      await page.keyboard.press('t');
      await page.waitForSelector('section.present input.t-hands');
      const { clipped } = await page.evaluate(lookAtSlide);
      expect.soft(clipped, text).toBe(false);
      await page.keyboard.press('t');
    }
  });

  test('finds slides further back as they were left', async () => {
    await open('#/show/everything');
    const halves = () =>
      page.$$eval('section.present .t-halves > *', (all) =>
        all.map((half) => half.checkVisibility({ visibilityProperty: true })),
      );
    const standards = everything.steps.flatMap(({ kind }, index) =>
      kind === 'standard' ? index + 1 : [],
    );
    const [near = 0, , , far = 0] = standards;
    await goTo(near);
    expect(await halves()).toEqual([true, false]);
    while (!(await page.innerText('.t-number')).startsWith(`${far}／`)) {
      await page.keyboard.press('ArrowRight');
    }
    // To each slide back whole, and from there to its first half.
    for (let place = far - 1; place >= near; place -= 1) {
      await page.keyboard.press('ArrowLeft');
      expect(await page.innerText('.t-number')).toMatch(`${place}／`);
      if (!standards.includes(place)) continue;
      expect(await halves()).toEqual([false, true]);
      await page.keyboard.press('ArrowLeft');
      expect(await halves()).toEqual([true, false]);
    }
    // Who jumps begins anew, and goes back from there.
    await goTo(near + 1);
    expect(await halves()).toEqual([true, false]);
    await page.keyboard.press('ArrowLeft');
    expect(await halves()).toEqual([false, true]);
    // The address is written when the hand rests.
    await page.waitForURL(new RegExp(`/${near}$`));
    await page.reload();
    await page.waitForSelector('.reveal.ready');
    await number(page, new RegExp(`^${near}／`));
  });

  test('follows a finger', async () => {
    const { context } = chromium;
    await open('#/show/new-staff');
    const devtools = await context.newCDPSession(page);
    const swipe = async (from: number, to: number) => {
      const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x?: number) =>
        devtools.send('Input.dispatchTouchEvent', {
          type,
          touchPoints: x === undefined ? [] : [{ x, y: 300 }],
        });
      await touch('touchStart', from);
      await touch('touchMove', (from + to) / 2);
      await touch('touchMove', to);
      await touch('touchEnd');
    };
    await swipe(900, 300);
    await number(page, '2／16');
    await swipe(900, 300);
    await number(page, '3／16');
    await swipe(300, 900);
    await number(page, '2／16');
  });

  test('goes on where the presenter’s window is blocked, and says how to open it', async () => {
    await open('#/show/counter');
    await page.evaluate(() => {
      window.open = () => null;
    });
    await page.mouse.move(200, 200);
    await page.click('text=発表者の画面');
    expect(await page.innerText('[role=alert]')).toContain('このまま続けられます');
    await page.keyboard.press('ArrowRight');
    await number(page, '2／');
  });

  test('is not disturbed by keys that are not its own', async () => {
    await open('#/show/counter');
    await hear(page);
    await page.keyboard.press('b');
    await page.waitForSelector('.t-blank');
    await page.keyboard.press('b');
    await page.waitForSelector('.t-blank', { state: 'detached' });
    await page.keyboard.press('?');
    await page.waitForSelector('dialog[open]');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Escape');
    await page.waitForSelector('dialog[open]', { state: 'detached' });
    await number(page, '1／');
    await page.keyboard.press('Control+ArrowRight');
    await page.keyboard.press('x');
    await number(page, '1／');
    for (const key of ['9', '9', '9', 'Enter']) await page.keyboard.press(key);
    await wasSaid(page, /^スライドは\d+枚です$/m);
    await page.keyboard.press('t');
    await wasSaid(page, /^このスライドでは数えません$/m);
    await page.keyboard.press('7');
    await wasSaid(page, /^7 へ/m);
    await number(page, '1／'); // what nobody ends is forgotten
    // Past the end a clicker finds the bar.
    await page.keyboard.press('End');
    await number(page, /^(\d+)／\1$/);
    await expect.poll(() => barShown(page)).toBe(false);
    await page.keyboard.press('PageDown');
    await wasSaid(page, /^最後のスライドです$/m);
    await expect.poll(() => barShown(page)).toBe(true);
    await number(page, /^(\d+)／\1$/);
    await page.keyboard.press('o');
    // The overview begins where the slides stand.
    await page.waitForSelector('dialog[open] li:last-child button:focus');
    await page.click('dialog[open] li:nth-child(2) button');
    await number(page, /^2／/);
  });

  test('has no barriers, in any look', async () => {
    await open('#/show/new-staff');
    const kinds = ['title', 'aim', 'philosophy', 'scene', 'standard', 'closing'];
    for (const kind of kinds) {
      await goTo(newStaff.steps.findIndex((step) => step.kind === kind) + 1);
      expect(await barriers(page)).toEqual([]);
    }
    await goTo(firstStandard);
    await page.keyboard.press('t');
    await page.keyboard.press('1');
    for (const look of ['light', 'dark', 'contrast']) {
      await page.waitForSelector(`[data-look=${look}]`);
      expect(await barriers(page)).toEqual([]);
      await page.keyboard.press('c');
    }
    for (const key of ['?', 'o']) {
      await page.keyboard.press(key);
      await page.waitForSelector('dialog[open]');
      expect(await barriers(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.waitForSelector('dialog[open]', { state: 'detached' });
    }
    await page.mouse.move(200, 200);
    const [presenter] = await Promise.all([
      chromium.context.waitForEvent('page'),
      page.click('text=発表者の画面'),
    ]);
    await presenter.waitForSelector('.p-clock');
    expect(await barriers(presenter)).toEqual([]);
    expect(faults).toEqual([]);
  });

  test('of one’s own is made, shown, passed on and taken in', async () => {
    await open('#/edit/new');
    await page.click('text=この研修を保存する');
    const summary = await page.innerText('[role=alert]');
    expect(summary).toContain('研修の名前を入力してください');
    expect(summary).toContain('項目を一つ以上選んでください');
    await page.fill('#course-title', '区民課の朝の研修');
    await page.fill('#course-minutes', '１５');
    await page.check('#pick-phone-name-first');
    await page.check('#pick-counter-greet-first');
    expect(await page.innerText('.t-save [role=status]')).toContain('15分');
    await page.check('#course-own-times');
    await page.fill('#time-phone-name-first', '長め');
    await page.click('text=この研修を保存する');
    expect(await page.innerText('[role=alert]')).toMatch(/「電話.*」の時間は、0.5から480まで/);
    await page.fill('#time-phone-name-first', '５．５');
    expect(await page.innerText('#time-counter-greet-first-support')).toContain('3分30秒');
    expect(await barriers(page)).toEqual([]);
    await page.click('text=この研修を保存する');
    await page.waitForSelector('h3 >> text=区民課の朝の研修');

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.click('li:has-text("区民課の朝の研修") >> text=ファイルを保存'),
    ]);
    expect(download.suggestedFilename()).toBe('研修_区民課の朝の研修.json');
    const file = await download.path();
    const course = parseCourseFile(readFileSync(file, 'utf8'));
    expect(course.ok && course.value.steps.map((step) => step.minutes)).toEqual([
      1, 1, 0.5, 5.5, 0.5, 3.5, 3,
    ]);
    await page.click('li:has-text("区民課の朝の研修") >> text=変更');
    expect(await page.inputValue('#time-phone-name-first')).toBe('5.5');
    expect(await page.inputValue('#time-counter-greet-first')).toBe('');
    await page.click('text=やめる');

    await page.setInputFiles('#course-file', file);
    await page.waitForSelector('text=「区民課の朝の研修」は、もうこのPCにあります。');
    expect(await page.locator('h3:text("区民課の朝の研修")').count()).toBe(1);
    await page.setInputFiles('#tally-file', file);
    expect(await page.innerText('[role=alert]')).toContain('上の「研修の予定のファイルを加える」');
    await page.setInputFiles('#course-file', 'test/fixtures/formats/other-program.json');
    await page.waitForSelector('text=ふりかえりで作ったファイルではありません');
    expect(await barriers(page)).toEqual([]);

    await page.click('[aria-label=区民課の朝の研修を始める] >> nth=0');
    await page.waitForSelector('.reveal.ready');
    await number(page, '1／7');
  });

  test('of a course that is gone says so', async () => {
    await open('#/show/own-7d1c2b3a');
    expect(await page.innerText('main')).toContain('この研修は見つかりません');
  });

  test('works on a served page too', async () => {
    const site: RunningSite = await serve({ folder: chromeFolder, port: 0 });
    const served = await chromium.context.newPage();
    const seen = await watchChromium(served, site.url);
    await served.goto(`${site.url}trainer.html#/show/new-staff/2`);
    await served.waitForSelector('.reveal.ready');
    await number(served, '2／16');
    expect(seen).toEqual([]);
    await served.close();
    await site.close();
  });
});

describeWith(['firefox'], 'A training session in Firefox', () => {
  const profile = freshProfile();
  let firefox: Firefox;
  beforeAll(async () => {
    firefox = await openFirefox({ profile: profile.folder });
  });
  afterAll(async () => {
    await firefox?.close();
    profile.remove();
  });

  test('shows slides, quietly', async () => {
    const page = await firefox.open('trainer.html#/show/new-staff', '.reveal.ready');
    const number = () => page.$eval('.t-number', (element) => element.textContent);
    await page.keyboard.press('ArrowRight');
    await expect.poll(number).toBe('2／16');
    await page.keyboard.press('End');
    await expect.poll(number).toBe('16／16');
    // Firefox's own loader of remote settings complains at times: it has no network here.
    const ours = (await firefox.faults()).filter((fault) => !fault.includes('RSLoader'));
    expect(ours).toEqual([]);
    await page.close();
  });
});

/** Runs in the page: the slide that is shown. */
function lookAtSlide(): { text: string; clipped: boolean; smallest: number; last: boolean } {
  const slide = document.querySelector('section.present') as HTMLElement;
  const sizes = [...slide.querySelectorAll('*')]
    .filter((element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE))
    .filter((element) => element.checkVisibility({ visibilityProperty: true }))
    .map((element) => Number.parseFloat(getComputedStyle(element).fontSize));
  const foot = (document.querySelector('.t-number') as HTMLElement).getBoundingClientRect();
  const under = [...slide.querySelectorAll('*')].some((element) => {
    const box = element.getBoundingClientRect();
    return (
      element.childElementCount === 0 &&
      element.checkVisibility({ visibilityProperty: true }) &&
      box.bottom > foot.top &&
      box.right > foot.left
    );
  });
  return {
    text: slide.innerText,
    clipped:
      under || slide.scrollHeight > slide.clientHeight || slide.scrollWidth > slide.clientWidth,
    smallest: Math.min(...sizes),
    last: slide.nextElementSibling === null,
  };
}
