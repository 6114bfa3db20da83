import { readFileSync } from 'node:fs';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { describeWith, patience, program } from '../browser/programs.ts';
import { createHost, type Host } from './host/host.ts';
import { openXlsx } from './host/open-xlsx.ts';
import { newSheet, newWorkbook } from './host/workbook.ts';
import { buildPane, openPane, type PaneBuild } from './pane-page.ts';

const opened = (file: string): Host => createHost(openXlsx(new Uint8Array(readFileSync(file))));

const own = 'templates/section.xlsx';
const ward = 'test/fixtures/templates/ward-filled.xlsx';
const goal = '初めて来た方が迷わないよう、6月までに案内表示を見直します。';

describeWith(['chromium'], 'the pane in Excel', () => {
  let browser: Browser;
  let pane: PaneBuild;

  beforeAll(async () => {
    pane = await buildPane();
    browser = await chromium.launch({
      executablePath: program('chromium'),
      timeout: patience,
      args: ['--no-sandbox'],
    });
  });
  afterAll(async () => {
    await browser?.close();
    pane?.remove();
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
  });

  const open: (host: Host, options?: Parameters<typeof openPane>[3]) => Promise<Page> = async (
    host,
    options,
  ) => (await openPane(browser, pane, host, options)).page;

  const says = (page: Page, text: string) =>
    expect.poll(() => page.locator('main').innerText()).toContain(text);

  const press = (page: Page, name: string) =>
    page.getByRole('button', { name, exact: true }).click();

  /** Names the section, and comes to the form. */
  const begin = async (page: Page, section: string | null) => {
    if (section !== null) await page.fill('#section-name', section);
    await press(page, '目標と結果を書く');
    await page.locator('#target-1').waitFor();
  };

  const cell = (host: Host, address: string) => host.workbook.active.cells.get(address)?.value;

  test('a chief fills in, checks, jumps to a cell, and takes it back', async () => {
    const host = opened(own);
    const { page, complaints } = await openPane(browser, pane, host);
    await says(page, '目標・結果');
    // The worksheet, and the listening, which begins once the page stands.
    await expect.poll(() => host.roundTrips).toBe(2);
    await begin(page, '区民課');
    await page.fill('#target-1', goal);
    host.countAnew();
    await press(page, 'シートに書き込む');
    await says(page, 'シートに書き込みました');
    expect(host.roundTrips).toBe(3);
    expect(cell(host, 'C11')).toBe(goal);

    await page.getByRole('link', { name: '点検' }).click();
    await says(page, 'ヒントが');
    host.countAnew();
    await page.getByRole('button', { name: '区民課のC11へ' }).first().click();
    await expect.poll(() => host.workbook.selection).toMatchObject({ top: 11, left: 3 });
    expect(host.roundTrips).toBe(1);

    host.countAnew();
    await press(page, '取り消す');
    await says(page, '取り消しました');
    expect(cell(host, 'C11') ?? '').toBe('');
    expect(cell(host, 'C4') ?? '').toBe('');
    expect(complaints).toEqual([]);
  });

  test('what was written and not put into the worksheet is there when the pane opens again', async () => {
    const host = opened(own);
    const page = await open(host);
    await begin(page, '区民課');
    await page.fill('#target-1', goal);
    await page.reload();
    await page.locator('#section-name').waitFor();
    expect(await page.inputValue('#section-name')).toBe('区民課');
    await press(page, '目標と結果を書く');
    await expect.poll(() => page.inputValue('#target-1')).toBe(goal);
    expect(cell(host, 'C11') ?? '').toBe('');
  });

  test('a draft names its workbook; in another of the same section it is asked about', async () => {
    const host = opened(own);
    host.workbook.fileName = '区民課 様式.xlsx';
    host.type('C4', '区民課');
    const page = await open(host);
    await begin(page, null);
    await page.fill('#target-1', goal);
    await page.reload();
    await says(page, 'このPCに、区民課の書きかけがあります');
    await says(page, '「区民課 様式.xlsx」に書いていたものです');

    host.workbook.fileName = '区民課 再提出.xlsx';
    host.type('C11', '再提出の目標です。');
    await page.reload();
    await press(page, '目標と結果を書く');
    await says(page, '書きかけは、別のファイル「区民課 様式.xlsx」に書いていたものです');
    await says(page, '再提出の目標です。');
    expect(await page.locator('#target-1').count()).toBe(0);
    await press(page, '選ばずに戻る');
    await press(page, '目標と結果を書く');
    await press(page, '書きかけを続ける');
    await expect.poll(() => page.inputValue('#target-1')).toBe(goal);
    await press(page, 'シートに書き込む');
    await says(page, 'シートに書き込みました');
    expect(cell(host, 'C11')).toBe(goal);
  });

  test('of another workbook’s draft and the worksheet the worksheet may be chosen', async () => {
    const host = opened(own);
    host.workbook.fileName = 'ひとつめ.xlsx';
    host.type('C4', '区民課');
    const page = await open(host);
    await begin(page, null);
    await page.fill('#target-1', goal);
    await page.reload();
    await says(page, '書きかけがあります');
    host.workbook.fileName = 'ふたつめ.xlsx';
    host.type('C11', 'こちらの目標です。');
    await page.reload();
    await press(page, '目標と結果を書く');
    await press(page, 'ファイルの文から始める');
    await expect.poll(() => page.inputValue('#target-1')).toBe('こちらの目標です。');
    // Each is kept, and gone on with in its own workbook.
    await page.fill('#target-1', '局の目標です。');
    for (const [name, own] of [
      ['ひとつめ.xlsx', goal],
      ['ふたつめ.xlsx', '局の目標です。'],
    ] as const) {
      host.workbook.fileName = name;
      await page.reload();
      await says(page, `「${name}」に書いていたものです`);
      await press(page, '目標と結果を書く');
      await expect.poll(() => page.inputValue('#target-1')).toBe(own);
    }
  });

  test('what Excel tells of the workbook is told at opening, and a draft’s other 年度', async () => {
    const host = opened(ward);
    host.workbook.fileName = '目標.xlsm';
    host.workbook.readOnly = true;
    const page = await open(host);
    await says(page, 'マクロを入れられる形式のブックです');
    await says(page, '読み取り専用で開いているブックです');
    await page.evaluate(() => localStorage.setItem('furikaeri.pane.draft-year', '2031'));
    await page.reload();
    await says(page, '書きかけは令和13年度（2031年度）のものです');
  });

  test('what changes in the worksheet shows in the pane; where both changed, the chief is asked', async () => {
    const host = opened(own);
    host.type('C4', '区民課');
    const page = await open(host);
    await begin(page, null);
    host.type('C11', '同僚が書いた目標です。', 'Remote');
    await expect.poll(() => page.inputValue('#target-1')).toBe('同僚が書いた目標です。');
    await page.fill('#target-1', goal);
    host.type('C11', '同僚が直した目標です。', 'Remote');
    await says(page, '目標1の「目標」が、シートでも変わりました');
    expect(await page.inputValue('#target-1')).toBe(goal);
    await press(page, 'シートに書き込む');
    await says(page, 'どちらを残すか選んでください');
    expect(cell(host, 'C11')).toBe('同僚が直した目標です。');
    await press(page, 'こちらの文を残す');
    await press(page, 'シートに書き込む');
    await says(page, 'シートに書き込みました');
    expect(cell(host, 'C11')).toBe(goal);
  });

  test('a change that the pane has not heard of is found before anything is written (F39)', async () => {
    const host = opened(own);
    host.type('C4', '区民課');
    const page = await open(host);
    await begin(page, null);
    await page.fill('#target-1', goal);
    host.listeners.clear();
    host.type('C11', '同僚の文です。', 'Remote');
    await press(page, 'シートに書き込む');
    await says(page, 'どちらを残すか選んでください');
    expect(cell(host, 'C11')).toBe('同僚の文です。');
    await press(page, 'シートの文にする');
    await expect.poll(() => page.inputValue('#target-1')).toBe('同僚の文です。');
  });

  test('cells are pointed at; they are remembered on this PC, and the workbook stays as it is', async () => {
    const host = createHost(newWorkbook('様式'));
    host.type('A1', '課の年間計画');
    for (const [place, text] of Object.entries({
      A3: '番号',
      B3: 'めあて',
      C3: 'したこと',
      A4: '1',
      A5: '2',
    })) {
      host.type(place, text);
    }
    const before = JSON.stringify([...host.workbook.active.cells]);
    const page = await open(host);
    await says(page, '目標・結果シートではないようです');
    await page.getByRole('link', { name: '書く場所を教える' }).click();
    await press(page, '目標1の「目標」の欄');
    host.select('B3');
    await says(page, 'B3「めあて」は、見出しのようです');
    host.select('B4');
    await press(page, '目標1の「実施結果」の欄');
    host.select('C4');
    await says(page, '書く場所（');
    await press(page, 'この場所に決める');
    await says(page, 'この様式と、書く場所の理由');
    await page.reload();
    await page.getByText('この様式と、書く場所の理由').click();
    await says(page, '覚えた場所を忘れる');
    expect(JSON.stringify([...host.workbook.active.cells])).toBe(before);
    expect(host.workbook.names).toEqual([]);
  });

  test.each([
    [
      'an empty workbook',
      () => createHost(newWorkbook('Sheet1')),
      '「Sheet1」には、まだ何もありません',
    ],
    [
      'no template',
      () => {
        const host = createHost(newWorkbook('名簿'));
        host.type('A1', '氏名');
        return host;
      },
      '目標・結果シートではないようです',
    ],
    [
      'a chart sheet in front',
      () => {
        const host = opened(own);
        const chart = newSheet('グラフ', 'chart', 9);
        host.workbook.sheets.push(chart);
        host.workbook.active = chart;
        return host;
      },
      '表のあるワークシートを開いてください',
    ],
    [
      'a protected worksheet',
      () => opened('test/fixtures/templates/protected.xlsx'),
      'シートが保護されています',
    ],
    [
      'a column that was deleted',
      () => {
        const host = opened(own);
        for (const name of host.workbook.names) {
          if (name.name === 'furikaeri_result') name.formula = '=#REF!';
        }
        return host;
      },
      'furikaeri_result',
    ],
    [
      'the template in another worksheet',
      () => withBlankInFront(1),
      'ひな形は、別のシートにあります',
    ],
    ['two templates', () => withBlankInFront(2), 'ひな形が、別のシートに2つあります'],
  ] as const)('%s: one plain message', async (_, make, message) => {
    await says(await open(make()), message);
  });

  test('a template in another worksheet is one press away', async () => {
    const host = withBlankInFront(2);
    const page = await open(host);
    await press(page, '「目標・結果」を開く');
    await page.locator('#section-name').waitFor();
    expect(host.workbook.active.name).toBe('目標・結果');
  });

  test('an error of Excel: said in plain words, nothing half-written, what was written stays', async () => {
    const host = opened(own);
    const page = await open(host);
    await begin(page, '区民課');
    await page.fill('#target-1', goal);
    const before = JSON.stringify([...host.workbook.active.cells]);
    host.failAt({ trip: 2, code: 'GeneralException', afterActions: 12 });
    await press(page, 'シートに書き込む');
    await says(page, 'シートを元に戻しました');
    expect(JSON.stringify([...host.workbook.active.cells])).toBe(before);
    expect(await page.inputValue('#target-1')).toBe(goal);
    host.failAt({ trip: 1, code: 'AccessDenied' });
    await press(page, 'シートに書き込む');
    await says(page, '「校閲」タブで保護を解いて');
    await press(page, 'シートに書き込む');
    await says(page, 'シートに書き込みました');
  });

  test('the chief is in the midst of a cell: the pane waits for it (F38)', async () => {
    const host = opened(own);
    const page = await open(host);
    await begin(page, '区民課');
    await page.fill('#target-1', goal);
    host.beginCellEdit();
    await press(page, 'シートに書き込む');
    await page.waitForTimeout(300);
    expect(cell(host, 'C11') ?? '').toBe('');
    // What is typed meanwhile goes along.
    await page.fill('#target-2', '二つ目の目標です。');
    host.endCellEdit();
    await says(page, 'シートに書き込みました');
    expect(cell(host, 'C11')).toBe(goal);
    expect(cell(host, 'C12')).toBe('二つ目の目標です。');
    expect(await page.inputValue('#target-2')).toBe('二つ目の目標です。');
  });

  test('our own template in an empty workbook, and away again', async () => {
    const host = createHost(newWorkbook('Sheet1'));
    const page = await open(host, { room: '#/new' });
    await press(page, 'シートを作る');
    await page.locator('#section-name').waitFor();
    expect(host.workbook.active.name).toBe('目標・結果');
    await press(page, '取り消す');
    await says(page, '取り消しました');
    expect(host.workbook.sheets.map(({ name }) => name)).toEqual(['Sheet1']);
  });

  test('three round trips, whatever the size', async () => {
    const host = opened('templates/ward.xlsx');
    const page = await open(host);
    await begin(page, '区民課');
    for (const no of [1, 2, 3]) await page.fill(`#target-${no}`, `${no}：${goal}`);
    host.countAnew();
    await press(page, 'シートに書き込む');
    await says(page, 'シートに書き込みました');
    expect(host.roundTrips).toBe(3);
  });

  test('last year’s sheet lies beside, from its file', async () => {
    const page = await open(opened(own));
    await begin(page, '区民課');
    await page.getByText('昨年度のシートを横に置く').click();
    await page.setInputFiles('#last-year', ward);
    await says(page, 'ward-filled.xlsx');
  });

  test.each([
    ['en-US', 'Targets and results'],
    ['ja-JP', '目標・結果シート'],
  ])('speaks as Excel does: %s', async (displayLanguage, title) => {
    const page = await open(opened(own), { displayLanguage });
    expect(await page.locator('h1').innerText()).toBe(title);
    const other = displayLanguage === 'en-US' ? '日本語' : 'English';
    await press(page, other);
    await page.reload();
    await expect.poll(() => page.locator('h1').innerText()).not.toBe(title);
  });

  test.each([
    ['plain', 'これは、Excelの中で開く画面です'],
    ['offline', 'Excelとつながるための部品を読み込めませんでした'],
  ] as const)(
    'outside Excel (%s) it says what it is and leads to the page (F42)',
    async (host, words) => {
      const { page } = await openPane(browser, pane, host);
      // A browser that is not Japanese is spoken to in English.
      if ((await page.locator('html').getAttribute('lang')) === 'en') await press(page, '日本語');
      await says(page, words);
      const link = page.getByRole('link', { name: '「目標・結果シート」の画面を開く' });
      expect(await link.getAttribute('href')).toBe('pages/sheet.html');
    },
  );

  test('an Excel that is too old is told so', async () => {
    await says(await open(opened(own), { excelApi: 1.12 }), 'このExcelでは使えません');
  });

  test('Microsoft’s script leaves the page its history', async () => {
    const page = await open(opened(own));
    expect(await page.evaluate(() => typeof history.pushState)).toBe('function');
    expect(await page.evaluate(() => typeof history.replaceState)).toBe('function');
  });

  test.each([
    [320, 378],
    [350, 768],
  ])(
    '%i × %i: nothing for axe to find, nothing cut off, the way on in view',
    async (width, height) => {
      const host = opened(ward);
      const page = await open(host, { width, height });
      const look = async () => {
        await page.evaluate(axe.source);
        const { violations } = await page.evaluate(() =>
          (globalThis as unknown as { axe: typeof axe }).axe.run(),
        );
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
        const scrolls = await page.evaluate(
          () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
        );
        expect(scrolls).toBe(false);
      };
      const inView = async (name: string) => {
        const box = await page.getByRole('button', { name, exact: true }).boundingBox();
        expect((box?.y ?? height) + (box?.height ?? 0)).toBeLessThanOrEqual(height);
      };
      await page.locator('#section').waitFor();
      await look();
      await inView('目標と結果を書く');
      await page.selectOption('#section', { index: 3 });
      await press(page, '目標と結果を書く');
      await page.locator('#target-1').waitFor();
      await inView('シートに書き込む');
      for (const summary of await page.locator('summary').all()) await summary.click();
      await look();
      await page.fill('#target-1', `${goal}\n${'おおさかとっきょきょかきょく'.repeat(8)}`);
      await press(page, 'シートに書き込む');
      await says(page, 'シートに書き込みました');
      await look();
      for (const [view, field] of [
        ['点検', '#phase'],
        ['ひな形', '#kind'],
      ] as const) {
        await page.getByRole('link', { name: view, exact: true }).click();
        await page.getByRole('heading', { level: 1, name: titles[view] }).waitFor();
        await page.locator(field).waitFor();
        await look();
      }
    },
  );
});

const titles = { 点検: 'シート全体を点検する', ひな形: 'ひな形を作る' } as const;

/** Templates behind a worksheet that has none. */
function withBlankInFront(count: number): Host {
  const host = opened(own);
  const [template] = host.workbook.sheets;
  if (!template) throw new Error('no sheet');
  const front = newSheet('表紙', 'worksheet', 8);
  host.workbook.sheets.unshift(front);
  if (count === 2) {
    host.workbook.sheets.push({
      ...template,
      id: '{00000000-0001-0000-0007-000000000000}',
      name: '控え',
      cells: new Map(template.cells),
    });
  }
  host.workbook.active = front;
  host.type('A1', '表紙です');
  return host;
}
