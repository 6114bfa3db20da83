import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Chromium, openChromium } from './chromium.ts';
import { freshProfile } from './profile.ts';
import { describeWith } from './programs.ts';
import { seedFirst } from './seed.ts';
import {
  type ChosenFile,
  changed,
  fileOf,
  fixture,
  sheetIn,
  sheetPage,
  textsIn,
} from './sheet-page.ts';
import { barriers, saved } from './state.ts';
import { copied, empty, onePage, shelf } from './store.ts';
import { watchChromium } from './watch.ts';

// The page of the section's sheet: a chief's year, and last year's sheet beside.

describeWith(['chromium'], 'the page of the section’s sheet', () => {
  const profile = freshProfile();
  let chromium: Chromium;
  let page: Page;
  let room: ReturnType<typeof sheetPage>;
  let faults: readonly string[] = [];
  const complaints = async () => [...(await barriers(page)), ...faults];
  const start = async () => {
    chromium = await openChromium({ profile: profile.folder });
    page = await onePage(chromium.context);
    room = sheetPage(page, chromium);
    faults = await watchChromium(page, chromium.address(''));
  };
  const startAnew = async () => {
    await empty(chromium);
    await seedFirst(page, chromium, []);
  };
  beforeAll(start);
  afterAll(async () => {
    await chromium?.close();
    profile.remove();
  });

  test('a chief’s year: targets in April, results in March, killed once on the way', async () => {
    const target =
      '初めて来た方が迷わないよう、6月までに案内表示を見直します。\n月1回、待つ方の声を聞きます。';
    const result = '5月に見直し、場所の問い合わせが減りました。';
    const next = '待ち時間を、毎日3回掲示します。';
    await startAnew();
    await page.clock.setFixedTime(new Date('2026-04-10T01:00:00Z'));
    await room.open();
    expect(await complaints()).toEqual([]);
    await page.click('text=自分の課だけ');
    expect(await page.inputValue('#fiscal-year')).toBe('2026');
    await page.waitForSelector('#fiscal-year >> text=令和9年度（2027年度）', { state: 'attached' });
    expect(await page.inputValue('#section-name')).toBe('区民課');
    expect(await complaints()).toEqual([]);
    await room.write();
    expect(await page.locator('textarea[id^=result]').count()).toBe(0);
    await room.fill('target-1', target);
    await page.waitForSelector('text=理念や基準とのつながりが、まだ選ばれていません');
    await copied(page);
    expect(Object.values(await shelf(page)).join()).toContain('案内表示を見直します');
    await chromium.kill();

    await start();
    await page.clock.setFixedTime(new Date('2026-04-10T02:00:00Z'));
    await room.open();
    await page.waitForSelector('text=令和8年度（2026年度）　区民課');
    expect(await complaints()).toEqual([]);
    await page.click('text=続きを書く');
    await page.waitForSelector('#target-1');
    expect(await page.inputValue('#target-1')).toBe(target);
    await page.click('text=区のサービス向上方針');
    await page.fill('#policy-1', '待つ人の立場で考えます。');
    await page.click('text=理念・方針・基準とのつながり >> nth=0');
    await page.click('label:has-text("市民の視点") >> nth=0');
    await page.selectOption('#policy-of-1', { label: '① 待つ人の立場で考えます。' });
    await page.fill('#standard-1', '電話');
    await page.click('role=button[name="つなげる"] >> nth=0');
    await page.click('#kind-1 label:has-text("新しく加える")');
    await page.waitForSelector('text=理念、方針、サービス基準は、シートに欄がないため');
    await page.click('text=ほかの欄 >> nth=0');
    await page.fill('#goal-1', '待たせない窓口にする。');
    await page.click('#cost-1 label:has-text("今年度（緊急）")');
    await saved(page);
    expect(await complaints()).toEqual([]);
    await room.check();
    // Said once, by its sign or its heading.
    expect(await page.locator('role=heading[name="お知らせ"]').count()).toBe(1);
    expect(await complaints()).toEqual([]);
    const april = await room.download('text=別のファイルとして保存する');
    await page.waitForSelector('text=ブラウザーに渡しました');
    expect(await complaints()).toEqual([]);
    expect(textsIn(april)).toEqual({
      fiscalYear: 2026,
      section: '区民課',
      targets: [{ target, result: null }],
    });
    expect(sheetIn(april).policies).toEqual(['待つ人の立場で考えます。', null, null, null]);

    await page.clock.setFixedTime(new Date('2027-03-31T14:59:00Z'));
    await room.open();
    const file = join(profile.folder, '目標・結果.xlsx');
    writeFileSync(file, april);
    await room.choose(file);
    await page.waitForSelector('text=目標1件、実施結果0件');
    await room.write();
    expect(await page.inputValue('#target-1')).toBe(target);
    await page.waitForSelector('text=実施結果がまだありません');
    await page.fill('#result-1', result);
    await page.click('label:has-text("未達成") >> nth=0');
    await page.waitForSelector('#countermeasure-1');
    await page.click('text=ほかの欄 >> nth=0');
    await page.check('#nominate-1');
    await page.check('#becomesStandard-1');
    await saved(page);
    expect(await complaints()).toEqual([]);
    // What the template has no column for is in the draft, and so in the backup.
    await copied(page);
    const copy = Object.values(await shelf(page)).find((text) => text.includes('"sheets"'));
    const [draft] = JSON.parse(copy ?? '').sheets;
    expect(draft.sections[0].targets[0]).toMatchObject({
      philosophies: ['citizen-view'],
      policy: 1,
      standard: { kind: 'new' },
      organizationGoal: '待たせない窓口にする。',
      cost: 'urgent',
      achievement: 'missed',
      nominate: true,
      becomesStandard: true,
    });
    await room.check();
    // What the form has no column for stands behind the result, unless the chief says no.
    expect(await page.isChecked('#appends')).toBe(true);
    await page.waitForSelector('td:has-text("【未達成】")');
    const march = await room.download('text=別のファイルとして保存する');
    expect(textsIn(march)).toEqual({
      fiscalYear: 2026,
      section: '区民課',
      targets: [{ target, result: `${result}\n【未達成】` }],
    });
    // Called saved once it is opened back.
    await page.setInputFiles('#beside-back', fileOf('目標・結果.xlsx', march));
    await page.waitForSelector('text=元のファイルは変わっていません。取り消すときは');
    expect(await page.locator('role=button[name="元に戻す"]').count()).toBe(0);

    // The year after, what was written here lies beside.
    await page.clock.setFixedTime(new Date('2027-04-01T01:00:00Z'));
    await room.open();
    await page.click('text=自分の課だけ');
    await room.write();
    await page.waitForSelector('caption:has-text("令和8年度（2026年度）　区民課")');
    await page.waitForSelector(`td:has-text("${result}")`);
    await page.click('role=button[name="昨年度の目標1を今年度に写す"]');
    await page.waitForSelector('[role=status]:has-text("目標1に写しました")');
    expect(await page.inputValue('#target-1')).toBe(target);
    // With what it rests on.
    await page.waitForSelector('summary:has-text("理念・方針・基準とのつながり（2つ）")');
    await saved(page);
    expect(await complaints()).toEqual([]);
    await room.fill('target-1', next);
    expect(await page.inputValue('#target-1')).toBe(next);
    expect(await complaints()).toEqual([]);
  });

  describe('last year’s file', () => {
    beforeAll(async () => {
      await startAnew();
      await room.open();
      await room.chooseSection(fixture('section-single'));
      await room.write();
      await page.click('text=昨年度のシートを横に置く');
    });
    const lay = (file: string | ChosenFile) => page.setInputFiles('#last-year', file);

    test('is laid beside: the same section is found, and stays through the rooms', async () => {
      await lay(fixture('ward-filled'));
      await page.waitForSelector('caption:has-text("危機管理担当（ward-filled.xlsx）")');
      expect(await complaints()).toEqual([]);
      await room.fill('target-1', '声をかけます。');
      await room.check();
      await page.click('text=← 文を直す');
      await page.waitForSelector('td:has-text("お声をかけ、ご用件に合った")');
    });

    test('without the section tells so, and lets another be chosen', async () => {
      const renamed = changed(fixture('ward-filled'), (xml) =>
        xml.replaceAll('危機管理担当', '危機管理課準備室'),
      );
      await lay(fileOf('昨年度.xlsx', renamed));
      await page.waitForSelector('text=「昨年度.xlsx」に、危機管理担当という名前の部署の文は');
      expect(await complaints()).toEqual([]);
      await page.selectOption('#last-year-section', { label: '危機管理課準備室' });
      await page.waitForSelector('td:has-text("お声をかけ、ご用件に合った")');
    });

    test('that can’t be read is refused, and what lay there stays', async () => {
      await lay(fileOf('昨年度.xlsx', readFileSync(fixture('ward-filled')).subarray(0, 3000)));
      await page.waitForSelector('text=壊れています');
      await page.waitForSelector('td:has-text("お声をかけ、ご用件に合った")');
      expect(await complaints()).toEqual([]);
    });
  });
});
