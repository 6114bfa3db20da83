import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeBackup } from '../../core/formats/backup-file.ts';
import type { Review } from '../../core/review/review.ts';
import { sha256 } from '../../extension/platform/sha256.ts';
import { type RunningSite, serve } from '../../scripts/server.ts';
import { type Chromium, chromeFolder, openChromium } from './chromium.ts';
import { freshProfile } from './profile.ts';
import { describeWith } from './programs.ts';
import { owner } from './seed.ts';
import { barriers, saved } from './state.ts';
import { dump } from './store.ts';
import { watchChromium } from './watch.ts';

// The start page, the first screen, users and settings, the IT desk: in every state, at both widths.

const note = '山田の秘密のメモ';

describeWith(['chromium'], 'start page, options and first screen', () => {
  const profile = freshProfile();
  let chromium: Chromium;
  let site: RunningSite;
  let page: Page;
  let faults: readonly string[];
  beforeAll(async () => {
    chromium = await openChromium({ profile: profile.folder });
    site = await serve({ folder: chromeFolder, port: 0 });
  });
  beforeEach(async () => {
    await page?.close();
    page = await chromium.context.newPage();
    faults = await watchChromium(page, chromium.address(''));
  });
  afterAll(async () => {
    await chromium?.close();
    await site?.close();
    profile.remove();
  });

  const open = async (path: string, selector = 'h1') => {
    await page.goto('about:blank'); // or a change after # would not load anew
    await page.goto(chromium.address(path));
    await page.waitForSelector(selector);
  };
  /** What axe, the width and the console have to say; empty is good. */
  const complaints = async () => [...(await barriers(page)), ...faults];
  const begin = async (label: string) => {
    await page.fill('#label', label);
    await page.click('button[type=submit]');
    await page.waitForSelector('text=場面ごとに答える');
  };

  describe('without a user', () => {
    test.each([
      { path: 'home.html', says: '準備中' },
      { path: 'review.html', says: '前回の控えがありません' },
      { path: 'options.html', says: 'まだ利用者がいません' },
      { path: 'options.html#/it', says: '情報システム担当の方へ' },
    ])('$path stands', async ({ path, says }) => {
      await open(path);
      await page.waitForSelector(`text=${says}`);
      expect(await complaints()).toEqual([]);
    });

    test('without a policy the fields are empty, and there is nothing to warn of', async () => {
      await open('review.html', 'form');
      expect(await page.inputValue('#ward')).toBe('');
      await open('options.html#/it', 'table');
      expect(await page.locator('.f-notice').count()).toBe(0);
    });

    test('the doors of rooms still to come are shut, and are no links', async () => {
      await open('home.html');
      const doors = page.locator('.f-door');
      expect(await doors.count()).toBe(4);
      expect(await doors.locator('a').count()).toBe(3);
      expect(await page.locator('.f-door[data-open=false]:has-text("準備中")').count()).toBe(1);
    });

    test('a served page says to whom its answers belong', async () => {
      await page.goto(site.url);
      await page.waitForSelector('text=お試しの画面です');
      expect(await page.textContent('main')).toContain(new URL(site.url).origin);
    });
  });

  describe('F16: two people on one PC', () => {
    beforeAll(async () => {
      page = await chromium.context.newPage();
      await open('review.html', 'form');
      await page.click('summary');
      await begin('山田');
      await open('review.html#/all', '[data-item]');
      await page.click('[data-item] input');
      await page.click('[data-item] [data-act=note]');
      await page.fill('[data-item] textarea', note);
      await saved(page);
    });

    test('a second one needs a name of their own', async () => {
      await open('options.html#/users', '#label');
      await page.click('text=利用者を追加する');
      await page.click('text=追加して切り替える');
      await expect.poll(() => page.title()).toMatch(/^エラー：/);
      expect(await complaints()).toEqual([]);
      await page.fill('#label', '山田');
      await page.click('text=追加して切り替える');
      await page.waitForSelector('text=「山田」は、ほかの人が使っています');
      await page.fill('#label', '佐藤');
      await page.click('text=追加して切り替える');
      await page.waitForSelector('.f-header >> text=佐藤');
    });

    test('the second sees nothing of the first, on no page', async () => {
      for (const path of ['review.html', 'review.html#/all', 'review.html#/result', 'home.html']) {
        await open(path);
        const text = await page.textContent('body');
        expect(text).not.toContain('山田');
        expect(text).not.toContain('1項目に答えました');
      }
    });

    test('the backup of the second holds no trace of the first', async () => {
      await open('options.html#/backup', 'form');
      const downloading = page.waitForEvent('download');
      await page.click('form button[type=submit]');
      const stream = await (await downloading).createReadStream();
      let text = '';
      for await (const part of stream) text += part;
      expect(text).toContain('佐藤');
      for (const trace of ['山田', note, '"kept"']) expect(text).not.toContain(trace);
    });

    test('switching back brings the first one’s answers back', async () => {
      await open('options.html#/users', '#label');
      expect(await complaints()).toEqual([]);
      await page.click('role=button[name="山田に切り替える"]');
      await page.waitForSelector('.f-header >> text=山田');
      await open('review.html#/all', '[data-item]');
      expect(await page.isChecked('[data-item] input >> nth=0')).toBe(true);
      expect(await page.inputValue('[data-item] textarea')).toBe(note);
    });

    test('a name is changed where it stands', async () => {
      await open('options.html#/users', '#label');
      await page.fill('#label', '山田（窓口）');
      await page.press('#label', 'Tab');
      await page.waitForSelector('.f-header >> text=山田（窓口）');
    });
  });

  describe('settings', () => {
    test('a unit goes into the review at hand', async () => {
      await open('options.html#/users', '#ward');
      await page.fill('#ward', '多摩区');
      await page.fill('#section', '地域みまもり支援センター地域ケア推進課高齢・障害者支援係');
      await page.press('#section', 'Tab');
      const units = async () =>
        ((await dump(page)).rows.reviews as readonly { review: Review }[]).map(
          ({ review }) => review.unit,
        );
      await expect
        .poll(units)
        .toMatchObject([{ ward: '多摩区', section: expect.stringContaining('地域ケア推進課') }]);
      await page.selectOption('#role', 'promoter');
      const roles = async () =>
        ((await dump(page)).rows.reviews as readonly { review: Review }[]).map(
          ({ review }) => review.role,
        );
      await expect.poll(roles).toEqual(['promoter']);
      await open('review.html');
      expect(await page.textContent('.f-running')).toContain('地域ケア推進課');
      expect(await complaints()).toEqual([]);
    });

    test.each([
      { month: '13', day: '1', says: '月は、1から12までの数字で入力してください' },
      { month: '十二', day: '1', says: '月は、1から12までの数字で入力してください' },
      { month: '2', day: '30', says: '2月は29日までです', part: 'day' },
      { month: '12', day: '', says: '日は、1から31までの数字で入力してください', part: 'day' },
      { month: '13', day: '32', says: '月は1から12まで、日は1から31まで' },
    ])('a window from $month/$day is refused in words', async ({ month, day, says, part }) => {
      await open('options.html#/settings', '#from-month');
      await page.fill('#from-month', month);
      await page.fill('#from-day', day);
      await page.click('text=期間を保存する');
      await page.waitForSelector(`.f-notice >> text=${says}`);
      await expect.poll(() => page.title()).toMatch(/^エラー：/);
      expect(await page.locator('.f-error').textContent()).toContain(says);
      await page.click('.f-notice a');
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.id))
        .toBe(`from-${part ?? 'month'}`);
    });

    test('a refused window has no barriers', async () => {
      await open('options.html#/settings', '#from-month');
      await page.fill('#from-month', '13');
      await page.click('text=期間を保存する');
      await page.waitForSelector('.f-notice');
      expect(await complaints()).toEqual([]);
    });

    test('full-width digits are digits', async () => {
      await open('options.html#/settings', '#from-month');
      await page.fill('#from-month', '１１');
      await page.fill('#from-day', '１５');
      await page.click('text=期間を保存する');
      await page.waitForSelector('text=/保存済み/');
      await open('home.html');
      await page.waitForSelector('text=11月15日');
    });

    test('saving the same window twice is told twice, with its length', async () => {
      await open('options.html#/settings', '#from-month');
      await page.evaluate(() => {
        const place = document.querySelector('form .f-told') as HTMLElement;
        const told: string[] = [];
        new MutationObserver(() => {
          if (place.textContent) told.push(place.textContent);
        }).observe(place, { childList: true });
        Object.assign(window, { told });
      });
      const told = () => page.evaluate(() => (window as unknown as { told: string[] }).told);
      const words = '期間を保存しました。長さは78日間です。';
      await page.click('text=期間を保存する');
      await expect.poll(told).toEqual([words]);
      await page.click('text=期間を保存する');
      await expect.poll(told).toEqual([words, words]);
      expect(await complaints()).toEqual([]);
    });

    test('the name in the header says where it leads, and can be hit', async () => {
      await open('options.html#/settings', '#from-month');
      const link = page.getByRole('link', { name: '利用者：山田（窓口）（設定を開く）' });
      expect((await link.boundingBox())?.height).toBeGreaterThanOrEqual(24);
    });

    test('English changes the words at once, and keeps the focus', async () => {
      await open('options.html#/settings', '#language');
      await page.click('text=English');
      await page.waitForSelector('text=Users and settings');
      await expect.poll(() => page.getAttribute('html', 'lang')).toBe('en');
      expect(await complaints()).toEqual([]);
      await page.keyboard.press('ArrowLeft');
      await page.waitForSelector('h1:has-text("利用者と設定")');
    });
  });

  test('the text for the IT desk holds no name, no answer, no note', async () => {
    await open('options.html#/it', 'table');
    expect(await complaints()).toEqual([]);
    await chromium.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.click('text=状態をコピーする');
    await page.waitForSelector('text=コピーしました');
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text).toContain('利用者 2、振り返り 1');
    expect(text).toContain('データの照合: 合っています');
    for (const trace of ['山田', '佐藤', note, 'kept']) expect(text).not.toContain(trace);
  });

  test('a name that is missing is no fault before the field was left empty', async () => {
    const savedAt = '2026-12-01T10:00:00+09:00';
    const { id, settings } = owner;
    const path = join(profile.folder, 'unnamed.json');
    const unnamed = { savedAt, user: { id, label: '' }, settings: { ...settings } };
    writeFileSync(path, await makeBackup({ ...unnamed, reviews: [], sheets: [] }, sha256));
    await open('options.html#/backup', '#restore-file');
    await page.setInputFiles('#restore-file', path);
    await page.getByRole('button', { name: '戻す', exact: true }).click();
    await page.waitForSelector('text=控えから戻しました');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toContain('戻しました');

    await open('options.html#/users', '#label');
    await page.waitForSelector(
      '.f-notice[data-kind=info] >> text=このPCでの呼び名を入力してください',
    );
    expect(await page.locator('.f-error').count()).toBe(0);
    expect(await complaints()).toEqual([]);
    await page.focus('#label');
    await page.keyboard.press('Tab');
    await page.waitForSelector('.f-error >> text=このPCでの呼び名を入力してください');
    await page.fill('#label', '鈴木');
    await page.press('#label', 'Tab');
    await page.waitForSelector('.f-header >> text=鈴木');
    expect(await page.locator('.f-error, .f-notice').count()).toBe(0);
  });
});
