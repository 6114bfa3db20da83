import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { builtInCatalog } from '../../core/catalog/built-in.ts';
import { datedCopyName } from '../../core/formats/dated-copies.ts';
import { type Chromium, openChromium } from './chromium.ts';
import { freshProfile, type Profile } from './profile.ts';
import { describeWith } from './programs.ts';
import { owner, reviewOf, seedFirst } from './seed.ts';
import { barriers, saved } from './state.ts';

// Copies outside the profile. The folder is a real one of the browser's own (OPFS), in place of the
// one that the person would choose in a dialog that belongs to the desktop.

const { standards } = builtInCatalog;
const now = Date.now();
const day = 86_400_000;
const today = datedCopyName(owner.id, now);

/** Runs in the page: the files of the folder, by name. */
async function filesInFolder(): Promise<Record<string, string>> {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle('控え', { create: true });
  const files: Record<string, string> = {};
  for await (const [name, handle] of folder.entries()) {
    files[name] = await (await (handle as FileSystemFileHandle).getFile()).text();
  }
  return files;
}

/** Runs in the page. */
async function putFiles(files: Record<string, string>): Promise<void> {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle('控え', { create: true });
  for (const [name, text] of Object.entries(files)) {
    const writing = await (await folder.getFileHandle(name, { create: true })).createWritable();
    await writing.write(text);
    await writing.close();
  }
}

describeWith(['chromium'], 'copies outside the profile', () => {
  let profile: Profile;
  let chromium: Chromium;
  let page: Page;
  beforeAll(async () => {
    profile = freshProfile();
    chromium = await openChromium({ profile: profile.folder });
  });
  afterAll(async () => {
    await chromium?.close();
    profile.remove();
  });
  beforeEach(async () => {
    page = await chromium.context.newPage();
    await page.addInitScript(() => {
      Object.assign(globalThis, {
        showDirectoryPicker: async () =>
          (await navigator.storage.getDirectory()).getDirectoryHandle('控え', { create: true }),
      });
    });
    for (const other of chromium.context.pages()) if (other !== page) await other.close();
    await seedFirst(page, chromium, [
      reviewOf({ fiscalYear: 2026, rating: (i) => (i < 20 ? 'kept' : null), completed: false }),
    ]);
    await page.evaluate(async () => {
      const root = await navigator.storage.getDirectory();
      for await (const name of root.keys()) await root.removeEntry(name, { recursive: true });
    });
  });

  const open = async (path: string) => {
    await page.goto('about:blank'); // or a change after # would not load anew
    await page.goto(chromium.address(path));
    await page.waitForSelector('h1');
  };
  const files = () => page.evaluate(filesInFolder);
  const choose = async () => {
    await open('options.html#/backup');
    await page.click('button:has-text("フォルダーを選ぶ")');
    await page.waitForSelector('text=控えを書きました');
  };
  const answer = async (index: number) => {
    await open('review.html#/all');
    await page.click(`#item-${standards[index]?.id} label >> nth=0`);
    await saved(page);
  };
  const answersIn = (text = '{}'): number =>
    Object.keys(JSON.parse(text).reviews[0].answers).length;

  test('a folder chosen once receives a copy that is read back; the same day’s is written anew', async () => {
    await choose();
    expect(Object.keys(await files())).toEqual([today]);
    expect(answersIn((await files())[today])).toBe(20);
    expect(await page.innerText('main')).toContain('フォルダー「控え」に、');
    expect(await barriers(page)).toEqual([]);

    await answer(30);
    await open('review.html');
    await expect.poll(async () => answersIn((await files())[today])).toBe(21);
    expect(Object.keys(await files())).toEqual([today]);

    await open('options.html#/it');
    await page.waitForSelector('table');
    const facts = await page.innerText('main');
    expect(facts).toMatch(
      /フォルダーの毎日の控え\s.+に書いて読み直しました。フォルダー「控え」、1個/,
    );
  });

  test('where nothing was answered since, nothing is written', async () => {
    await choose();
    const before = await files();
    await open('options.html');
    await open('review.html');
    await page.waitForTimeout(2000);
    expect(await files()).toEqual(before);
  });

  test('the newest 30 stay, and what is not ours', async () => {
    const old = Array.from({ length: 35 }, (_, index) =>
      datedCopyName(owner.id, now - (index + 1) * day),
    );
    const others = ['大切な表.xlsx', 'ふりかえり_控え_00000000_20200101.json', `${today}.bak`];
    await page.evaluate(
      putFiles,
      Object.fromEntries([...old, ...others].map((name) => [name, name])),
    );
    await choose();
    expect(Object.keys(await files()).sort()).toEqual(
      [today, ...old.slice(0, 29), ...others].sort(),
    );
    expect(await page.innerText('main')).toContain('控えは30個です');
  });

  test('a file of today’s name that this PC has not written is left alone', async () => {
    await page.evaluate(putFiles, { [today]: 'ほかのPCの控え' });
    await choose();
    const all = await files();
    expect(all[today]).toBe('ほかのPCの控え');
    expect(answersIn(all[datedCopyName(owner.id, now, 2)])).toBe(20);
    // The one that this PC has written is written anew.
    await answer(31);
    await open('review.html');
    await expect
      .poll(async () => answersIn((await files())[datedCopyName(owner.id, now, 2)]))
      .toBe(21);
    expect(Object.keys(await files())).toHaveLength(2);
  });

  test('the folder is gone: told below the work, which goes on; another one is chosen', async () => {
    await choose();
    await page.evaluate(async () => {
      await (await navigator.storage.getDirectory()).removeEntry('控え', { recursive: true });
    });
    await answer(32);
    await open('review.html');
    await page.waitForSelector('text=フォルダーに控えを書けませんでした');
    expect(await page.innerText('main')).toContain('フォルダー「控え」が見つかりません');
    expect(await page.innerText('main')).toContain('21項目に答えました');
    expect(await barriers(page)).toEqual([]);
    await open('options.html#/it');
    await page.waitForSelector('table');
    expect(await page.innerText('main')).toContain('（NotFoundError）');
    await open('options.html#/backup');
    await page.click('button:has-text("別のフォルダーを選ぶ")');
    await page.waitForSelector('text=控えを書きました');
    await open('review.html');
    expect(await page.locator('text=書けませんでした').count()).toBe(0);
  });

  describe('where the browser wants to be asked', () => {
    // The browser's question is its own window: here only its answers.
    const answering = (answer: PermissionState) =>
      page.addInitScript((answer) => {
        Object.assign(FileSystemDirectoryHandle.prototype, {
          queryPermission: async () => 'prompt',
          requestPermission: async () => answer,
        });
      }, answer);

    test('a button asks, and the copy is written; put off, it is quiet for the day', async () => {
      await choose();
      await answering('granted');
      await answer(33);
      await open('review.html');
      await page.waitForSelector('text=フォルダーに書く許可が必要です');
      expect(answersIn((await files())[today])).toBe(20);
      expect(await barriers(page)).toEqual([]);
      await page.click('button:has-text("いま控えを書く")');
      await page.waitForSelector('text=控えを書きました');
      expect(answersIn((await files())[today])).toBe(21);
      await answer(34);
      await open('review.html');
      await page.click('button:has-text("今日は知らせない")');
      await page.waitForSelector('text=フォルダーに書く許可が必要です', { state: 'detached' });
    });

    test('refused, it says so', async () => {
      await choose();
      await answering('denied');
      await answer(35);
      await open('review.html');
      await page.click('button:has-text("いま控えを書く")');
      await page.waitForSelector('text=に書き込む許可がありません');
    });
  });

  test('what is read back is something else: told, and no such file stays', async () => {
    await page.addInitScript(() => {
      Object.assign(FileSystemFileHandle.prototype, {
        getFile: async () => new File(['別の中身'], 'x.json'),
      });
    });
    await open('options.html#/backup');
    await page.click('button:has-text("フォルダーを選ぶ")');
    await page.waitForSelector('text=読み直すと、中身が違っていました');
    expect(Object.keys(await files())).toEqual([]);
  });

  test('a full folder is told, and so is a PC on which the folder can’t be remembered', async () => {
    const full = () => {
      Object.assign(FileSystemFileHandle.prototype, {
        createWritable: async () => {
          throw new DOMException('', 'QuotaExceededError');
        },
      });
    };
    await open('options.html#/backup');
    await page.evaluate(full);
    await page.click('button:has-text("フォルダーを選ぶ")');
    await page.waitForSelector('text=フォルダー「控え」の空き容量が足りません');
    expect(Object.keys(await files())).toEqual([]);
    await page.click('button:has-text("書くのをやめる")');

    // The disk of the profile, not the folder's.
    await page.evaluate(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('', 'QuotaExceededError');
      };
    });
    await page.click('button:has-text("フォルダーを選ぶ")');
    await page.waitForSelector('text=フォルダーを覚えておけません');
  });

  describe('where no folder can be had', () => {
    beforeEach(() =>
      page.addInitScript(() => Reflect.deleteProperty(globalThis, 'showDirectoryPicker')),
    );
    const finished = reviewOf({ fiscalYear: 2026, rating: () => 'kept' });

    test('a completed review reminds, until it is put off or a backup was read back', async () => {
      await seedFirst(page, chromium, [finished]);
      await open('review.html');
      await page.goto(chromium.address('review.html#/result'));
      await page.waitForSelector('text=控えを保存しておきませんか');
      expect(await page.innerText('main')).toContain('振り返りを終えてから');
      expect(await page.locator('text=毎日フォルダーに書く').count()).toBe(0);
      expect(await barriers(page)).toEqual([]);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.click('button:has-text("控えを保存する")'),
      ]);
      // Handed to the browser, it is not saved yet; what is asked for is to open it, once.
      await page.waitForSelector('text=まだ、保存できたか分かりません');
      await page.waitForSelector('text=控えを保存しておきませんか', { state: 'detached' });
      expect(await page.locator('input[type=file]').count()).toBe(1);
      await page.setInputFiles('#backup-back', await download.path());
      await page.waitForSelector('text=控えを保存しました');
      await page.waitForSelector('text=控えを保存しておきませんか', { state: 'detached' });
      await open('review.html#/result');
      await page.waitForTimeout(2000);
      expect(await page.locator('text=控えを保存しておきませんか').count()).toBe(0);
    });

    test('a download that nobody opened back is asked for later, by its name', async () => {
      await seedFirst(page, chromium, [finished]);
      await open('review.html#/result');
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.click('button:has-text("控えを保存する")'),
      ]);
      await page.waitForSelector('text=まだ、保存できたか分かりません');

      await open('review.html#/result');
      await page.waitForSelector('text=控えが保存できたか、まだ分かりません');
      expect(await page.innerText('main')).not.toContain('控えを保存していません');
      expect(await page.innerText('main')).toContain(`「${download.suggestedFilename()}」`);
      expect(await barriers(page)).toEqual([]);
      await page.setInputFiles('#backup-handed', {
        name: 'ほかのファイル.json',
        mimeType: 'application/json',
        buffer: Buffer.from('{}'),
      });
      await page.waitForSelector('text=選んだファイルは、渡したファイルと違います');
      await page.setInputFiles('#backup-back', await download.path());
      await page.waitForSelector('text=控えを保存しました');
      await open('review.html#/result');
      await page.waitForTimeout(2000);
      expect(await page.locator('text=控えが保存できたか').count()).toBe(0);
      expect(await page.locator('text=控えを保存しておきませんか').count()).toBe(0);
    });

    test('a review taken up again, or restored from a file, asks for no backup', async () => {
      await seedFirst(page, chromium, [finished]);
      await open('options.html#/backup');
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.click('button:has-text("控えを保存する")'),
      ]);
      const backup = await download.path();
      await page.waitForSelector('text=まだ、保存できたか分かりません');
      await page.waitForTimeout(1000); // the history is no part of what is told
      await open('review.html');
      await page.waitForSelector('text=控えが保存できたか、まだ分かりません');
      await open('review.html#/result');
      await page.click('button:has-text("もう一度見直す")');
      await page.click('dialog[open] button:has-text("見直しを始める")');
      await page.waitForSelector('text=控えが保存できたか', { state: 'detached' });

      await seedFirst(page, chromium, []);
      await open('options.html#/backup');
      await page.setInputFiles('#restore-file', backup);
      await page.click('button:text-is("戻す")');
      await page.waitForSelector('text=控えから戻しました');
      await open('review.html#/result');
      await page.waitForSelector('.f-notice:has-text("に、振り返りを終えました")');
      await page.waitForTimeout(2000);
      expect(await page.locator('text=控えを保存しておきませんか').count()).toBe(0);
    });

    test('every 30 days of use remind, and can be put off', async () => {
      await page.evaluate(useFor, { user: owner.id, daysOfUse: 29 });
      await open('review.html');
      await page.waitForSelector('text=使った日が30日になりました');
      await page.click('button:has-text("後にする")');
      await page.waitForSelector('text=控えを保存しておきませんか', { state: 'detached' });
      await open('review.html');
      await page.waitForTimeout(2000);
      expect(await page.locator('text=控えを保存しておきませんか').count()).toBe(0);
    });

    test('the page of backups says so', async () => {
      await open('options.html#/backup');
      await page.waitForSelector('text=このブラウザーでは、フォルダーを選べません');
      expect(await barriers(page)).toEqual([]);
    });
  });

  test('where the organisation forbids it, the page says so', async () => {
    await page.addInitScript(() => {
      Object.assign(globalThis, {
        showDirectoryPicker: async () => {
          throw new DOMException('', 'SecurityError');
        },
      });
    });
    await open('options.html#/backup');
    await page.click('button:has-text("フォルダーを選ぶ")');
    await page.waitForSelector('text=フォルダーを選べませんでした');
    expect(await page.innerText('main')).toContain('（SecurityError）');
  });
});

/** Runs in the page: as if the user had worked here on so many days, the last of them long ago. */
function useFor({ user, daysOfUse }: { user: string; daysOfUse: number }): Promise<void> {
  return new Promise((done, failed) => {
    const opening = indexedDB.open('furikaeri');
    opening.onsuccess = () => {
      const db = opening.result;
      const writing = db.transaction('folders', 'readwrite');
      const backups = { backedUpAt: null, covered: null, daysOfUse };
      writing.objectStore('folders').put({ user, backups, usedOn: '2026-01-01' });
      writing.oncomplete = () => {
        db.close();
        done();
      };
      writing.onabort = () => failed(writing.error);
    };
  });
}
