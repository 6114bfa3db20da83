import { cpSync, existsSync, readdirSync, rmSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { builtInCatalog } from '../../core/catalog/built-in.ts';
import { type Chromium, openChromium } from './chromium.ts';
import { freshProfile, type Profile } from './profile.ts';
import { describeWith } from './programs.ts';
import { saved } from './state.ts';
import { answered, copied, filesIn, fill, onePage, shelf } from './store.ts';

// The database, its copy and the count of answers, each whole, cut back to an earlier moment, or
// gone: whatever is hurt is recovered or told (F49). Their files are hurt while the browser is closed.

const { standards } = builtInCatalog;

const places = ['database', 'copy', 'count'] as const;
type Place = (typeof places)[number];
type State = 'whole' | 'cut' | 'gone';

/** The length of each log of a folder. */
type Lengths = ReadonlyMap<string, number>;

const lengthsIn = (folder: string): Lengths =>
  new Map(filesIn(folder, /\.log$/).map((file) => [file, statSync(file).size]));

describeWith(['chromium'], 'three hurt places in Chromium', () => {
  const whole = freshProfile();
  let profile: Profile;
  let chromium: Chromium;
  let page: Page;
  /** What each log was at the earlier moment. */
  const earlier = new Map<Place, Lengths>();

  const start = async () => {
    chromium = await openChromium({ profile: profile.folder });
    page = await onePage(chromium.context);
    await page.goto(chromium.address('review.html'));
  };
  const folderOf = (place: Place, of = profile): string => {
    const { extensionId } = chromium;
    const folders = {
      database: `IndexedDB/chrome-extension_${extensionId}_0.indexeddb.leveldb`,
      copy: `Local Extension Settings/${extensionId}`,
      count: 'Local Storage/leveldb',
    };
    const folder = join(of.folder, 'Default', folders[place]);
    if (!existsSync(folder)) throw new Error(`Chromium keeps its data elsewhere: ${folder}`);
    return folder;
  };
  const hurt = (place: Place, state: State) => {
    const folder = folderOf(place);
    if (state === 'gone') rmSync(folder, { recursive: true });
    if (state !== 'cut') return;
    for (const [file, length] of earlier.get(place) ?? []) {
      truncateSync(file.replace(whole.folder, profile.folder), length);
    }
  };
  const give = async (index: number) => {
    await page.click(`#item-${standards[index]?.id} label >> nth=0`);
    await saved(page);
    await copied(page);
  };

  // 59 answers of last year; of this year 25, one after the other: 21 when the count was cut, 22 the
  // copy, 24 the database.
  beforeAll(async () => {
    profile = whole;
    await start();
    await fill(page, chromium);
    await page.goto(chromium.address('review.html#/all'));
    await give(30);
    await chromium.close();
    earlier.set('count', lengthsIn(folderOf('count')));
    await start();
    await page.goto(chromium.address('review.html#/all'));
    await give(31);
    earlier.set('copy', lengthsIn(folderOf('copy')));
    await give(32);
    await give(33);
    earlier.set('database', lengthsIn(folderOf('database')));
    await give(34);
    await chromium.close();
    for (const place of places) {
      const now = lengthsIn(folderOf(place));
      const cut = [...(earlier.get(place) ?? [])].filter(
        ([file, length]) => (now.get(file) ?? 0) > length,
      );
      if (cut.length === 0)
        throw new Error(`Nothing to cut in the ${place}: ${readdirSync(folderOf(place))}`);
    }
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

  /** What the page has to say, and how many answers of this year there are once its way was taken. */
  interface Outcome {
    readonly says: 'nothing' | 'first screen' | 'lost' | 'unproven';
    /** Each in the message. */
    readonly numbers?: readonly string[];
    readonly after: string | undefined;
  }
  const sound: Outcome = { says: 'nothing', after: '25' };
  const unproven = (count: number): Outcome => ({
    says: 'unproven',
    numbers: ['答えがいくつあったかの記録も', `${count}件の答えがあります`],
    after: String(count),
  });
  const lost = (left: string, after: string | undefined, ...more: readonly string[]): Outcome => ({
    says: 'lost',
    numbers: [left, ...more],
    after,
  });
  const noCopy = '自動の控えは、ありません';
  const uncounted = '答えがいくつあったかの記録も';
  const allGone = '25件の答えのうち、0件が残っています';
  const oneGone = '25件の答えのうち、24件が残っています';

  test.each<[State, State, State, Outcome]>([
    ['whole', 'whole', 'whole', sound],
    ['whole', 'whole', 'cut', sound],
    ['whole', 'whole', 'gone', sound],
    ['whole', 'cut', 'whole', sound],
    ['whole', 'cut', 'cut', unproven(25)],
    ['whole', 'cut', 'gone', unproven(25)],
    ['whole', 'gone', 'whole', sound],
    ['whole', 'gone', 'cut', unproven(25)],
    ['whole', 'gone', 'gone', unproven(25)],
    ['cut', 'whole', 'whole', lost(oneGone, '25')],
    ['cut', 'whole', 'cut', lost(oneGone, '25')],
    ['cut', 'whole', 'gone', lost(oneGone, '25', uncounted)],
    ['cut', 'cut', 'whole', lost(oneGone, '24')],
    ['cut', 'cut', 'cut', unproven(24)],
    ['cut', 'cut', 'gone', unproven(24)],
    ['cut', 'gone', 'whole', lost(oneGone, '24', noCopy)],
    ['cut', 'gone', 'cut', unproven(24)],
    ['cut', 'gone', 'gone', unproven(24)],
    ['gone', 'whole', 'whole', lost(allGone, '25')],
    ['gone', 'whole', 'cut', lost(allGone, '25')],
    ['gone', 'whole', 'gone', lost(allGone, '25', uncounted)],
    ['gone', 'cut', 'whole', lost(allGone, '22', '25件の答えのうち、22件が残っています')],
    // More than the latest count there is: what the copy holds is known to have been there.
    ['gone', 'cut', 'cut', lost('22件の答えのうち、0件が残っています', '22')],
    ['gone', 'cut', 'gone', lost('22件の答えのうち、0件が残っています', '22', uncounted)],
    ['gone', 'gone', 'whole', lost(allGone, undefined, noCopy)],
    ['gone', 'gone', 'cut', lost('21件の答えのうち、0件が残っています', undefined, noCopy)],
    // Nothing is left that could tell it from a PC on which nobody has answered.
    ['gone', 'gone', 'gone', { says: 'first screen', after: undefined }],
  ])('database %s, copy %s, count %s', async (database, copy, count, outcome) => {
    const started = Date.now() - 1000;
    hurt('database', database);
    hurt('copy', copy);
    hurt('count', count);
    await start();
    const { says, numbers = [], after } = outcome;
    if (says === 'nothing') await renewed(started);
    else await page.waitForSelector(`text=${messages[says]}`);
    const text = await page.innerText('main');
    for (const number of numbers) expect(text).toContain(number);
    if (says === 'lost' || says === 'unproven') {
      const restore = page.locator('button:has-text("控えから戻す")');
      const goOn = page.locator('button:has-text("戻さずに続ける")');
      await ((await restore.count()) > 0 ? restore : goOn).click();
      await page.waitForSelector(after ? `text=${after}項目に答えました` : 'text=はじめに');
      if (after) await renewed(started);
    }
    // Nobody is asked again.
    await chromium.close();
    const again = Date.now() - 1000;
    await start();
    expect(await answered(page, chromium.address('review.html'))).toBe(after);
    if (after) await renewed(again);
    expect(await page.locator('text=/失われて|確かめられません/').count()).toBe(0);
  });

  /** Waits until the page has found the database sound: the copy is made anew then. */
  const renewed = async (since: number) => {
    await expect
      .poll(async () =>
        Date.parse(JSON.parse((await shelf(page))['furikaeri.head'] ?? '{}').savedAt),
      )
      .toBeGreaterThanOrEqual(since);
    await copied(page);
  };
});

const messages = {
  'first screen': '前回の控えがありません',
  lost: '保存した答えの一部が、失われています',
  unproven: '答えが失われていないか、確かめられません',
};
