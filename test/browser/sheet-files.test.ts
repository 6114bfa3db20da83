import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { bombs } from '../bench/sheet-bombs.ts';
import { type Chromium, openChromium } from './chromium.ts';
import { freshProfile } from './profile.ts';
import { describeWith } from './programs.ts';
import { seedFirst } from './seed.ts';
import { changed, fileOf, fixture, sheetIn, sheetPage, textsIn } from './sheet-page.ts';
import { barriers } from './state.ts';
import { onePage } from './store.ts';
import { watchChromium } from './watch.ts';

// Files of every kind on the page of the section's sheet: used, asked about, or refused before anything is written.

const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0];
const wide = (word: string) => Buffer.concat([Buffer.from(ole), Buffer.from(word, 'utf16le')]);
const bomb = (name: string) => Buffer.from(bombs[name]?.() ?? []);
const own = 'templates/section.xlsx';
/** A protected sheet whose cells for texts are locked as well. */
const locked = fileOf(
  '様式.xlsx',
  changed(fixture('protected'), (xml) => xml.replace(/locked="(?:0|false)"/g, 'locked="1"')),
);

describeWith(['chromium'], 'files on the page of the section’s sheet', () => {
  const profile = freshProfile();
  let chromium: Chromium;
  let page: Page;
  let room: ReturnType<typeof sheetPage>;
  let faults: readonly string[] = [];
  const complaints = async () => [...(await barriers(page)), ...faults];
  beforeAll(async () => {
    chromium = await openChromium({ profile: profile.folder });
    page = await onePage(chromium.context);
    room = sheetPage(page, chromium);
    faults = await watchChromium(page, chromium.address(''));
  });
  beforeEach(async () => {
    await seedFirst(page, chromium, []);
    await room.open();
  });
  afterAll(async () => {
    await chromium?.close();
    profile.remove();
  });

  test.each([
    ['a password', 'a.xlsx', wide('EncryptedPackage'), 'パスワードを外して'],
    ['an .xls', 'a.xls', wide('Workbook'), '.xls形式のファイルです'],
    ['a .csv', 'a.csv', Buffer.from('部署名,目標\n区民課,\n'), '文字だけのファイル'],
    ['nothing in it', 'a.xlsx', Buffer.alloc(0), 'ください'],
    ['half a file', 'a.xlsx', readFileSync(own).subarray(0, 4000), '壊れています'],
    ['a zip bomb (F23)', 'a.xlsx', bomb('a worksheet of 60 MB'), 'ファイルが大きすぎます'],
    ['a bomb that hides its size (F23)', 'a.xlsx', bomb('the same, declared as 1 kB'), 'ください'],
    ['entities of entities (F25)', 'a.xlsx', bomb('entities of entities'), '安全に扱えない作り'],
    [
      'a name that points nowhere (F35)',
      'a.xlsx',
      changed(own, (xml) => xml.replace(/(name="furikaeri_target">)[^<]*/, '$1#REF!')),
      '（名前「furikaeri_target」）の指す所が、消されています',
    ],
  ])('%s is refused in plain words', async (_, name, buffer, words) => {
    await room.choose(fileOf(name, buffer));
    await page.waitForSelector(`.f-notice:has-text("${words}")`);
    await expect.poll(() => page.title()).toMatch(/^エラー：|書く欄の場所/);
    expect(await page.locator('role=button[name="目標と結果を書く"]').count()).toBe(0);
    expect(await complaints()).toEqual([]);
  });

  test('a file dropped on the field is opened; dropped beside it, the page stays', async () => {
    const devtools = await page.context().newCDPSession(page);
    const data = { items: [], files: [resolve(own)], dragOperationsMask: 1 };
    const drop = async (on: string) => {
      const { x = 0, y = 0, height = 0 } = (await page.locator(on).boundingBox()) ?? {};
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
        const at = { x: x + 10, y: y + height / 2 };
        await devtools.send('Input.dispatchDragEvent', { type, ...at, data });
      }
    };
    await page.evaluate(() => {
      addEventListener('drop', ({ defaultPrevented }) => {
        document.body.dataset.kept = String(defaultPrevented);
      });
    });
    await drop('h1');
    await page.waitForSelector('body[data-kept=true]');
    await drop('#workbook');
    await page.waitForSelector('h1:has-text("見つかった内容を確かめる")');
  });

  test('a form with a heading nobody knows is taught by pressing its cells (F34)', async () => {
    const buffer = changed(fixture('ward-merged'), (xml) =>
      xml.replaceAll('目標及び具体的な取組内容', 'ゆめ'),
    );
    await room.choose(fileOf('様式.xlsx', buffer));
    await page.waitForSelector('h1:has-text("目標・結果シートではないようです")');
    expect(await complaints()).toEqual([]);
    await page.click('text=書く場所を教える');
    for (const cell of ['D9', 'G9', 'A9']) {
      await page.click(`.s-cell[data-cell=${cell}]`);
      await page.waitForSelector(`td[data-mark] > .s-cell[data-cell=${cell}]`);
    }
    await page.waitForSelector('td[data-proposed=true]:has-text("実施結果2")');
    expect(await complaints()).toEqual([]);
    await page.click('role=button[name="この場所に書く"]');
    await page.waitForSelector('h1:has-text("見つかった内容を確かめる")');
    await page.selectOption('#section', { index: 2 });
    await room.write();
    await room.fill('target-1', '=1+1');
    await room.check();
    await page.waitForSelector('text==1+1');

    // What was taught is remembered with the draft.
    await room.open();
    await page.click('text=続きを書く');
    await page.waitForSelector('#target-1');
    expect(await page.inputValue('#target-1')).toBe('=1+1');
  });

  test('a sheet of one section that does not tell its name is asked for it', async () => {
    const buffer = changed(fixture('section-single'), (xml) =>
      xml.replaceAll('部署名', '担当者').replaceAll('危機管理担当', '多摩　花子'),
    );
    await room.choose(fileOf('様式.xlsx', buffer));
    await page.waitForSelector('h1:has-text("見つかった内容を確かめる")');
    expect(await complaints()).toEqual([]);
    await page.fill('#section-name', '');
    await page.click('role=button[name="目標と結果を書く"]');
    await page.waitForSelector('.f-error:has-text("部署名を入力してください")');
    expect(await complaints()).toEqual([]);
    await page.fill('#section-name', ' 保護第1課 ');
    await page.press('#section-name', 'Enter');
    await page.waitForSelector('h1:has-text("保護第1課の目標と結果")');
    await room.fill('target-1', '声をかけます。');
    await room.check();
    await page.waitForSelector('caption:has-text("保護第1課（1か所）")');
    // The name is ours alone: its cell is not for us to guess.
    const after = unzipSync(await room.download('text=別のファイルとして保存する'));
    const sheet1 = strFromU8(after['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet1).toContain('声をかけます。');
    expect(sheet1).not.toContain('保護第1課');

    await room.open();
    await page.click('text=続きを書く');
    await page.waitForSelector('#target-1');
    expect(await page.inputValue('#target-1')).toBe('声をかけます。');
  });

  test('texts that stand there without a name are asked whose they are', async () => {
    const buffer = changed(fixture('section-single'), (xml) =>
      xml
        .replaceAll('部署名', '担当者')
        .replaceAll('危機管理担当', '多摩　花子')
        .replace(
          /(<c r="C9"[^>]*?)(?:\/>|>.*?<\/c>)/,
          (_, cell) =>
            `${cell.replace(/ t="\w+"/, '')} t="inlineStr"><is><t>花を絶やしません。</t></is></c>`,
        ),
    );
    await room.choose(fileOf('様式.xlsx', buffer));
    await page.waitForSelector('text=どの部署の行か決められません');
    expect(await complaints()).toEqual([]);
    await page.fill('#which-section', ' 保護第1課 ');
    await page.press('#which-section', 'Enter');
    await page.waitForSelector('text=目標1件、実施結果0件');
    await room.write();
    await page.waitForSelector('h1:has-text("保護第1課の目標と結果")');
    expect(await page.inputValue('#target-1')).toBe('花を絶やしません。');
  });

  test('a section that the form has not is told of, and another is chosen', async () => {
    const buffer = changed(fixture('ward-merged'), (xml) => xml.replaceAll('区民課', '窓口課'));
    await room.choose(fileOf('様式.xlsx', buffer));
    await page.waitForSelector('h2:has-text("「区民課」は、この様式に見つかりません")');
    expect(await page.inputValue('#section')).toBe('');
    expect(await complaints()).toEqual([]);
    await page.selectOption('#section', { label: '区民サービス部　窓口課' });
    await room.write();
    await page.waitForSelector('h1:has-text("窓口課の目標と結果")');
  });

  test('a workbook with macros keeps them to the byte, and its ending', async () => {
    const parts = unzipSync(readFileSync(fixture('section-single')));
    const macros = Uint8Array.from({ length: 5_000 }, (_, at) => (at * 31) & 0xff);
    const types = strFromU8(parts['[Content_Types].xml'] ?? new Uint8Array()).replace(
      /application\/vnd\.openxmlformats-officedocument\.spreadsheetml\.sheet\.main\+xml/,
      'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
    );
    parts['[Content_Types].xml'] = strToU8(types);
    parts['xl/vbaProject.bin'] = macros;
    const original = Buffer.from(zipSync(parts));
    await room.chooseSection(fileOf('様式.xlsm', original));
    await room.write();
    await room.fill('target-1', '声をかけます。');
    await room.check();
    const downloading = page.waitForEvent('download');
    const filled = await room.download('text=別のファイルとして保存する');
    expect((await downloading).suggestedFilename()).toMatch(/^様式_[\d-]+\.xlsm$/);
    expect(textsIn(filled).targets?.[0]?.target).toBe('声をかけます。');
    const after = unzipSync(filled);
    expect(Object.keys(after)).toEqual(Object.keys(parts));
    expect(after['xl/vbaProject.bin']).toEqual(macros);
    expect(after['[Content_Types].xml']).toEqual(parts['[Content_Types].xml']);
    // What is known to be saved is folded away, and can be saved once more.
    await page.setInputFiles('#beside-back', fileOf('様式.xlsm', filled));
    await page.waitForSelector('h2:focus:has-text("保存しました")');
    expect(await page.isVisible('td:has-text("声をかけます。")')).toBe(false);
    // By key: it may have come to stand under the pointer, where a click would be ignored for a moment.
    await page.press('summary:has-text("もう一度保存する")', 'Enter');
    await page.waitForSelector('td:has-text("声をかけます。")');
    expect(await complaints()).toEqual([]);
  });

  test.each([
    ['locked cells (F36)', locked, 'target-1', 'よい窓口', 'シートが保護されています'],
    [
      'a formula where a target goes',
      fixture('formulas'),
      'target-2',
      'よい窓口',
      '数式が入っています',
    ],
    [
      'more than a cell can hold',
      fixture('section-single'),
      'target-1',
      'あ'.repeat(32_768),
      '文を短く',
    ],
  ])('%s is told with its cell before anything is written', async (_, file, field, text, words) => {
    await room.chooseSection(file);
    await room.write();
    await room.fill(field, text);
    await room.check();
    await page.waitForSelector(`.f-notice:has-text("${words}")`);
    expect(await page.innerText('.f-notice')).toMatch(/（場所：.*）/);
    expect(await page.locator('text=別のファイルとして保存する').count()).toBe(0);
    expect(await complaints()).toEqual([]);
    await page.click('text=← 文を直す');
    expect(await page.inputValue(`#${field}`)).toBe(text);
  });

  test('more targets than rows: rows are put in, told before, and the rest moves as a whole', async () => {
    await room.chooseSection(fixture('ward-merged'));
    await room.write();
    await page.click('text=目標を増やす');
    await page.waitForSelector('#target-3:focus');
    await page.click('text=目標を増やす');
    await page.waitForSelector('#target-4:focus');
    for (const no of [1, 2, 3, 4]) await page.fill(`#target-${no}`, `目標の${no}つ目です。`);
    await room.fill('target-4', '=4つ目です。');
    await page.waitForSelector('text=目標が4つあります');
    await room.check();
    await page.waitForSelector('text=「全体」の10行目の下に、行を2つ増やします');
    await page.waitForSelector('th:has-text("目標4 （D12）")');
    expect(await complaints()).toEqual([]);
    const filled = sheetIn(await room.download('text=別のファイルとして保存する'));
    const was = sheetIn(readFileSync(fixture('ward-merged')));
    expect(filled.sections[0]?.targets.map(({ target }) => target)).toEqual([
      '目標の1つ目です。',
      '目標の2つ目です。',
      '目標の3つ目です。',
      '=4つ目です。',
    ]);
    expect(filled.sections.slice(1)).toEqual(was.sections.slice(1));
    expect(filled.policies).toEqual(was.policies);
  });

  test('policies go to their slots, and a target’s policy and philosophy items to their columns', async () => {
    await room.chooseSection(fixture('extra-columns'));
    await room.write();
    await page.click('text=区のサービス向上方針');
    await page.fill('#policy-4', '職員どうしが声をかけ合います。');
    await page.click('text=理念・方針・基準とのつながり >> nth=0');
    await page.click('label:has-text("市民と共感") >> nth=0');
    await page.selectOption('#policy-of-1', '4');
    await room.fill('target-1', '月1回、ほかの課の窓口を見に行きます。');
    await room.check();
    expect(await complaints()).toEqual([]);
    const { policies, sections } = sheetIn(await room.download('text=別のファイルとして保存する'));
    const was = sheetIn(readFileSync(fixture('extra-columns'))).policies;
    expect(policies).toEqual([...was.slice(0, 3), '職員どうしが声をかけ合います。']);
    expect(sections[0]?.targets[0]).toMatchObject({ policy: 4, philosophies: ['empathy'] });
  });
});
