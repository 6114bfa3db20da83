import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { builtInCatalog } from '../../core/catalog/built-in.ts';
import { parseReviewFile } from '../../core/formats/read-review-file.ts';
import { type Rating, ratings } from '../../core/review/review.ts';
import { sha256 } from '../unit/formats/sha256.ts';
import { openChromium } from './chromium.ts';
import { openFirefox } from './firefox.ts';
import { freshProfile, type Profile } from './profile.ts';
import { describeWith } from './programs.ts';
import { onePage } from './store.ts';

/** A whole year's review by keyboard alone, the browser killed twice on the way, to the file that is handed over. */

/** What both drivers' pages can do. */
interface Keyboarded {
  readonly keyboard: { press(key: string): Promise<void>; type(text: string): Promise<void> };
  evaluate<T>(act: (word: string) => T, word: string): Promise<Awaited<T>>;
  evaluate<T>(act: () => T): Promise<Awaited<T>>;
}

interface Session {
  readonly page: Keyboarded;
  kill(): Promise<void>;
  close(): Promise<void>;
}

const { standards } = builtInCatalog;
const keys: Readonly<Record<Rating, string>> = {
  kept: '1',
  'mostly-kept': '2',
  'partly-kept': '3',
  'not-kept': '4',
  'not-applicable': '0',
};
const ratingAt = (index: number): Rating => ratings[index % ratings.length] as Rating;

async function wholeReview(open: () => Promise<Session>, savedFile: () => string): Promise<void> {
  let session = await open();
  const { page: first } = session;
  await tabTo(first, '所属などを先に入力する（空欄でも始められます）');
  await first.keyboard.press('Enter');
  await tabTo(first, '区');
  await first.keyboard.type('多摩区');
  await tabTo(first, '課・担当');
  await first.keyboard.type('区民課');
  await first.keyboard.press('Enter');

  const third = Math.floor(standards.length / 3);
  const kills = [third, 2 * third];
  let done = 0;
  for (const end of [...kills, standards.length]) {
    await expect.poll(() => progressOf(session.page)).toBe(done);
    await tabTo(session.page, done === 0 ? '始める' : '続きから答える');
    await session.page.keyboard.press('Enter');
    for (; done < end; done++) {
      await at(session.page, standards[done]?.id ?? '');
      await session.page.keyboard.press(keys[ratingAt(done)]);
    }
    if (kills.includes(end)) {
      await at(session.page, standards[done]?.id ?? ''); // the last key was heard
      await saved(session.page);
      await session.kill();
      session = await open();
    }
  }

  const { page } = session;
  await seen(page, 'h1', '答えの確認');
  await tabTo(page, '振り返りを終える');
  await page.keyboard.press('Enter');
  await seen(page, 'h1', '結果');
  await tabTo(page, '提出用ファイルを作る');
  await page.keyboard.press('Enter');
  await seen(page, 'h1', '提出用ファイル');
  await tabTo(page, 'ファイルを保存');
  await page.keyboard.press('Enter');

  await expect.poll(savedFile).not.toBe('');
  const read = await parseReviewFile(savedFile(), sha256);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  expect(read.value.warnings).toEqual([]);
  const { file } = read.value;
  expect(file.unit).toEqual({ ward: '多摩区', division: null, section: '区民課' });
  expect(file.revision).toBe(1);
  expect(Object.keys(file.answers)).toHaveLength(standards.length);
  for (const [index, { id }] of standards.entries()) {
    expect(file.answers[id], id).toEqual({ rating: ratingAt(index), note: null });
  }
  await session.close();
}

/** Presses Tab until the element with the focus is called so. */
async function tabTo(page: Keyboarded, name: string): Promise<void> {
  const passed: string[] = [];
  await seen(page, 'main', name);
  for (let i = 0; i < 200; i++) {
    const current = await page.evaluate(() => {
      const { activeElement } = document;
      const { labels } = activeElement as HTMLInputElement;
      return (labels?.[0] ?? activeElement)?.textContent ?? '';
    });
    if (current.trim() === name) return;
    passed.push(current.trim().slice(0, 20));
    await page.keyboard.press('Tab');
  }
  throw new Error(`No way by Tab to 「${name}」, only to ${[...new Set(passed)].join(' / ')}`);
}

const textOf = {
  h1: () => document.querySelector('h1')?.textContent ?? '',
  main: () => document.querySelector('main')?.textContent ?? '',
};

async function seen(page: Keyboarded, where: keyof typeof textOf, text: string): Promise<void> {
  await expect.poll(() => page.evaluate(textOf[where])).toContain(text);
}

/** Until the item has the focus: looked for inside the page, which asks the driver less. */
async function at(page: Keyboarded, standard: string): Promise<void> {
  await expect.poll(() => page.evaluate(focusAt, standard)).toBe(standard);
}

/** The item with the focus, as soon as it is this one, or after half a second. */
async function focusAt(standard: string): Promise<string | undefined> {
  const focused = () => document.activeElement?.closest<HTMLElement>('[data-item]')?.dataset.item;
  for (let tries = 0; tries < 100 && focused() !== standard; tries++) {
    await new Promise((later) => setTimeout(later, 5));
  }
  return focused();
}

/** Until the page itself says that everything is on the disk. */
async function saved(page: Keyboarded): Promise<void> {
  const status = () =>
    page.evaluate(() => document.querySelector('.f-status')?.getAttribute('data-state'));
  await expect.poll(status).toBe('saved');
}

const progressOf = (page: Keyboarded): Promise<number | undefined> =>
  page.evaluate(() => document.querySelector('progress')?.value);

const fileName = /^R\d+_多摩区_区民課_自己点検_[0-9a-f]{8}_r1\.json$/;

let profiles: Profile[] = [];
afterEach(() => {
  for (const profile of profiles) profile.remove();
  profiles = [];
});

function fresh(): string {
  const profile = freshProfile();
  profiles.push(profile);
  return profile.folder;
}

describeWith(['chromium'], 'a whole review in Chromium', () => {
  test('by keyboard alone, killed twice', async () => {
    const profile = fresh();
    let text = '';
    await wholeReview(
      async () => {
        const chromium = await openChromium({ profile });
        const page = await onePage(chromium.context);
        page.on('download', async (file) => {
          const path = await file.path();
          if (fileName.test(file.suggestedFilename())) text = readFileSync(path, 'utf8');
        });
        await page.goto(chromium.address('review.html'));
        return { page, kill: chromium.kill, close: chromium.close };
      },
      () => text,
    );
  });
});

describeWith(['firefox'], 'a whole review in Firefox', () => {
  test('by keyboard alone, killed twice', async () => {
    const profile = fresh();
    const downloads = fresh();
    await wholeReview(
      async () => {
        const firefox = await openFirefox({ profile, downloads });
        const page = await firefox.open('review.html', 'h1');
        return { page, kill: firefox.kill, close: firefox.close };
      },
      () => {
        // Empty until Firefox puts the whole one in its place.
        const name = readdirSync(downloads).find((file) => fileName.test(file));
        return name ? readFileSync(join(downloads, name), 'utf8') : '';
      },
    );
  });
});
