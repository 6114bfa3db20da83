import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SheetDraft } from '../../core/sheet/model/sheet-draft.ts';
import { type Chromium, openChromium } from './chromium.ts';
import { leavings, rounds, sentence } from './leavings.ts';
import { freshProfile, type Profile } from './profile.ts';
import { describeWith } from './programs.ts';
import { seedFirst } from './seed.ts';
import { fixture, sheetPage } from './sheet-page.ts';
import { barriers, saved } from './state.ts';
import { dump } from './store.ts';

/** As `kept-texts.test.ts`, of the section's sheet: it is gone on with in its workbook (F47, F48, F52). */

interface Field {
  readonly name: string;
  readonly field: string;
  /** Brings it into view. */
  open?(page: Page): Promise<unknown>;
  told(draft: SheetDraft): unknown;
}

const first = ({ sections }: SheetDraft) => sections[0]?.targets[0];
const policies = 'summary:has-text("区のサービス向上方針")';
const atTheEnd = (page: Page) => page.click('label:has-text("年度末の結果")');

const fields: readonly Field[] = [
  {
    name: 'a policy',
    field: '#policy-1',
    open: (page) => page.click(policies),
    told: (draft) => draft.policies[0],
  },
  { name: 'a target', field: '#target-1', told: (draft) => first(draft)?.target },
  {
    name: 'a result',
    field: '#result-1',
    open: atTheEnd,
    told: (draft) => first(draft)?.result,
  },
  {
    name: 'what is done against it',
    field: '#countermeasure-1',
    open: atTheEnd,
    told: (draft) => first(draft)?.countermeasure,
  },
  {
    name: 'a goal of the office',
    field: '#goal-1',
    open: (page) => page.click('text=ほかの欄 >> nth=0'),
    told: (draft) => first(draft)?.organizationGoal,
  },
];

describeWith(['chromium'], 'a text that is typed into a sheet', () => {
  let profile: Profile;
  let chromium: Chromium;
  beforeAll(async () => {
    profile = freshProfile();
    chromium = await openChromium({ profile: profile.folder });
  });
  afterAll(async () => {
    await chromium?.close();
    profile.remove();
  });

  /** A draft in a workbook that has a place for everything. */
  const seeded = async () => {
    const page = await chromium.context.newPage();
    await seedFirst(page, chromium, []);
    const room = sheetPage(page, chromium);
    await room.open();
    await room.chooseSection(fixture('extra-columns'));
    await room.write();
    await room.fill('target-1', '始めの文');
    await page.close();
  };
  const show = async ({ field, open }: Field): Promise<Page> => {
    const page = await chromium.context.newPage();
    await page.goto(chromium.address('sheet.html'));
    await page.click('role=button[name$="続きを書く"]');
    await page.waitForSelector('#target-1');
    await open?.(page);
    await page.waitForSelector(field);
    return page;
  };
  const stored = async (page: Page): Promise<SheetDraft> =>
    ((await dump(page)).rows.drafts as { draft: SheetDraft }[])[0]?.draft as SheetDraft;

  describe.each(fields)('as $name', (field) => {
    test.each(leavings)(`is there after $way, ${rounds} times`, async ({ leave }) => {
      await seeded();
      for (let round = 1; round <= rounds; round++) {
        const text = `${round}${sentence}`;
        const page = await show(field);
        await page.fill(field.field, '');
        await page.focus(field.field);
        await page.keyboard.insertText(text);
        await leave(page, chromium);
        if (!page.isClosed()) await page.close();
        const after = await show(field);
        await expect.poll(() => after.inputValue(field.field)).toBe(text);
        await expect.poll(async () => field.told(await stored(after))).toBe(text);
        await after.close();
      }
    });

    test('outlives a kill but for the last two seconds', async () => {
      await seeded();
      const page = await show(field);
      await page.fill(field.field, '');
      await page.focus(field.field);
      const letters = [...sentence.repeat(3)];
      for (const letter of letters) {
        await page.keyboard.insertText(letter);
        await page.waitForTimeout(40);
      }
      await chromium.kill();
      chromium = await openChromium({ profile: profile.folder });
      const after = await show(field);
      const text = await after.inputValue(field.field);
      expect(text.length).toBeGreaterThan(letters.length / 3);
      expect(letters.join('').startsWith(text)).toBe(true);
      await after.close();
    });

    test('is kept whole however long it is (F52)', async () => {
      await seeded();
      const long = 'あ'.repeat(3000);
      const page = await show(field);
      await page.fill(field.field, '');
      await page.focus(field.field);
      await page.keyboard.insertText(long);
      expect(await page.inputValue(field.field)).toBe(long);
      expect(await page.getAttribute(field.field, 'maxlength')).toBeNull();
      await expect.poll(async () => field.told(await stored(page))).toBe(long);
      await page.close();
    });
  });

  const [, target, result] = fields as [Field, Field, Field];

  test('is saved though the page goes before the disk has anything of the sheet', async () => {
    const page = await chromium.context.newPage();
    await seedFirst(page, chromium, []);
    const room = sheetPage(page, chromium);
    await room.open();
    await room.chooseSection(fixture('extra-columns'));
    await room.write();
    await page.focus('#target-1');
    await page.keyboard.insertText(sentence);
    await page.reload();
    await page.waitForSelector('text=目標1つ');
    await expect.poll(async () => target.told(await stored(page))).toBe(sentence);
    await page.close();
  });

  test('on two pages comes together field by field', async () => {
    await seeded();
    const [one, other] = [await show(target), await show(result)];
    await one.fill('#target-1', 'こちらの目標');
    await other.fill('#result-1', 'あちらの結果');
    await expect
      .poll(async () => first(await stored(one)))
      .toMatchObject({ target: 'こちらの目標', result: 'あちらの結果' });
    for (const page of [one, other]) await page.close();
  });

  test.each([
    { press: '閉じる前に書いた文を残す', stays: '閉じる前の文' },
    { press: '保存した文にする', stays: 'あちらの文' },
  ])('and left against another page’s is asked about: $press', async ({ press, stays }) => {
    await seeded();
    const [one, other] = [await show(target), await show(target)];
    await other.fill('#target-1', 'あちらの文');
    await saved(other);
    await one.fill('#target-1', '閉じる前の文');
    await one.click(policies);
    await one.fill('#policy-1', '閉じる前の方針');
    await one.close();
    await other.close();
    const after = await chromium.context.newPage();
    await after.goto(chromium.address('sheet.html'));
    await after.waitForSelector(
      'h2:has-text("閉じる前に書いた文と、別の画面で保存した文が違います")',
    );
    expect(await barriers(after)).toEqual([]);
    expect(first(await stored(after))?.target).toBe('あちらの文');
    await after.click(`role=button[name="${press}"]`);
    await expect.poll(async () => first(await stored(after))?.target).toBe(stays);
    // What nobody else had changed is there either way.
    expect((await stored(after)).policies[0]).toBe('閉じる前の方針');
    await after.reload();
    await after.click('role=button[name$="続きを書く"]');
    await after.waitForSelector('#target-1');
    expect(await after.inputValue('#target-1')).toBe(stays);
    await after.close();
  });

  test.each(fields)(
    'as $name is whole though the page goes amid a save, 3 times',
    async (field) => {
      await seeded();
      for (let round = 1; round <= 3; round++) {
        const page = await show(field);
        const devtools = await chromium.context.newCDPSession(page);
        // So slow that a save that is on the disk is not heard of before the page goes.
        await devtools.send('Emulation.setCPUThrottlingRate', { rate: 20 });
        // The first change is saved at once, the second while that is under way.
        await page.fill(field.field, '');
        await page.focus(field.field);
        await page.keyboard.insertText(`${round}${sentence}`);
        await page.close();
        const after = await show(field);
        await expect.poll(() => after.inputValue(field.field)).toBe(`${round}${sentence}`);
        await after.close();
      }
    },
  );

  test('comes into the draft that is open though the page that left it was slow to go', async () => {
    await seeded();
    const slow = await chromium.context.newPage();
    await slow.goto(chromium.address('home.html'));
    const { drafts, users } = (await dump(slow)).rows as {
      drafts: { id: string; draft: SheetDraft }[];
      users: { id: string }[];
    };
    const [row, owner] = [drafts[0], users[0]];
    const typed = structuredClone(row?.draft) as SheetDraft;
    Object.assign(first(typed) ?? {}, { target: sentence });
    const left = { sheet: typed, saved: row?.draft, before: typed.before, file: typed.file };
    const key = ['draft', owner?.id ?? '', row?.id ?? ''].map(encodeURIComponent).join('/');
    await slow.evaluate(
      ([at, value]) => {
        localStorage.setItem(`furikaeri.left.slow/${at}`, value);
        void navigator.locks.request('furikaeri.page.slow', () => new Promise(() => {}));
      },
      [key, JSON.stringify({ ...left, known: row?.draft.seq })] as const,
    );
    const page = await show(target);
    expect(await page.inputValue('#target-1')).toBe('始めの文');
    await slow.close();
    await expect.poll(() => page.inputValue('#target-1')).toBe(sentence);
    await page.fill('#target-1', `${sentence}そして`);
    await expect.poll(async () => first(await stored(page))?.target).toBe(`${sentence}そして`);
    await page.close();
  });

  test('of a draft that was deleted does not come back', async () => {
    await seeded();
    const page = await show(target);
    await page.focus('#target-1');
    await page.keyboard.insertText(sentence);
    await page.close();
    const after = await chromium.context.newPage();
    await after.goto(chromium.address('sheet.html'));
    await after.click('role=button[name$="消す"]');
    await after.click('dialog[open] >> role=button[name="消す"]');
    await expect.poll(async () => (await dump(after)).rows.drafts).toEqual([]);
    await after.reload();
    await after.waitForSelector('#workbook');
    await after.waitForTimeout(500);
    expect((await dump(after)).rows.drafts).toEqual([]);
    await after.close();
  });
});
