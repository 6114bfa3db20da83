import { readFileSync } from 'node:fs';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { describeWith, patience, program } from '../browser/programs.ts';
import { cards } from './cards.ts';
import { createHost, type Host } from './host/host.ts';
import { openXlsx } from './host/open-xlsx.ts';
import { buildPane, openPane, type PaneBuild } from './pane-page.ts';

// Forms of any office in the pane: taught, handed on as files, chosen between, with what stands in the way.

const opened = (file: string): Host => createHost(openXlsx(new Uint8Array(readFileSync(file))));
const goal = '初めて来た方が迷わないよう、6月までに案内表示を見直します。';

describeWith(['chromium'], 'forms in the pane', () => {
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

  const open = async (host: Host, options?: Parameters<typeof openPane>[3]): Promise<Page> =>
    (await openPane(browser, pane, host, options)).page;
  const says = (page: Page, text: string) =>
    expect.poll(() => page.locator('main').innerText()).toContain(text);
  const press = (page: Page, name: string) =>
    page.getByRole('button', { name, exact: true }).click();
  const cell = (host: Host, address: string) => host.workbook.active.cells.get(address)?.value;

  const teachCards = async (page: Page, host: Host) => {
    await says(page, '目標・結果シートではないようです');
    await page.getByRole('link', { name: '書く場所を教える' }).click();
    await press(page, '目標1の「目標」の欄');
    host.select('B5');
    await says(page, '書く場所（3か所）');
    await press(page, '目標1の「実施結果」の欄');
    host.select('B6');
    await says(page, '書く場所（6か所）');
    await press(page, '「部署名」の欄');
    host.select('B2');
    await expect.poll(() => page.locator('.p-taught').innerText()).toContain('区民課');
  };

  const fill = async (page: Page) => {
    await press(page, '目標と結果を書く');
    for (const no of [1, 2, 3]) await page.fill(`#target-${no}`, `${no}：${goal}`);
    await press(page, 'シートに書き込む');
    await says(page, 'シートに書き込みました');
  };

  const filled = (host: Host) => ['B5', 'B9', 'B13'].map((address) => cell(host, address));

  test('a form of cards is taught, its file handed on, and another pane fills it unasked', async () => {
    const host = cards();
    const page = await open(host);
    await teachCards(page, host);
    await press(page, 'この場所に決める');
    await fill(page);
    expect(filled(host)).toEqual([1, 2, 3].map((no) => `${no}：${goal}`));
    await page.getByRole('link', { name: 'シート', exact: true }).click();
    await page.getByText('この様式と、書く場所の理由').click();
    await page.getByText('様式のファイル', { exact: true }).click();
    await press(page, '様式をファイルに保存する');
    const file = await page.locator('#form-made').innerText();
    const link = page.getByRole('link', { name: 'を保存する' });
    expect(decodeURIComponent((await link.getAttribute('href')) ?? '')).toContain(file);

    const other = cards();
    const second = await open(other);
    await second.setInputFiles('#form-file', {
      name: 'cards.json',
      mimeType: 'application/json',
      buffer: Buffer.from(file),
    });
    await fill(second);
    expect(filled(other)).toEqual(filled(host));
    // It is kept: the next workbook of this form is known at once.
    await second.reload();
    await second.getByRole('button', { name: '目標と結果を書く' }).waitFor();
  });

  test('a form is handed on as a text where no file can be saved', async () => {
    const host = cards();
    const page = await open(host);
    await teachCards(page, host);
    await press(page, 'この場所に決める');
    await page.getByText('この様式と、書く場所の理由').click();
    await page.getByText('様式のファイル', { exact: true }).click();
    await press(page, '様式をファイルに保存する');
    const text = await page.locator('#form-made').innerText();
    const second = await open(cards());
    await second.getByText('文を貼り付ける', { exact: true }).click();
    await second.fill('#form-text', '{}');
    await press(second, 'この様式を使う');
    await says(second, '様式を開けませんでした');
    await second.fill('#form-text', text);
    await press(second, 'この様式を使う');
    await second.getByRole('button', { name: '目標と結果を書く' }).waitFor();
  });

  test('each press is taken back; a label is asked about; a proposal is taken out', async () => {
    const host = cards();
    const page = await open(host);
    await page.getByRole('link', { name: '書く場所を教える' }).click();
    await press(page, '目標1の「目標」の欄');
    host.select('A5');
    await says(page, 'A5「ゆめ」は、見出しのようです');
    expect(await page.locator('.p-taught').count()).toBe(0);
    await press(page, 'ほかのセルを選ぶ');
    host.select('B5');
    await says(page, '書く場所（3か所）');
    await page.getByRole('button', { name: '（B13）を外す' }).click();
    await says(page, '書く場所（');
    await expect.poll(() => page.locator('.p-taught').innerText()).not.toContain('B13');
    await press(page, '一つ前に戻す');
    await expect.poll(() => page.locator('.p-taught').innerText()).toContain('B13');
    // Excel may not tell of selections: what is selected is fetched.
    await press(page, '目標1の「実施結果」の欄');
    host.listeners.clear();
    host.select('B6');
    await press(page, '選んでいるセルにする');
    await says(page, '書く場所（6か所）');
    await press(page, '一つ前に戻す');
    await says(page, '書く場所（3か所）');
  });

  test('of two readings one press decides, and it is kept', async () => {
    const host = opened('test/fixtures/forms/10-section-half-years.xlsx');
    const page = await open(host);
    await says(page, '書く場所の読み方が2つあります');
    await expect.poll(() => page.locator('.p-picture').count()).toBe(2);
    await press(page, '読み方2にする');
    await page.getByRole('button', { name: '目標と結果を書く' }).waitFor();
    const name = page.locator('#section-name');
    if (await name.isVisible()) await name.fill('区民課');
    await press(page, '目標と結果を書く');
    await page.fill('#target-1', goal);
    await press(page, 'シートに書き込む');
    await says(page, 'シートに書き込みました');
    expect([...host.workbook.active.cells.values()].some(({ value }) => value === goal)).toBe(true);
    await page.reload();
    await page.getByRole('button', { name: '目標と結果を書く' }).waitFor();
    await page.getByText('この様式と、書く場所の理由').click();
    await says(page, '覚えた場所を忘れる');
    await press(page, '覚えた場所を忘れる');
    await says(page, '書く場所の読み方が2つあります');
  });

  test('where two kept forms fit, it is asked which', async () => {
    const host = cards();
    const page = await open(host);
    await teachCards(page, host);
    await press(page, 'この場所に決める');
    await page.getByText('この様式と、書く場所の理由').click();
    await page.getByRole('link', { name: '書く場所が違う（教え直す）' }).click();
    await press(page, '目標1の「目標」の欄');
    host.select('B6');
    await press(page, '目標1の「実施結果」の欄');
    host.select('B5');
    await press(page, '「部署名」の欄');
    host.select('B2');
    await expect.poll(() => page.locator('.p-taught').innerText()).toContain('区民課');
    await press(page, 'この場所に決める');
    await page.getByRole('button', { name: '目標と結果を書く' }).waitFor();
    await page.reload();
    await says(page, '書く場所の読み方が2つあります');
    // The newer stands first.
    await says(page, '目標1：B6');
    await press(page, '読み方1にする');
    await press(page, '目標と結果を書く');
    await page.fill('#target-1', goal);
    await press(page, 'シートに書き込む');
    await says(page, 'シートに書き込みました');
    expect(cell(host, 'B6')).toBe(goal);
  });

  test('cells that show one line: the tick wraps them, and undo unwraps them', async () => {
    const host = opened('templates/section.xlsx');
    const sheet = host.workbook.active;
    for (const [at, one] of sheet.cells) {
      sheet.cells.set(at, { ...one, format: { ...one.format, wrapText: false } });
    }
    const wrapped = () =>
      [...sheet.cells].filter(([, { format }]) => format.wrapText).map(([at]) => at);
    const page = await open(host);
    await says(page, '「折り返して全体を表示する」になっていない欄があります');
    await page.fill('#section-name', '区民課');
    await press(page, '目標と結果を書く');
    await page.fill('#target-1', '短い目標');
    expect(await page.locator('#wraps').count()).toBe(0);
    await page.fill('#target-1', goal.repeat(3));
    await expect
      .poll(() => page.locator('.s-wraps [data-when] > div').allInnerTexts())
      .toEqual([goal.repeat(3), goal.repeat(3)]);
    await page.check('#wraps');
    host.countAnew();
    await press(page, 'シートに書き込む');
    await says(page, 'シートに書き込みました');
    expect(host.roundTrips).toBe(3);
    expect(wrapped()).toEqual(['C11']);
    await press(page, '取り消す');
    await says(page, '取り消しました');
    expect(wrapped()).toEqual([]);
  });

  test('on a protected worksheet unlocked cells are written, and nothing is unprotected', async () => {
    const host = opened('templates/section.xlsx');
    const sheet = host.workbook.active;
    for (const [at, one] of sheet.cells) {
      const locked = one.value !== '' || one.formula !== null;
      sheet.cells.set(at, { ...one, format: { ...one.format, locked } });
    }
    sheet.protection = { allowed: new Set(), password: 'ward' };
    const page = await open(host);
    await says(page, '入力できるセルにだけ書き込みます');
    await page.fill('#section-name', '区民課');
    await press(page, '目標と結果を書く');
    await page.fill('#target-1', `${goal}\n${goal}\n${goal}`);
    await page.fill('#target-2', '=1+1');
    await press(page, 'シートに書き込む');
    await says(page, 'シートに書き込みました');
    expect(String(cell(host, 'C11'))).toContain(goal);
    expect(cell(host, 'C12')).toBe('=1+1');
    expect(sheet.cells.get('C12')?.formula).toBeNull();
    expect(sheet.protection?.password).toBe('ward');
    await press(page, '取り消す');
    await says(page, '取り消しました');
    expect(cell(host, 'C11') ?? '').toBe('');
  });

  test('a form over several worksheets is written in three round trips, and taken back in three', async () => {
    const host = opened('test/fixtures/forms/21-sheet-per-target.xlsx');
    const text = () =>
      JSON.stringify(
        host.workbook.sheets.map(({ cells }) => [...cells].map(([, { value }]) => value)),
      );
    const before = text();
    const page = await open(host);
    const name = page.locator('#section-name');
    await page.getByRole('button', { name: '目標と結果を書く' }).waitFor();
    if (await name.isVisible()) await name.fill('区民課');
    await press(page, '目標と結果を書く');
    for (const no of [1, 2, 3]) await page.fill(`#target-${no}`, `${no}：${goal}`);
    host.countAnew();
    await press(page, 'シートに書き込む');
    await says(page, 'シートに書き込みました');
    expect(host.roundTrips).toBe(3);
    for (const no of [1, 2, 3]) expect(text()).toContain(`${no}：${goal}`);
    host.countAnew();
    await press(page, '取り消す');
    await says(page, '取り消しました');
    expect(text()).toBe(before);
  });

  test.each([
    [320, 378],
    [350, 768],
  ])('%i × %i: teaching is whole and fit for all', async (width, height) => {
    const host = cards();
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
    await says(page, '目標・結果シートではないようです');
    await look();
    await teachCards(page, host);
    for (const summary of await page.locator('summary').all()) await summary.click();
    await look();
    await press(page, 'この場所に決める');
    await page.getByText('この様式と、書く場所の理由').click();
    await look();
  });
});
