import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { fiscalYearOf } from '../../core/calendar/fiscal-year.ts';
import { builtInCatalog } from '../../core/catalog/built-in.ts';
import { standardsOfScene } from '../../core/catalog/lookup.ts';
import { makeSheetFile } from '../../core/formats/sheet-file.ts';
import { asGoal } from '../../core/review/goal-wording.ts';
import type { Review } from '../../core/review/review.ts';
import { rowHash } from '../../extension/store/integrity/row-hash.ts';
import { fiscalYearName } from '../../ui/fiscal-year.ts';
import { type Chromium, openChromium } from './chromium.ts';
import { freshProfile } from './profile.ts';
import { describeWith } from './programs.ts';
import { owner, reviewOf, seedFirst } from './seed.ts';
import { fixture } from './sheet-page.ts';
import { barriers, saved } from './state.ts';
import { dump, onePage } from './store.ts';

/** What an employee between two visitors needs, so that the page is never in the way. */

const { standards } = builtInCatalog;
const thisYear = fiscalYearOf(Date.now());
const half = reviewOf({
  fiscalYear: thisYear,
  rating: (i) => (i < 20 ? 'kept' : null),
  completed: false,
});
const done = reviewOf({ fiscalYear: thisYear, rating: () => 'kept' });

describeWith(['chromium'], 'just installed', () => {
  test('a page opens by itself, once; three actions lead to the first answer', async () => {
    const profile = freshProfile();
    let chromium = await openChromium({ profile: profile.folder, keepsWelcome: true });
    const welcomes = () =>
      chromium.context.pages().filter((each) => /review\.html$/.test(each.url()));
    await expect.poll(() => welcomes().length).toBe(1);
    const [page] = welcomes();
    await page?.waitForSelector('h1:has-text("はじめに")');
    // Without scrolling, and nothing before it to be filled in.
    await page?.waitForSelector('button:text-is("始める")');
    const place = await page?.locator('button:text-is("始める")').boundingBox();
    expect((place?.y ?? 768) + (place?.height ?? 0)).toBeLessThan(768);
    expect(await page?.locator('input:visible').count()).toBe(0);
    expect(await barriers(page as Page)).toEqual([]);

    await page?.click('button:text-is("始める")');
    await page?.click('a:text-is("始める")');
    await page?.click('.f-item label');
    await saved(page as Page);
    await chromium.close();
    chromium = await openChromium({ profile: profile.folder });
    const again = await onePage(chromium.context);
    await again.goto(chromium.address('review.html'));
    await again.waitForSelector('text=1項目に答えました');
    expect(chromium.context.pages()).toEqual([again]);
    await chromium.close();
    profile.remove();
  });

  test('what is typed before the first answer outlives reloading', async () => {
    const profile = freshProfile();
    const chromium = await openChromium({ profile: profile.folder });
    const page = await onePage(chromium.context);
    await page.goto(chromium.address('review.html'));
    await page.click('summary');
    await page.fill('#section', '区民課');
    await page.fill('#label', '山田');
    await page.selectOption('#role', 'staff');
    await page.reload();
    await page.waitForSelector('#section', { state: 'visible' });
    await expect.poll(() => page.inputValue('#section')).toBe('区民課');
    expect(await page.inputValue('#label')).toBe('山田');
    expect(await page.inputValue('#role')).toBe('staff');
    expect(await barriers(page)).toEqual([]);
    await page.click('button:text-is("始める")');
    await page.waitForSelector('.f-tasks');
    expect(await page.innerText('.f-header')).toContain('山田');
    // The next one begins with nothing of it.
    await page.goto(chromium.address('options.html#/users'));
    await page.click('text=利用者を追加する');
    await page.waitForTimeout(1000);
    expect(await page.locator('form #label').last().inputValue()).toBe('');
    await chromium.close();
    profile.remove();
  });

  test('English is chosen on the first screen, and stays', async () => {
    const profile = freshProfile();
    const chromium = await openChromium({ profile: profile.folder });
    const page = await onePage(chromium.context);
    await page.goto(chromium.address('review.html'));
    await page.click('button:text-is("English")');
    await page.waitForSelector('h1:text-is("Before you start")');
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    expect(await barriers(page)).toEqual([]);
    await page.click('button:text-is("Start")');
    await page.waitForSelector('.f-tasks');
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    await page.waitForSelector('a:text-is("Start")');
    await chromium.close();
    profile.remove();
  });
});

describeWith(['chromium'], "the employee's way", () => {
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

  const show = async (view: string, reviews: readonly Review[] = []) => {
    await seedFirst(page, chromium, reviews);
    await page.goto(chromium.address(view));
    await page.waitForSelector('h1');
  };
  const itemShown = () => page.getAttribute('.f-item', 'data-item');

  test('the side panel takes one press an item, by mouse', async () => {
    await page.setViewportSize({ width: 360, height: 600 });
    await show('sidepanel.html');
    for (const { id } of standards) {
      await page.waitForSelector(`#item-${id}`);
      // A hand that hasn't moved is held for a double click for a moment.
      await page.mouse.move(1, 1);
      await page.click(`#item-${id} label:nth-child(2)`);
    }
    await page.waitForSelector('text=すべての項目に答えました');
    await saved(page);
  });

  test('in the side panel a double click answers one item, an arrow key chooses and stays, and u leads back', async () => {
    await page.setViewportSize({ width: 360, height: 600 });
    await show('sidepanel.html');
    const [first, second, third] = standards.map(({ id }) => id);
    await page.dblclick('.f-item label:nth-child(1)');
    await expect.poll(itemShown).toBe(second);
    await saved(page);
    expect(await page.locator('.f-item input:checked').count()).toBe(0);
    await page.keyboard.press('ArrowDown');
    expect(await itemShown()).toBe(second);
    await page.keyboard.press('3');
    await expect.poll(itemShown).toBe(third);
    await page.waitForFunction(() => document.activeElement?.closest('[data-item]'));
    for (const back of [second, second, first]) {
      await page.keyboard.press('u');
      await expect.poll(itemShown).toBe(back);
      // The next key is heard once the focus has come there.
      await page.waitForFunction(() => document.activeElement?.closest('[data-item]'));
    }
    expect(await page.locator('.f-item input:checked').count()).toBe(0);
  });

  test.each(['review.html#/scene/phone', 'sidepanel.html'])(
    'an answer by key is told in one polite message: %s',
    async (view) => {
      await show(view);
      await page.focus('.f-item input');
      await page.keyboard.press('1');
      // The first answer also tells that it is saved.
      await saved(page);
      await page.evaluate(() => {
        const heard: string[] = [];
        Object.assign(globalThis, { heard });
        new MutationObserver((changes) => {
          for (const { target } of changes) {
            const element = target instanceof Element ? target : target.parentElement;
            const live = element?.closest('[role=status], [role=alert], [aria-live]');
            if (!live || live.getAttribute('aria-live') === 'off') continue;
            if (live.textContent) heard.push(`${live.getAttribute('role')} ${live.textContent}`);
          }
        }).observe(document.body, { subtree: true, childList: true, characterData: true });
      });
      await page.keyboard.press('2');
      await saved(page);
      await page.waitForTimeout(500);
      expect(
        await page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard),
      ).toEqual(['status 「おおむね守れている」を選びました。']);
    },
  );

  test('a scene tells how many are left, and the unanswered can be seen alone', async () => {
    await show('review.html#/scene/counter', [half]);
    const left = page.locator('.r-left').first();
    await expect
      .poll(() => left.innerText())
      .toBe('この場面は、あと8項目 （全体では、あと39項目）');
    await page.click('.f-item label');
    await expect
      .poll(() => left.innerText())
      .toBe('この場面は、あと7項目 （全体では、あと38項目）');
    await page.goto(chromium.address('review.html#/scene/notice'));
    await expect
      .poll(() => left.innerText())
      .toBe('この場面は、すべて答えました （全体では、あと38項目）');
    await page.goto(chromium.address('sidepanel.html'));
    await expect.poll(() => left.innerText()).toBe('この場面は、あと7項目');
    await page.goto(chromium.address('review.html'));
    await page.click('a:text-is("答えていない項目だけを見る")');
    await page.waitForSelector('.f-item');
    const open = await page.$$eval('.f-item', (items) => items.map(({ id }) => id.slice(5)));
    expect(open).toEqual(standards.slice(21).map(({ id }) => id));
    expect(await page.innerText(`#item-${open[0]} .f-item-number`)).toBe('2');
    // Answered, it stays: nothing moves.
    await page.click(`#item-${open[0]} label`);
    await saved(page);
    expect(await page.locator('.f-item').count()).toBe(38);
    expect(await barriers(page)).toEqual([]);
  });

  test('items are found by their words, and examples come when they are asked for', async () => {
    await show('review.html', [half]);
    await page.fill('#find', '電話　転送');
    await page.waitForSelector('text=見つかりませんでした');
    await page.fill('#find', '電話 保留');
    await page.waitForSelector('text=1項目が見つかりました');
    await page.click('section:has(#find) a');
    const item = '#item-phone-offer-call-back';
    await page.waitForFunction(
      (at) => document.activeElement?.closest('.f-item')?.matches(at),
      item,
    );
    expect(await page.locator('.f-examples').count()).toBe(0);
    await page.click(`${item} [data-act=examples]`);
    await page.waitForSelector(`${item} .f-examples >> text=10分後にかけ直す約束をした`);
    expect(await page.innerText(`${item} .f-examples`)).toContain('電話が切れてしまった');
    expect(await barriers(page)).toEqual([]);
    await page.click(`${item} [data-act=examples]`);
    expect(await page.locator('.f-examples').count()).toBe(0);
  });

  test("last year's result and goals stand on the first page in April, and all years lead to theirs", async () => {
    const goals = [
      { text: '先に声をかけます。', standard: null, outcome: null, outcomeNote: null },
    ];
    const past = [1, 2].map((years) =>
      reviewOf({
        fiscalYear: thisYear - years,
        rating: () => 'kept',
        goals: years === 1 ? goals : [],
      }),
    );
    await show('review.html', past);
    await page.waitForSelector(`h2:has-text("${fiscalYearName(thisYear - 1)}の結果")`);
    await page.waitForSelector('text=遵守率は 100％ でした（59項目に回答）');
    await page.waitForSelector('legend:has-text("先に声をかけます。")');
    await page.click(`.r-years button:has-text("${fiscalYearName(thisYear - 2)}")`);
    await page.waitForSelector(`h1:has-text("${fiscalYearName(thisYear - 2)}の結果")`);
    await page.click(`button:has-text("${fiscalYearName(thisYear)}へ移る")`);
    await page.goto(chromium.address('review.html'));
    await page.click(`button:has-text("${fiscalYearName(thisYear - 1)}の結果を見る")`);
    await page.waitForSelector(`h1:has-text("${fiscalYearName(thisYear - 1)}の結果")`);
  });

  test('section and role are put right where they are handed over, the review stays finished', async () => {
    await show('review.html#/handover', [done]);
    await page.click('summary:has-text("所属：多摩区 区民サービス部 区民課")');
    await page.fill('#section', ' 保険年金課 ');
    await page.selectOption('#role', 'other');
    await saved(page);
    await page.waitForSelector('summary:has-text("所属：多摩区 区民サービス部 保険年金課")');
    await expect.poll(() => page.innerText('main')).toContain('多摩区_保険年金課');
    expect(await barriers(page)).toEqual([]);
    const [row] = (await dump(page)).rows.reviews as readonly { review: Review }[];
    expect(row?.review).toEqual({
      ...done,
      unit: { ...done.unit, section: '保険年金課' },
      role: 'other',
      seq: row?.review.seq,
    });
  });

  test('Back comes to the item, and so does reloading', async () => {
    await show('review.html#/scene/counter', [half]);
    const item = standardsOfScene(builtInCatalog, 'counter')[5]?.id ?? '';
    await page.focus(`#item-${item} input`);
    for (const leave of [
      () => page.click('text=場面の一覧へ戻る'),
      () => page.click('.f-header-aside a'),
    ]) {
      await leave();
      await page.waitForSelector('.f-item', { state: 'detached' });
      await page.goBack();
      await page.waitForFunction(
        (id) => document.activeElement?.closest<HTMLElement>('[data-item]')?.dataset.item === id,
        item,
      );
    }
    await page.reload();
    await page.waitForFunction(
      (id) => document.activeElement?.closest<HTMLElement>('[data-item]')?.dataset.item === id,
      item,
    );
  });

  test('a note that another window replaces is told where it was written, and can be put back', async () => {
    await show('review.html#/scene/counter', [half]);
    const id = standardsOfScene(builtInCatalog, 'counter')[0]?.id;
    const note = `#item-${id} textarea`;
    await page.click(`#item-${id} [data-act=note]`);
    await page.fill(note, '朝は先に声をかけた');
    await saved(page);
    const other = await chromium.context.newPage();
    await other.goto(chromium.address('review.html#/scene/counter'));
    await other.waitForSelector(note);
    // Written on: nothing is lost, nothing is told.
    await other.fill(note, '朝は先に声をかけた。昼も。');
    await saved(other);
    await expect.poll(() => page.inputValue(note)).toBe('朝は先に声をかけた。昼も。');
    expect(await page.locator('.f-notice').count()).toBe(0);
    await page.fill(note, 'ここで書いた');
    await saved(page);
    await expect.poll(() => other.inputValue(note)).toBe('ここで書いた');
    await other.fill(note, '別のこと');
    await saved(other);
    await page.waitForSelector('text=別の画面で書き換えられました');
    expect(await page.innerText('.f-notice')).toContain('ここで書いた');
    await page.click('text=前のメモに戻す');
    await expect.poll(() => other.inputValue(note)).toBe('ここで書いた');
    await other.close();
  });

  test('people stand in the order of last use, keep the focus, and can be given a name', async () => {
    await show('options.html#/users');
    await page.waitForSelector('#label');
    const people = () =>
      page.$$eval('.f-rows li > span:first-child', (all) => all.map((each) => each.textContent));
    for (const name of ['佐藤', '鈴木']) {
      await page.click('#add-user');
      await page.fill('#label', name);
      await page.click('button:text-is("追加して切り替える")');
      await page.waitForSelector(`.f-header >> text=${name}`);
      await page.waitForFunction(() => document.activeElement?.id === 'user-now');
    }
    await expect.poll(people).toEqual(['鈴木', '佐藤', '山田']);
    await page.click('[aria-label="山田に切り替える"]');
    await page.waitForSelector('.f-header >> text=山田');
    await page.waitForFunction(() => document.activeElement?.id === 'user-now');
    expect(await people()).toEqual(['山田', '鈴木', '佐藤']);

    // One without a name, as an older backup brings it.
    const unit = { ward: '多摩区', division: null, section: '保護課' };
    const id = '7d1c2b3a-0000-4000-8000-000000000009';
    const nameless = { ...owner, id, label: '', settings: { ...owner.settings, unit } };
    await page.evaluate(
      ([user, hash]) =>
        new Promise<void>((done) => {
          const opening = indexedDB.open('furikaeri');
          opening.onsuccess = () => {
            const writing = opening.result.transaction(['users', 'heads'], 'readwrite');
            writing.objectStore('users').put(user);
            const heads = writing.objectStore('heads');
            const reading = heads.get('head');
            reading.onsuccess = () => {
              reading.result.hashes[user.id] = hash;
              heads.put(reading.result);
            };
            writing.oncomplete = () => {
              opening.result.close();
              done();
            };
          };
        }),
      [nameless, rowHash(nameless)] as const,
    );
    await page.reload();
    await page.waitForSelector('text=名前なしの利用者（多摩区 保護課）');
    await page.click('button:text-is("名前を付ける")');
    await page.waitForFunction(() => document.activeElement?.id === 'naming');
    await page.keyboard.type('佐藤');
    await page.keyboard.press('Enter');
    await page.waitForSelector('text=「佐藤」は、ほかの人が使っています');
    expect(await barriers(page)).toEqual([]);
    await page.fill('#naming', '田中');
    await page.keyboard.press('Enter');
    await expect.poll(people).toEqual(['山田', '鈴木', '佐藤', '田中']);
  });

  test("a section's target becomes a goal with one press, from a workbook and from a sheet's file", async () => {
    await show('review.html#/result', [done]);
    await page.click('button:text-is("所属の目標から選ぶ")');
    await page.setInputFiles('#section-sheet', fixture('ward-filled'));
    await page.selectOption('#section-of-sheet', { index: 1 });
    const first = page.locator('.f-rows li').first();
    const text = (await first.locator('span').innerText()).trim();
    await first.locator('button').click();
    await page.waitForSelector('#goal-0');
    expect(await page.inputValue('#goal-0')).toBe(asGoal(text));
    await saved(page);

    const sheet = {
      fiscalYear: thisYear,
      ward: '多摩区',
      policies: [],
      sections: [
        { division: null, section: '保険年金課', targets: [{ no: 1, target: 'ほかの課の目標' }] },
        {
          division: null,
          section: '区民課',
          targets: [{ no: 1, target: '　待ち時間の目安を先に伝えています。\n掲示を直す。' }],
        },
      ],
    };
    await page.setInputFiles('#section-sheet', {
      name: 'シート.json',
      mimeType: 'application/json',
      buffer: Buffer.from(makeSheetFile(sheet)),
    });
    // One's own section is chosen beforehand.
    await page.click('.f-rows li:has-text("待ち時間の目安") button');
    await page.waitForSelector('#goal-1');
    expect(await page.inputValue('#goal-1')).toBe('待ち時間の目安を先に伝えます。');
    await page.setInputFiles('#section-sheet', {
      name: '控え.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{}'),
    });
    await page.waitForSelector('text=シートを読めませんでした');
    expect(await barriers(page)).toEqual([]);
  });
});
