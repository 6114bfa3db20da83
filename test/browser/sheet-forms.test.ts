import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeFormFile } from '../../core/formats/form-file.ts';
import type { Form } from '../../core/sheet/form/form.ts';
import { openForm } from '../../core/sheet/form/open.ts';
import { gridsOf } from '../../core/xlsx/read/read-grids.ts';
import { openWorkbook } from '../../core/xlsx/read/workbook.ts';
import { type Chromium, openChromium } from './chromium.ts';
import { freshProfile, type Profile } from './profile.ts';
import { describeWith } from './programs.ts';
import { seedFirst } from './seed.ts';
import { fileOf, sheetPage } from './sheet-page.ts';
import { barriers } from './state.ts';
import { onePage } from './store.ts';
import { watchChromium } from './watch.ts';

// Forms that offices drew: known at once, decided with one press, or taught once for all of a ward.

const form = (name: string) => `test/fixtures/forms/${name}.xlsx`;
const targetText = '声をかけ、迷う方を10分お待たせしません。';
const resultText = '月1回見直し、お尋ねが減りました。';

/** What stands in some cells of a workbook's first worksheet. */
function cellsIn(bytes: Uint8Array, cells: readonly string[]) {
  const workbook = openWorkbook(bytes);
  const [grid] = workbook.ok ? gridsOf(workbook.value) : [];
  return Object.fromEntries(cells.map((cell) => [cell, grid?.cells.get(cell)?.text ?? '']));
}

describeWith(['chromium'], 'forms as offices draw them', () => {
  let profile: Profile;
  let chromium: Chromium;
  let page: Page;
  let room: ReturnType<typeof sheetPage>;
  let faults: readonly string[] = [];
  const complaints = async () => [...(await barriers(page)), ...faults];
  /** As on a PC that has seen none of it. */
  const start = async () => {
    profile = freshProfile();
    chromium = await openChromium({ profile: profile.folder });
    page = await onePage(chromium.context);
    room = sheetPage(page, chromium);
    faults = await watchChromium(page, chromium.address(''));
    await seedFirst(page, chromium, []);
    await room.open();
  };
  const stop = async () => {
    await chromium.close();
    profile.remove();
  };
  beforeEach(start);
  afterEach(stop);

  const found = () => page.waitForSelector('h1:has-text("見つかった内容を確かめる")');
  /** Target 1 and its result are written and saved; the cells of the file that comes of it. */
  const fillFirst = async (cells: readonly string[]) => {
    await room.write();
    await page.fill('#target-1', targetText);
    await page.check('input[name=phase][value=end]');
    await room.fill('result-1', resultText);
    await room.check();
    expect(await complaints()).toEqual([]);
    return cellsIn(await room.download('text=別のファイルとして保存する'), cells);
  };
  const press = async (cell: string) => {
    await page.click(`.s-cell[data-cell=${cell}]`);
    await page.waitForSelector(`td[data-mark] > .s-cell[data-cell=${cell}]`);
  };

  test.each([
    ['01-ward-as-published', 'C24', 'D24'],
    ['15-cards-graph-paper', 'O11', 'O19'],
    ['25-single-target', 'B4', 'B6'],
  ])('%s is filled unasked', async (name, target, result) => {
    await room.choose(form(name));
    await found();
    await page.waitForSelector('.s-drawn td[data-mark=target]:has-text("目標1")');
    await page.click('summary:has-text("なぜここ？")');
    await page.waitForSelector('th:has-text("実施結果") + td:has-text("ため")');
    expect(await complaints()).toEqual([]);
    expect(await fillFirst([target, result])).toEqual({
      [target]: targetText,
      [result]: resultText,
    });
  });

  test('where a form’s list has other words than 達成, one of them is chosen, for all targets', async () => {
    await room.choose(form('09-section-pdca'));
    await found();
    await room.write();
    await page.check('input[name=phase][value=end]');
    for (const no of [1, 2]) {
      await page.fill(`#target-${no}`, targetText);
      await page.fill(`#result-${no}`, resultText);
      await page.check(`input[name=achievement-${no}][value=achieved]`);
    }
    const word = '#achievement-word-1';
    await page.waitForSelector(`label:has-text("この様式で「達成」を表す言葉")`);
    expect(await page.locator(`${word} option`).allInnerTexts()).toEqual([
      'まだ選ばない',
      ...'ＡＢＣＤ',
    ]);
    await room.check();
    await page.waitForSelector(
      '.f-notice:has-text("書けるのは、決められた言葉だけです（Ａ、Ｂ、Ｃ、Ｄ）")',
    );
    await page.click('text=文を直す');
    await page.selectOption(word, 'Ａ');
    await expect.poll(() => page.inputValue('#achievement-word-2')).toBe('Ａ');
    expect(await complaints()).toEqual([]);
    await room.check();
    expect(await page.locator('text=決められた言葉だけ').count()).toBe(0);
    const file = await room.download('text=別のファイルとして保存する');
    expect(cellsIn(file, ['H8', 'H9', 'H10'])).toEqual({ H8: 'Ａ', H9: 'Ａ', H10: '' });
  });

  test('a form of cards is taught once; another PC opens the form’s file and is asked nothing', async () => {
    await room.choose(form('20-improvement-card'));
    await page.waitForSelector('h1:has-text("この場所に書いてよいですか")');
    // What was found is drawn, and is not what this office means.
    await page.waitForSelector('.s-reading td[data-mark=target]');
    expect(await complaints()).toEqual([]);
    await page.click('text=違う（セルを押して教える）');
    // A label is not written over without a warning.
    await page.click('.s-cell[data-cell=D5]');
    await page.waitForSelector('h2:focus:has-text("「改善策」（D5）は、様式の見出しのようです")');
    expect(await complaints()).toEqual([]);
    await page.click('role=button[name="ほかのセルを押す"]');
    await press('E5');
    await page.waitForSelector('[role=status]:has-text("「実施結果1」を書くセルを")');
    await press('C4');
    await page.click('role=button[name="1つ前に戻す"]');
    await page.waitForSelector('td:not([data-mark]) > .s-cell[data-cell=C4]');
    await page.selectOption('#teach-field', 'result');
    await press('C6');
    await press('C2');
    // The others are proposed; one is taken out, and added again.
    for (const [cell, name] of [
      ['E9', '目標2'],
      ['C10', '実施結果2'],
      ['E13', '目標3'],
    ] as const) {
      await page.waitForSelector(
        `td[data-proposed=true] > .s-cell[data-cell=${cell}]:has-text("${name}")`,
      );
    }
    await page.click('summary:has-text("書く場所の一覧")');
    await page.click('role=button[name=/目標3（改善カード\\sE13）を外す$/]');
    await page.waitForSelector('td:not([data-mark]) > .s-cell[data-cell=E13]');
    await page.click('role=button[name="1つ前に戻す"]');
    await page.waitForSelector('td[data-proposed=true] > .s-cell[data-cell=E13]');
    expect(await complaints()).toEqual([]);
    await page.fill('#form-title', '業務改善カード');
    await page.click('role=button[name="この場所に書く"]');
    await found();
    await page.waitForSelector('text=このPCが覚えている様式「業務改善カード」です');
    expect(await complaints()).toEqual([]);
    const file = await room.download('role=button[name="様式をファイルに保存する"]');

    // It is known by itself the next time.
    await room.open();
    await page.waitForSelector('summary:has-text("覚えている様式（1）")');
    await room.choose(form('20-improvement-card'));
    await found();
    await stop();

    await start();
    await room.choose(fileOf('様式.json', file));
    await page.waitForSelector('h2:has-text("様式「業務改善カード」を覚えました")');
    expect(await complaints()).toEqual([]);
    await room.choose(form('20-improvement-card'));
    await found();
    await page.fill('#section-name', '道路公園課');
    const cells = ['C2', 'E5', 'C6', 'B5', 'D5'];
    expect(await fillFirst(cells)).toEqual({
      ...cellsIn(readFileSync(form('20-improvement-card')), cells),
      C2: '区民サービス部\n道路公園課',
      E5: targetText,
      C6: resultText,
    });
  });

  test('of a worksheet for each 年度 one press decides, and a draft keeps it', async () => {
    await room.choose(form('159-worksheet-per-year'));
    await page.waitForSelector('h1:has-text("どの年度のシートに書きますか")');
    expect(await page.locator('.s-reading h2').allInnerTexts()).toEqual(['令和8年度', '令和7年度']);
    expect(await complaints()).toEqual([]);
    await page.click('role=button[name="令和7年度：この年度に書く"]');
    await found();
    await page.waitForSelector('dd:has-text("Ｒ７")');
    await room.write();
    await room.fill('result-1', resultText);
    await room.open();
    await page.click('text=続きを書く');
    await page.waitForSelector('#result-1');
    expect(await page.inputValue('#result-1')).toBe(resultText);
    await page.waitForSelector('h1:has-text("令和7年度")');
  });

  test('of two readings one press decides, and a draft keeps it', async () => {
    await room.choose(form('10-section-half-years'));
    await page.waitForSelector('h1:has-text("どの読み方で書きますか")');
    expect(await page.locator('.s-reading').count()).toBe(2);
    await page.waitForSelector(
      '.s-reading:nth-of-type(2) td[data-mark=result]:has-text("実施結果1")',
    );
    expect(await complaints()).toEqual([]);
    await page.click('role=button[name="読み方2：この読み方で書く"]');
    await found();
    expect(await fillFirst(['C6', 'D6', 'E6'])).toEqual({ C6: targetText, D6: resultText, E6: '' });
    await room.open();
    await page.click('text=続きを書く');
    await page.waitForSelector('#target-1');
    expect(await page.inputValue('#result-1')).toBe(resultText);
  });

  test('where two forms that were handed out fit, it is asked which is meant', async () => {
    const file = form('10-section-half-years');
    const workbook = openWorkbook(readFileSync(file));
    const opened = workbook.ok && openForm(gridsOf(workbook.value), []);
    const readings = opened && 'readings' in opened ? opened.readings : [];
    expect(readings).toHaveLength(2);
    for (const [index, title] of ['年度末用', '上半期用'].entries()) {
      const own = { ...(readings[index]?.form as Form), id: `form-${index}`, title };
      await room.choose(fileOf(`${title}.json`, Buffer.from(makeFormFile(own))));
      await page.waitForSelector(`h2:has-text("様式「${title}」を覚えました")`);
    }
    await room.choose(file);
    await page.waitForSelector('h1:has-text("どの様式ですか")');
    expect(await complaints()).toEqual([]);
    await page.click('role=button[name="上半期用：この読み方で書く"]');
    await found();
    await page.waitForSelector('text=このPCが覚えている様式「上半期用」です');
    expect(await fillFirst(['C6', 'D6', 'E6'])).toEqual({ C6: targetText, D6: resultText, E6: '' });
    // Once one of them is forgotten, the other is known unasked.
    await room.open();
    await page.click('summary:has-text("覚えている様式（2）")');
    await page.click('role=button[name="様式「上半期用」を忘れる"]');
    await page.press('dialog[open] >> role=button[name="忘れる"]', 'Enter');
    await page.waitForSelector('summary:has-text("覚えている様式（1）")');
    await room.choose(file);
    await found();
    await page.waitForSelector('text=このPCが覚えている様式「年度末用」です');
  });

  test('what is no such form is told as such, and can be taught nevertheless', async () => {
    await room.choose(form('31-not-budget'));
    await page.waitForSelector('h1:has-text("目標・結果シートではないようです")');
    await page.waitForSelector('text=「目標」と「実施結果」の欄を探しました');
    expect(await complaints()).toEqual([]);
    await page.click('text=書く場所を教える');
    await page.waitForSelector('.s-cell');
    expect(await page.locator('role=button[name="この場所に書く"]').count()).toBe(0);
    expect(await complaints()).toEqual([]);
  });

  test('of a protected sheet the unlocked cells are filled; rows are not put in', async () => {
    await room.choose('test/fixtures/xlsx-cases/protected-unlocked.xlsx');
    await found();
    const protectedCells = await fillFirst(['C3', 'D3', 'C2']);
    expect(protectedCells).toEqual({ C3: targetText, D3: resultText, C2: '目標' });
    await page.click('text=← 文を直す');
    await page.click('text=目標を増やす');
    await room.fill('target-4', targetText);
    await room.check();
    await page.waitForSelector('.f-notice:has-text("ください")');
    expect(await page.locator('text=別のファイルとして保存する').count()).toBe(0);
    await page.click('text=文を直す >> nth=-1');
    await page.waitForSelector('#target-4');
  });
});
