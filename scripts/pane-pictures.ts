import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { createHost } from '../test/excel/host/host.ts';
import { openXlsx } from '../test/excel/host/open-xlsx.ts';
import { paneFills } from '../test/excel/pane-fills.ts';
import { buildPane, openPane } from '../test/excel/pane-page.ts';
import type { Scenario } from '../test/excel/scenarios.ts';
import { convert } from '../test/office/libre-office.ts';
import { findProgram } from './browsers.ts';

// `node scripts/pane-pictures.ts`: the pane, and the sheet that it wrote as LibreOffice prints it.

const year: Scenario = {
  title: 'a whole year',
  template: 'templates/section.xlsx',
  section: '区民課',
  policies: [
    '市民の立場に立って、分かりやすく丁寧にご案内します。',
    '困りごとに気付き、担当の窓口まで確かにおつなぎします。',
    '待ち時間を短くし、快適に過ごせる庁舎にします。',
    null,
  ],
  targets: [
    {
      no: 1,
      scene: '庁舎案内',
      target: '初めて来た方が迷わないよう、6月までに1階の案内表示を見直します。',
      result:
        '5月に市民の方3人と一緒に歩いて見直しました。「窓口はどこですか」とのお尋ねは、1日12件から5件に減りました。',
    },
    {
      no: 2,
      scene: '電話',
      target: '電話は3回鳴る前に取り、所属と名前を名乗ります。月1回、確かめ合います。',
      result: '毎月第1月曜日に確かめ合い、12月には30件のうち28件で守れました。',
    },
    {
      no: 3,
      scene: 'お知らせ',
      target: '通知を「やさしい日本語」で書き直し、9月までに3種類を改めます。',
      result: '2種類を改めました。残る1種類は、システムの改修に合わせて来年度に改めます。',
      countermeasure: '来年度は、4月に担当を決めて始めます。',
    },
  ],
};

const bytes = await paneFills(year);
const folder = mkdtempSync(join(tmpdir(), 'furikaeri-pictures-'));
const pane = await buildPane();
const executablePath = findProgram('chromium');
if (!executablePath) throw new Error('Chromium がありません。 / no Chromium.');
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  writeFileSync(join(folder, 'sheet.xlsx'), bytes);
  convert(folder, 'pdf', ['sheet']);
  const from = join(folder, 'pdf', 'sheet.pdf');
  spawnSync('pdftoppm', ['-r', '80', '-png', '-singlefile', from, 'docs/images/pane-sheet']);

  const host = createHost(openXlsx(bytes));
  const { page } = await openPane(browser, pane, host, { width: 350, height: 768 });
  await page.getByRole('button', { name: '目標と結果を書く' }).click();
  await page.locator('#target-1').waitFor();
  await page.evaluate(() => scrollTo(0, 0));
  await page.screenshot({ path: 'docs/images/pane.png' });
} finally {
  await browser.close();
  pane.remove();
  rmSync(folder, { recursive: true });
}
