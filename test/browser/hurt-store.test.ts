import { cpSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { builtInCatalog } from '../../core/catalog/built-in.ts';
import { type Chromium, openChromium } from './chromium.ts';
import { freshProfile, type Profile } from './profile.ts';
import { describeWith } from './programs.ts';
import { owner } from './seed.ts';
import { saved } from './state.ts';
import { answered, copied, databaseFolder, dump, filesIn, fill, onePage, shelf } from './store.ts';

/** The files of the database are damaged while the browser is closed (F3, F4, F5). */

/** The log as long as it was at an earlier time: what was written since is gone. */
const cutLog = (length: number) => (folder: string) => {
  for (const file of filesIn(folder, /\.log$/)) truncateSync(file, length);
};

const { standards } = builtInCatalog;

interface Shelf {
  readonly storage: {
    readonly local: {
      get(key: string): Promise<Record<string, string>>;
      set(texts: Record<string, string>): Promise<void>;
    };
  };
}

const flipBits = (folder: string) => {
  for (const file of filesIn(folder, /\.(log|ldb)$/)) {
    const bytes = readFileSync(file);
    writeFileSync(
      file,
      bytes.map((byte, at) => (at % 97 === 0 ? byte ^ 0x5a : byte)),
    );
  }
};

const deleteManifest = (folder: string) => {
  for (const file of filesIn(folder, /^MANIFEST/)) rmSync(file);
};

/** What a browser leaves that has made the database anew. */
const removed = (folder: string) => rmSync(folder, { recursive: true });

/** Whether the spare database holds a person. */
async function inSpare(id: string): Promise<boolean> {
  const { storageBuckets } = navigator as unknown as {
    storageBuckets: { open(name: string): Promise<{ indexedDB: IDBFactory }> };
  };
  const bucket = await storageBuckets.open('furikaeri-spare');
  return new Promise((done) => {
    const opening = bucket.indexedDB.open('furikaeri');
    opening.onsuccess = () => {
      const asking = opening.result.transaction('users').objectStore('users').count(id);
      asking.onsuccess = () => {
        opening.result.close();
        done(asking.result > 0);
      };
    };
  });
}

describeWith(['chromium'], 'A hurt store in Chromium', () => {
  const whole = freshProfile();
  let profile: Profile;
  let chromium: Chromium;
  let page: Page;
  /** The length of the database's log before its last answer, the twenty-first. */
  let shorter: number;

  const start = async () => {
    chromium = await openChromium({ profile: profile.folder });
    page = await onePage(chromium.context);
    await page.goto(chromium.address('review.html'));
  };
  const database = () => databaseFolder(profile.folder, chromium.extensionId);
  const hurt = async (damage: (folder: string) => void) => {
    damage(database());
    await start();
  };

  beforeAll(async () => {
    profile = whole;
    await start();
    await fill(page, chromium);
    const [log = ''] = filesIn(database(), /\.log$/);
    shorter = statSync(log).size;
    await page.goto(chromium.address('review.html#/all'));
    await page.click(`#item-${standards[40]?.id} label >> nth=0`);
    await saved(page);
    await copied(page);
    await chromium.close();
  });
  beforeEach(() => {
    profile = freshProfile();
    cpSync(whole.folder, profile.folder, { recursive: true });
  });
  afterEach(async () => {
    await chromium.close();
    profile.remove();
  });
  afterAll(() => whole.remove());

  test('bits flipped, and silently made anew (F4): the second copy is offered, not the first run', async () => {
    await hurt(flipBits);
    await page.waitForSelector('text=ブラウザーには、答えが残っていません');
    await expect.poll(() => page.title()).toMatch(/^エラー：/);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.click('button:has-text("控えをファイルに保存")'),
    ]);
    expect(readFileSync(await download.path(), 'utf8')).toContain('案内板');
    await page.click('button:has-text("控えから戻す")');
    await page.waitForSelector('text=21項目に答えました');
    const { rows } = await dump(page);
    expect(rows.users).toMatchObject([{ id: owner.id, label: owner.label }]);
    expect(rows.reviews).toHaveLength(2);
    // It stays whole: nobody is asked again.
    await copied(page);
    expect(await answered(page, chromium.address('review.html'))).toBe('21');
  });

  test('a copy that was changed on its shelf is not restored without a warning', async () => {
    await hurt(removed);
    await page.waitForSelector('text=ブラウザーには、答えが残っていません');
    await page.evaluate(async (key) => {
      const { local } = (globalThis as unknown as { chrome: Shelf }).chrome.storage;
      const text = (await local.get(key))[key] ?? '';
      await local.set({ [key]: text.replace('案内板', '看板') });
    }, `furikaeri.user.${owner.id}`);
    await page.reload();
    await page.waitForSelector('text=ファイルの中身が変わっています');
    await page.waitForSelector('button:has-text("控えから戻す")');
  });

  test('the database gone and its copy cut in the middle (F49): the number is told, nothing claimed of the copy', async () => {
    await hurt(removed);
    await page.waitForSelector('text=ブラウザーには、答えが残っていません');
    await page.evaluate(async (key) => {
      const { local } = (globalThis as unknown as { chrome: Shelf }).chrome.storage;
      const text = (await local.get(key))[key] ?? '';
      await local.set({ [key]: text.slice(0, text.length / 2) });
    }, `furikaeri.user.${owner.id}`);
    await page.reload();
    await page.waitForSelector('text=自動の控えは、壊れていて読めません');
    const text = await page.innerText('main');
    expect(text).toContain('21件の答えのうち、0件が残っています');
    expect(text).not.toContain('までの答えがあります');
    expect(await page.locator('button:has-text("控えから戻す")').count()).toBe(0);
    await page.click('button:has-text("戻さずに続ける")');
    await page.waitForSelector('button:has-text("始める")');
    // What could not be read is kept for whoever can.
    expect(Object.keys(await shelf(page))).toContainEqual(
      expect.stringMatching(/^furikaeri\.aside/),
    );
  });

  test('the head of the copy cut in the middle (F49): its texts are restored all the same', async () => {
    await hurt(removed);
    await page.waitForSelector('text=ブラウザーには、答えが残っていません');
    await page.evaluate(async () => {
      const { local } = (globalThis as unknown as { chrome: Shelf }).chrome.storage;
      await local.set({ 'furikaeri.head': '{"seq":1' });
    });
    await page.reload();
    await page.click('button:has-text("控えから戻す")');
    await page.waitForSelector('text=21項目に答えました');
  });

  test('its log cut off (F3): the copy brings back what is missing, and only that', async () => {
    await hurt(cutLog(shorter));
    await page.waitForSelector('text=/残っているのは、.+までの答えです/');
    await page.click('summary:has-text("加えるものを見る")');
    expect(await page.locator('details[open] dt').allInnerTexts()).toEqual([
      expect.stringContaining(standards[40]?.text ?? ''),
    ]);
    await page.click('button:has-text("控えから戻す")');
    await page.waitForSelector('text=21項目に答えました');
  });

  test('without restoring: asked once, and the copy stays for later', async () => {
    await hurt(removed);
    await page.click('button:has-text("戻さずに続ける")');
    await page.waitForSelector('text=はじめに');
    await page.click('button:has-text("始める")');
    await page.waitForSelector('text=0項目に答えました');
    await page.goto(chromium.address('options.html#/backup'));
    await page.click('button:has-text("中身を見る")');
    await page.click('button:text-is("戻す")');
    await page.waitForSelector('text=控えから戻しました');
    expect(await answered(page, chromium.address('review.html'))).toBe('21');
    // Whoever only stood in has made way.
    expect((await dump(page)).rows.users).toHaveLength(1);
  });

  test('no longer to be opened (F5): the copy can be read, saved, and put in its place', async () => {
    await hurt(deleteManifest);
    await page.waitForSelector('text=ブラウザーが、データを開けませんでした');
    await expect.poll(() => page.locator('.f-checks dt').count()).toBe(21 + 59);
    expect(await page.locator('input[type=radio], textarea').count()).toBe(0);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.click('button:has-text("控えをファイルに保存")'),
    ]);
    expect(download.suggestedFilename()).toMatch(/^R8_多摩区_区民課_控え_/);

    await page.click('button:has-text("作り直して控えから戻す")');
    await page.click('dialog button:has-text("作り直して控えから戻す")');
    await page.waitForSelector('text=21項目に答えました');
    // The ordinary place stays broken: what is answered now must be found after a restart.
    await page.goto(chromium.address('review.html#/all'));
    await page.click('.f-item:nth-of-type(1) label >> nth=3');
    await saved(page);
    await chromium.kill();
    await start();
    expect(await answered(page, chromium.address('review.html'))).toBe('21');
    await page.goto(chromium.address('review.html#/all'));
    await page.waitForSelector('.f-item');
    expect(await page.locator('.f-item').first().locator('input').nth(3).isChecked()).toBe(true);
  });

  test('no longer to be opened, and no copy (F49): what there was is told before it is made anew', async () => {
    rmSync(join(profile.folder, 'Default/Local Extension Settings', chromium.extensionId), {
      recursive: true,
    });
    await hurt(deleteManifest);
    await page.waitForSelector('text=このPCには、自動の控えがありません');
    expect(await page.innerText('main')).toContain('21件の答え');
    await page.click('button:has-text("作り直して始める")');
    await page.click('dialog button:has-text("作り直して始める")');
    await page.waitForSelector('button:has-text("始める")');
  });

  test('the ordinary place heals (F5): who is deleted then is deleted in the spare one too', async () => {
    const manifests = filesIn(database(), /^MANIFEST/).map(
      (file) => [file, readFileSync(file)] as const,
    );
    await hurt(deleteManifest);
    await page.click('button:has-text("作り直して控えから戻す")');
    await page.click('dialog button:has-text("作り直して控えから戻す")');
    await page.waitForSelector('text=21項目に答えました');
    expect(await page.evaluate(inSpare, owner.id)).toBe(true);
    await chromium.close();
    await hurt(() => {
      for (const [file, bytes] of manifests) writeFileSync(file, bytes);
    });
    await page.waitForSelector('text=21項目に答えました');
    await page.goto(chromium.address('options.html#/delete'));
    await page.click('text=このPCから消す >> nth=-1');
    await page.click('dialog >> text=このPCから消す');
    await page.waitForSelector('text=このPCから消しました');
    expect((await dump(page)).rows.users).toEqual([]);
    expect(await page.evaluate(inSpare, owner.id)).toBe(false);
  });
});
