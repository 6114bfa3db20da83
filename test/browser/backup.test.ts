import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Chromium, openChromium } from './chromium.ts';
import { freshProfile } from './profile.ts';
import { describeWith } from './programs.ts';
import { owner } from './seed.ts';
import { barriers } from './state.ts';
import { answered, type Dump, dump, fill, onePage, shelf } from './store.ts';

declare global {
  interface Window {
    /** How often the page began to seal. */
    seals: number;
    /** Sealing waits for it. */
    goOn(): void;
  }
}

/** Saving a backup, and coming back from it on a PC that knows nothing (F13, F14, F22, F33, F44); deletion. */

const passphrase = '窓口の8つの約束';
const backupRoom = 'options.html#/backup';

async function saveBackup(page: Page, sealedWith: string | null): Promise<string> {
  if (sealedWith) {
    await page.getByLabel('パスワードをかける').check();
    await page.getByLabel(/^パスワード$/).fill(sealedWith);
    await page.getByLabel('パスワード（確認のためもう一度）').fill(sealedWith);
  }
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.click('button:has-text("控えを保存する")'),
  ]);
  return readFileSync(await download.path(), 'utf8');
}

const asShiftJis = (text: string): Buffer =>
  execFileSync('iconv', ['-c', '-f', 'UTF-8', '-t', 'CP932'], { input: text });

/** A backup of the same person with nothing in it. */
const emptied = (plain: string): string =>
  JSON.stringify({ ...JSON.parse(plain), reviews: [], sheets: [] });

/** What a screen reader adds to the name of an element. */
const described = (element: Locator): Promise<string> =>
  element.evaluate((node) =>
    (node.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' '),
  );

describeWith(['chromium'], 'Backups in Chromium', () => {
  const [used, fresh] = [freshProfile(), freshProfile()];
  const files: Record<string, string> = {};
  const file = (name: string) => {
    const path = join(used.folder, `${name}.json`);
    writeFileSync(path, files[name] ?? '');
    return path;
  };

  let chromium: Chromium;

  beforeAll(async () => {
    chromium = await openChromium({ profile: used.folder });
    const page = await onePage(chromium.context);
    await fill(page, chromium);
    await page.goto(chromium.address(backupRoom));
    files.plain = await saveBackup(page, null);
    files.sealed = await saveBackup(page, passphrase);
    await chromium.close();
  });
  afterAll(async () => {
    await chromium?.close();
    used.remove();
    fresh.remove();
  });

  test('a passphrase hides everything', () => {
    expect(files.plain).toContain('案内板');
    expect(files.sealed).not.toMatch(/案内板|notice-|多摩区/);
  });

  describe('a fresh profile', () => {
    let page: Page;
    beforeAll(async () => {
      chromium = await openChromium({ profile: fresh.folder });
      page = await onePage(chromium.context);
      await page.goto(chromium.address('review.html'));
    });
    const choose = (name: string) => page.setInputFiles('#restore-file', file(name));

    test('says that there is no backup yet, and where to restore one (F14)', async () => {
      await page.waitForSelector('text=このPCには、前回の控えがありません');
      await page.click('text=控えのファイルから戻す');
      await page.waitForSelector('#restore-file');
    });

    const cut = (text: string, part: number) => text.slice(0, Math.floor(text.length * part));
    test.each<[string, (plain: string, sealed: string) => string, RegExp]>([
      ['nothing in it', () => '', /1行目の1文字目/],
      ['cut off', (plain) => cut(plain, 0.5), /途中で切れている.*場所：\d+行目の\d+文字目/],
      [
        'its last byte missing',
        (plain) => plain.trimEnd().slice(0, -1),
        /場所：\d+行目の\d+文字目/,
      ],
      ['bytes of a picture', () => '\u0089PNG\r\n', /1行目の1文字目/],
      [
        'someone else’s JSON',
        () => '{"format":"other/1"}',
        /ふりかえりで作ったファイルではありません/,
      ],
      [
        'a hand-over',
        () => '{"format":"furikaeri.review/1"}',
        /種類が違うファイルです（提出用ファイル）/,
      ],
      [
        'of a newer version (F33)',
        (plain) => plain.replace('backup/1', 'backup/2'),
        /新しい版.*更新/s,
      ],
      [
        'a rating there is none of',
        (plain) => plain.replace('"kept"', '"good"'),
        /振り返り 2番目 ＞ 答え ＞ \S+ ＞ 評価/,
      ],
      [
        'a key that reaches for prototypes',
        (plain) => plain.replace('"label"', '"__proto__"'),
        /受け付けない書き方/,
      ],
      ['a sealed one, cut off', (_, sealed) => cut(sealed, 0.5), /場所：\d+行目の\d+文字目/],
    ])('refuses a file with %s, names the place, writes nothing (F22)', async (_, make, words) => {
      const before = await dump(page);
      files.bad = make(files.plain ?? '', files.sealed ?? '');
      // What was said of the file before must be gone.
      await page.reload();
      await choose('bad');
      await page.waitForSelector('text=この控えは読み込めません');
      await expect.poll(() => page.innerText('.f-notice')).toMatch(words);
      expect(await page.getByRole('button', { name: '戻す', exact: true }).count()).toBe(0);
      expect(await dump(page)).toEqual(before);
    });

    test('asks for the passphrase, and again when it is wrong (F44)', async () => {
      await choose('sealed');
      await page.getByLabel('控えのパスワード').fill('ちがう言葉');
      await page.click('button:has-text("控えを開く")');
      await page.waitForSelector('text=パスワードが違います');
      await page.getByLabel('控えのパスワード').fill(passphrase);
      await page.click('button:has-text("控えを開く")');
      await page.waitForSelector('text=戻すと、次のようになります');
    });

    test('warns of an edited file, and leaves the choice (F32)', async () => {
      files.edited = (files.plain ?? '').replace('案内板', '看板');
      await choose('edited');
      await page.waitForSelector('text=保存された後に、ファイルの中身が変わっています');
      await page.getByRole('button', { name: '戻す', exact: true }).waitFor();
    });

    test('what it will do is readable where it is narrow', async () => {
      await page.setViewportSize({ width: 320, height: 768 });
      const cells = await page
        .locator('.f-table td')
        .evaluateAll((all) => all.map((cell) => getComputedStyle(cell, '::before').content));
      expect(cells.slice(0, 3)).toEqual(['"加える"', '"変える"', '"残す"']);
      await page.setViewportSize({ width: 1366, height: 768 });
    });

    test('two clicks bring everything back (F13)', async () => {
      const nothing: Dump['rows'] = { users: [], reviews: [] };
      expect((await dump(page)).rows).toMatchObject(nothing);
      await page.reload();
      await choose('plain'); // the first
      await page.getByRole('button', { name: '戻す', exact: true }).click(); // the second
      await page.waitForSelector('text=控えから戻しました');
      expect((await dump(page)).rows.users).toEqual([owner]);
      await page.click('text=振り返りを開く');
      await page.waitForSelector('text=20項目に答えました');
    });

    test('a second time there is nothing left to do', async () => {
      await page.goto(chromium.address(backupRoom));
      await choose('plain');
      await page.waitForSelector('text=控えの中身は、すべてこのPCにあります');
      expect(await page.getByRole('button', { name: '戻す', exact: true }).count()).toBe(0);
    });

    // Of a file that is not as it was saved nobody can say that all of it is here.
    test.each<[string, (plain: string) => string | Buffer, RegExp]>([
      [
        'edited',
        (plain) => plain.replace('案内板', '看板'),
        /戻せるものは、ありません[\s\S]*ファイルの中身が変わっています/,
      ],
      // 𠮷 has no place in Shift_JIS.
      [
        'saved anew as Shift_JIS, with a loss',
        (plain) => asShiftJis(plain.replace('案', '𠮷')),
        /文字コード[\s\S]*Shift_JIS[\s\S]*中身が変わっています/,
      ],
      [
        'with a sheet of another kind',
        (plain) => plain.replace('"sheets": []', '"sheets": [{ "format": "other/1" }]'),
        /戻せるものは、ありません[\s\S]*読めないシートが1件/,
      ],
      ['without answers', emptied, /ありません|入っていません/],
    ])('a file that is %s is not said to be all here', async (_, make, words) => {
      await page.reload();
      const path = join(used.folder, 'odd.json');
      writeFileSync(path, make(files.plain ?? ''));
      await page.setInputFiles('#restore-file', path);
      await page.waitForSelector('h3:has-text("この控え")');
      await expect.poll(() => page.innerText('main')).toMatch(words);
      expect(await page.innerText('main')).not.toContain('すべてこのPCにあります');
      expect(await barriers(page)).toEqual([]);
    });

    test('a file saved anew as Shift_JIS is read as what it is, and said to be such', async () => {
      await page.reload();
      const path = join(used.folder, 'odd.json');
      writeFileSync(path, asShiftJis(files.plain ?? ''));
      await page.setInputFiles('#restore-file', path);
      await page.waitForSelector('text=UTF-8 から Shift_JIS に変わっています');
      expect(await page.innerText('main')).not.toContain('ファイルの中身が変わっています');
    });

    test('a success is gone once there is an error', async () => {
      await page.goto(chromium.address('options.html#/backup/restored'));
      await page.reload();
      await page.waitForSelector('[data-kind=success]:has-text("控えから戻しました")');
      files.bad = '';
      await choose('bad');
      await page.waitForSelector('text=この控えは読み込めません');
      expect(await page.locator('[data-kind=success]').count()).toBe(0);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.click('button:has-text("控えを保存する")'),
      ]);
      await page.setInputFiles('#backup-back', await download.path());
      await page.waitForSelector('[data-kind=success]:has-text("控えを保存しました")');
      await page.getByLabel('パスワードをかける').check();
      await page.click('button:has-text("控えを保存する")');
      await page.waitForSelector('[role=alert]:has-text("パスワードを8文字以上")');
      expect(await page.locator('[data-kind=success]').count()).toBe(0);
    });

    test('sealing is told while it lasts, and a second press is the same wish', async () => {
      await page.goto(chromium.address('review.html'));
      await page.goto(chromium.address(backupRoom));
      await page.getByLabel('パスワードをかける').check();
      const field = page.getByLabel(/^パスワード$/);
      expect(await described(field)).toContain('パスワードを忘れると、控えは開けません');
      await field.fill(passphrase);
      await page.getByLabel('パスワード（確認のためもう一度）').fill(passphrase);
      const region = page.locator('form + [role=status]');
      expect(await region.textContent()).toBe('');
      await page.evaluate(() => {
        const { subtle } = crypto;
        const derive = subtle.deriveKey;
        const told = new Promise<void>((go) => {
          window.goOn = go;
        });
        window.seals = 0;
        subtle.deriveKey = async (...given: unknown[]) => {
          window.seals += 1;
          await told;
          return derive.apply(subtle, given as Parameters<typeof derive>);
        };
      });

      for (const _ of ['once', 'twice']) {
        await page.press('button:has-text("控えを保存する")', 'Enter');
      }
      await expect.poll(() => region.textContent()).toBe('控えを作っています…');
      await page.evaluate(() => window.goOn());
      await expect.poll(() => region.textContent()).toMatch(/まだ、保存できたか分かりません/);
      expect(await page.evaluate(() => window.seals)).toBe(1);
    });

    test('deleting takes the data of one person, wherever it was, and nothing of another', async () => {
      await page.goto(chromium.address('review.html#/all'));
      files.other = (files.plain ?? '')
        .replaceAll(owner.id, '7d1c2b3a-0000-4000-8000-000000000002')
        .replaceAll('9f86d081', '9f86d082')
        .replace('山田', '鈴木');
      await page.goto(chromium.address(backupRoom));
      await choose('other');
      await page.getByRole('button', { name: '戻す', exact: true }).click();
      await page.waitForSelector('text=控えから戻しました');
      await expect.poll(async () => JSON.stringify(await shelf(page))).toContain('鈴木');

      await page.goto(chromium.address('options.html#/delete'));
      await page.click('button:has-text("このPCから消す")');
      await expect
        .poll(() => page.innerText('dialog'))
        .toMatch(/「鈴木」のデータを消しますか.*まだ控えのファイルを確かめていません/s);
      expect(await described(page.locator('dialog'))).toMatch(/元に戻せません/);
      await page.click('dialog button:has-text("やめる")');
      await page.click('nav >> text=控え');
      files.again = await saveBackup(page, null);
      await page.setInputFiles('#backup-back', file('again'));
      await page.waitForSelector('text=控えを保存しました');
      await page.click('nav >> text=消去');
      await page.click('button:has-text("このPCから消す")');
      await expect
        .poll(() => page.innerText('dialog'))
        .toMatch(/メモ 1件.*控えは、\d+:\d\dにファイルに保存し、/s);
      await page.click('dialog button:has-text("このPCから消す")');
      await page.waitForSelector('h2:focus:has-text("このPCから消しました")');
      const left = JSON.stringify([await dump(page), await shelf(page)]);
      const traces = ['鈴木', '9f86d082', '000000000002', '山田'].filter((word) =>
        left.includes(word),
      );
      expect(traces).toEqual(['山田']);
      expect((await dump(page)).rows.reviews).toHaveLength(2);
      expect(await answered(page, chromium.address('review.html'))).toBeUndefined();
    });
  });
});
