import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeCourseFile, parseCourseFile } from '../../core/formats/course-file.ts';
import { parseVisitFile } from '../../core/formats/visit-file.ts';
import { builtInCourses } from '../../core/training/courses.ts';
import { type Chromium, openChromium } from './chromium.ts';
import { freshProfile } from './profile.ts';
import { describeWith } from './programs.ts';
import { reviewOf, seedFirst } from './seed.ts';
import { dump, empty, onePage } from './store.ts';

/** Courses, tallies, observers' sheets and forms: on two pages at once, as files, in the backup, erased (F48, F50). */

const course = builtInCourses[0]?.course ?? expect.fail('no course');
const formFile = readFileSync(new URL('../fixtures/formats/form-1.json', import.meta.url), 'utf8');

interface Rows {
  readonly courses: { id: string; course: { title: string; steps: { kind: string }[] } }[];
  readonly tallies: { tally: { items: { counts: Record<string, number> }[] } }[];
  readonly visits: { sheet: Record<string, unknown> }[];
  readonly forms: { id: string; form: { title: string } }[];
}
const rowsIn = async (page: Page) => (await dump(page)).rows as unknown as Rows;

describeWith(['chromium'], 'Rows of the PC', () => {
  const profile = freshProfile();
  let chromium: Chromium;
  let page: Page;
  beforeAll(async () => {
    chromium = await openChromium({ profile: profile.folder });
  });
  beforeEach(async () => {
    await empty(chromium);
    // With a store: a look into one that is not there yet would make it.
    await seedFirst(await onePage(chromium.context), chromium, [
      reviewOf({ fiscalYear: 2026, rating: () => 'kept', completed: false }),
    ]);
    page = await shown('trainer.html');
  });
  afterAll(async () => {
    await chromium?.close();
    profile.remove();
  });

  const shown = async (address: string): Promise<Page> => {
    const next = await chromium.context.newPage();
    await next.goto(chromium.address(address));
    await next.waitForSelector(address.includes('#/show') ? '.reveal.ready' : 'h1');
    return next;
  };
  const file = (name: string, content: string | Buffer): string => {
    const path = join(profile.folder, name);
    writeFileSync(path, content);
    return path;
  };
  const saved = async (of: Page, button: string): Promise<string> => {
    const [download] = await Promise.all([of.waitForEvent('download'), of.click(button)]);
    return readFileSync(await download.path(), 'utf8');
  };
  const takeCourse = async (): Promise<string> => {
    await page.setInputFiles('#course-file', file('研修.json', makeCourseFile(course)));
    await expect.poll(async () => (await rowsIn(page)).courses).toHaveLength(1);
    return (await rowsIn(page)).courses[0]?.id ?? '';
  };

  test('what the disk does not let go of is told, and can be deleted once it does', async () => {
    await takeCourse();
    await page.evaluate(() => {
      const { prototype } = IDBObjectStore;
      const { delete: given } = prototype;
      prototype.delete = () => {
        throw new DOMException('no room', 'QuotaExceededError');
      };
      Object.assign(globalThis, { makeRoom: () => Object.assign(prototype, { delete: given }) });
    });
    const [asking, deletes] = [
      '.t-courses button:text-is("消す")',
      'dialog button:text-is("消す")',
    ];
    await page.click(asking);
    await page.click(deletes);
    await page.waitForSelector('dialog h3:has-text("消せませんでした")');
    expect(await page.innerText('dialog')).toContain('QuotaExceededError');
    expect((await rowsIn(page)).courses).toHaveLength(1);
    await page.evaluate('makeRoom()');
    await page.click(deletes);
    await page.waitForSelector(asking, { state: 'detached' });
    expect(await page.locator('dialog[open]').count()).toBe(0);
    expect((await rowsIn(page)).courses).toEqual([]);
  });

  describe('on two pages', () => {
    test('a course: what each has changed comes together', async () => {
      const id = await takeCourse();
      const [one, two] = [
        await shown(`trainer.html#/edit/${id}`),
        await shown(`trainer.html#/edit/${id}`),
      ];
      await one.fill('#course-title', '新しい名前');
      await two.uncheck('#course-aim');
      await one.click('#course-save');
      await one.waitForSelector('text=新しい名前');
      await two.click('#course-save');
      const kinds = async () =>
        (await rowsIn(page)).courses[0]?.course.steps.map(({ kind }) => kind);
      await expect.poll(kinds).not.toContain('aim');
      expect(await kinds()).toContain('standard');
      expect((await rowsIn(page)).courses[0]?.course.title).toBe('新しい名前');
    });

    test('a course of elsewhere keeps what was not changed in it', async () => {
      const id = await takeCourse();
      const one = await shown(`trainer.html#/edit/${id}`);
      await one.fill('#course-title', '新しい名前');
      await one.click('#course-save');
      await one.waitForSelector('text=新しい名前');
      expect((await rowsIn(page)).courses[0]?.course).toEqual({ ...course, title: '新しい名前' });
    });

    test('a course: where both have changed the same it is asked, and both can stay', async () => {
      const id = await takeCourse();
      const [one, two] = [
        await shown(`trainer.html#/edit/${id}`),
        await shown(`trainer.html#/edit/${id}`),
      ];
      await one.fill('#course-title', 'こちらの名前');
      await one.click('#course-save');
      await one.waitForSelector('text=こちらの名前');
      await two.fill('#course-title', 'あちらの名前');
      await two.click('#course-save');
      await two.waitForSelector('h2:focus:has-text("別の画面でも変えられていました")');
      expect(await two.innerText('.f-notice')).toContain('こちらの名前');
      // Nothing is written before.
      expect((await rowsIn(page)).courses.map((row) => row.course.title)).toEqual(['こちらの名前']);
      await two.click('text=別の研修として、両方を残す');
      await expect
        .poll(async () => (await rowsIn(page)).courses.map((row) => row.course.title).sort())
        .toEqual(['あちらの名前', 'こちらの名前']);
    });

    test('a course: what was typed before and kept knows what it was begun on', async () => {
      const id = await takeCourse();
      const [one, two] = [
        await shown(`trainer.html#/edit/${id}`),
        await shown(`trainer.html#/edit/${id}`),
      ];
      await one.fill('#course-title', '書きかけの名前');
      await one.goto(chromium.address('home.html'));
      await two.fill('#course-minutes', '45');
      await two.fill('#course-title', '別の名前');
      await two.click('#course-save');
      await two.waitForSelector('text=別の名前');
      // What the one has typed is still there, and is not taken for a change of what the other has saved.
      const three = await shown(`trainer.html#/edit/${id}`);
      await three.waitForSelector('text=書きかけの続きです');
      expect(await three.inputValue('#course-title')).toBe('書きかけの名前');
      await three.click('#course-save');
      await three.waitForSelector('h2:focus:has-text("別の画面でも変えられていました")');
      expect(await three.innerText('.f-notice[data-kind=warning]')).toContain('別の名前');
    });

    test('hands: numbers of both come together, and one that both have counted is decided', async () => {
      const start = '#/show/new-staff';
      const one = await shown(`trainer.html${start}`);
      await one.waitForSelector('.reveal.ready');
      // A tab that was doubled has the same session.
      const session = await one.evaluate(() => sessionStorage.getItem('furikaeri.slides'));
      const two = await chromium.context.newPage();
      await two.goto(chromium.address('trainer.html'));
      await two.evaluate((kept) => sessionStorage.setItem('furikaeri.slides', kept ?? ''), session);
      await two.goto(chromium.address(`trainer.html${start}`));
      await two.waitForSelector('.reveal.ready');
      const slide = course.steps.findIndex(({ kind }) => kind === 'standard') + 1;
      for (const each of [one, two]) {
        await each.bringToFront();
        for (const digit of String(slide)) await each.keyboard.press(digit);
        await each.keyboard.press('Enter');
        await expect.poll(() => each.innerText('.t-number')).toMatch(new RegExp(`^${slide}／`));
        await each.keyboard.press('t');
      }
      const counts = async () => (await rowsIn(page)).tallies[0]?.tally.items[0]?.counts;
      await one.bringToFront();
      await one.keyboard.press('1');
      await one.keyboard.press('1');
      await expect.poll(counts).toMatchObject({ kept: 2 });
      await two.bringToFront();
      await two.keyboard.press('2');
      await expect.poll(counts).toMatchObject({ kept: 2, 'mostly-kept': 1 });
      // From two hands one page goes up, the other, which has not seen that, down.
      await two.keyboard.press('1');
      await expect.poll(counts).toMatchObject({ kept: 3 });
      await one.bringToFront();
      await one.keyboard.press('Shift+Digit1');
      await one.waitForSelector('.t-blocked:has-text("別の画面では3人と数えています")');
      expect(await counts()).toMatchObject({ kept: 1, 'mostly-kept': 1 });
      await one.click('.t-blocked button:has-text("3人にする")');
      await expect.poll(counts).toMatchObject({ kept: 3, 'mostly-kept': 1 });
      expect(await one.locator('.t-blocked').count()).toBe(0);
    });

    test('marks of an observer’s sheet: a clash is shown with both', async () => {
      const id = 'c0ffee00-0000-4000-8000-000000000001';
      const one = await shown(`trainer.html#/visit/${id}`);
      await one.fill('#visit-place', '区民課');
      await expect.poll(async () => (await rowsIn(page)).visits).toHaveLength(1);
      const two = await shown(`trainer.html#/visit/${id}`);
      await expect.poll(() => two.inputValue('#visit-place')).toBe('区民課');
      const mark = 'input[name="visit-phone-name-first"]';
      await one.check(`${mark}[value=good]`);
      await expect
        .poll(async () => (await rowsIn(page)).visits[0]?.sheet.marks)
        .toEqual({ 'phone-name-first': 'good' });
      await two.check(`${mark}[value=to-improve]`);
      await two.waitForSelector('text=別の画面では「良い」に印を付けています');
      await two.click('text=別の画面の印にする');
      await expect
        .poll(async () => (await rowsIn(page)).visits[0]?.sheet.marks)
        .toEqual({ 'phone-name-first': 'good' });
    });

    test('a form: another of the same id stays, and this one is kept beside it', async () => {
      const [one, two] = [await shown('sheet.html'), await shown('sheet.html')];
      await one.setInputFiles('input[type=file]', file('様式.json', formFile));
      await expect.poll(async () => (await rowsIn(page)).forms).toHaveLength(1);
      const other = formFile.replace('"C8"', '"C9"').replaceAll('"B8"', '"B9"');
      await two.setInputFiles('input[type=file]', file('様式2.json', other));
      await expect
        .poll(async () => (await rowsIn(page)).forms.map(({ form }) => form.title).sort())
        .toEqual(['多摩区 目標・結果シート', '多摩区 目標・結果シート（2）']);
      // The same once more is the same form.
      await two.reload();
      await two.waitForSelector('h1');
      await two.setInputFiles('input[type=file]', file('様式2.json', other));
      await two.waitForTimeout(500);
      expect((await rowsIn(page)).forms).toHaveLength(2);
    });
  });

  describe('as a file', () => {
    test('an observer’s sheet is saved, deleted and opened again, once', async () => {
      await page.goto(chromium.address('trainer.html#/visit'));
      await page.fill('#visit-place', '区民課 3番窓口');
      await page.fill('#visit-good', '表と能\n改行');
      await page.waitForSelector('button:has-text("この記入用紙をファイルに保存")');
      const text = await saved(page, 'button:has-text("この記入用紙をファイルに保存")');
      const parsed = parseVisitFile(text);
      expect(parsed.ok && parsed.value).toMatchObject({ good: '表と能\n改行' });
      const path = file('現場研修.json', text);
      await page.setInputFiles('#visit-back', path);
      await page.waitForSelector('text=保存しました');

      await page.click('text=この記入用紙を消す');
      // Where the dialog's button comes under a hand that hasn't moved, a click is not meant for it.
      await page.mouse.move(1, 1);
      await page.click('dialog button:has-text("この記入用紙を消す")');
      await expect.poll(async () => (await rowsIn(page)).visits).toEqual([]);
      for (const _ of ['once', 'twice']) {
        await page.setInputFiles('#visit-file', path);
        await page.waitForSelector('text=「区民課 3番窓口」を開きました');
        expect(await page.inputValue('#visit-good')).toBe('表と能\n改行');
        await expect.poll(async () => (await rowsIn(page)).visits).toHaveLength(1);
      }
    });

    const visit = '{"format":"furikaeri.visit/1","place":"表","good":"能"}';
    test.each<[string, string, string | Buffer, RegExp]>([
      ['visit', 'cut off', visit.slice(0, -4), /途中で切れている/],
      [
        'visit',
        'of another program',
        '{"format":"other/1"}',
        /ふりかえりで作ったファイルではありません/,
      ],
      ['visit', 'of a newer version', visit.replace('/1', '/2'), /新しい版/],
      ['visit', 'a course', makeCourseFile(course), /研修の予定/],
      ['visit', 'edited wrongly', visit.replace('"表"', '[1]'), /訪ねた窓口/],
      ['course', 'cut off', makeCourseFile(course).slice(0, 200), /途中で切れている/],
      ['course', 'an observer’s sheet', visit, /現場研修の記入用紙/],
      ['tally', 'an observer’s sheet', visit, /現場研修の記入用紙/],
    ])('a file for a %s, %s, is told in words and not taken', async (kind, _, content, words) => {
      await page.goto(chromium.address(kind === 'visit' ? 'trainer.html#/visit' : 'trainer.html'));
      await page.setInputFiles(`#${kind}-file`, file('ひどい.json', content));
      await page.waitForSelector('text=このファイルは読み込めません');
      expect(await page.innerText('.f-notice')).toMatch(words);
      const { courses, visits } = await rowsIn(page);
      expect([courses, visits]).toEqual([[], []]);
    });

    test.each(['visit', 'course', 'tally'])(
      'a file for a %s that was saved anew as Shift_JIS is told, not read as letters that are none',
      async (kind) => {
        await page.goto(
          chromium.address(kind === 'visit' ? 'trainer.html#/visit' : 'trainer.html'),
        );
        // 区民課 in Shift_JIS.
        const bytes = Buffer.concat([
          Buffer.from(`{"format":"furikaeri.${kind}/1","place":"`),
          Buffer.from([0x8b, 0xe6, 0x96, 0xaf, 0x89, 0xdb]),
          Buffer.from('"}'),
        ]);
        await page.setInputFiles(`#${kind}-file`, file('古い.json', bytes));
        await page.waitForSelector('text=Shift_JIS');
        expect((await rowsIn(page)).visits).toEqual([]);
      },
    );

    test('a course that was saved comes back the same, and a second time is known', async () => {
      await takeCourse();
      const text = await saved(page, '.t-courses button:has-text("ファイルを保存")');
      expect(parseCourseFile(text)).toEqual(parseCourseFile(makeCourseFile(course)));
      await page.setInputFiles('#course-file', file('また.json', text));
      await page.waitForSelector('text=もうこのPCにあります');
      expect((await rowsIn(page)).courses).toHaveLength(1);
    });

    test('a tally that was opened can be kept', async () => {
      const tally = readFileSync(new URL('../fixtures/formats/tally-1.json', import.meta.url));
      await page.setInputFiles('#tally-file', file('集計.json', tally));
      for (const words of ['このPCに残しました', '同じ集計が、このPCにあります']) {
        await page.click('text=この集計をこのPCに残す');
        await page.waitForSelector(`text=${words}`);
      }
      expect((await rowsIn(page)).tallies).toHaveLength(1);
    });
  });

  describe('in the backup', () => {
    const backup = async (): Promise<string> => {
      await page.goto(chromium.address('options.html#/backup'));
      return saved(page, 'button:has-text("控えを保存する")');
    };
    const filled = async () => {
      await takeCourse();
      const tally = readFileSync(new URL('../fixtures/formats/tally-1.json', import.meta.url));
      await page.setInputFiles('#tally-file', file('集計.json', tally));
      await page.click('text=この集計をこのPCに残す');
      await page.waitForSelector('text=このPCに残しました');
      await page.goto(chromium.address('trainer.html#/visit'));
      await page.fill('#visit-good', '声が明るい');
      await expect.poll(async () => (await rowsIn(page)).visits).toHaveLength(1);
      await page.goto(chromium.address('sheet.html'));
      await page.setInputFiles('input[type=file]', file('様式.json', formFile));
      await expect.poll(async () => (await rowsIn(page)).forms).toHaveLength(1);
    };
    const contents = async () => {
      const { courses, tallies, visits, forms } = await rowsIn(page);
      // A form that came as a file still carries the name of its format.
      const named = forms.map((row) => ({ ...row, form: { ...row.form, format: null } }));
      return { courses, tallies, visits, forms: named };
    };

    test('all four kinds come back on a PC that knows nothing, and a second time there is nothing to do', async () => {
      await filled();
      const before = await contents();
      const path = file('控え.json', await backup());
      await empty(chromium);
      page = await shown('options.html#/backup');
      await page.setInputFiles('#restore-file', path);
      await page.waitForSelector('text=戻すと、次のようになります');
      const table = await page.innerText('table');
      for (const kind of ['研修の予定', '研修の集計', '現場研修の記入用紙', '覚えている様式']) {
        expect(table).toMatch(new RegExp(`${kind}\\s+1件\\s+0件\\s+0件`));
      }
      await page.getByRole('button', { name: '戻す', exact: true }).click();
      await page.waitForSelector('text=控えから戻しました');
      expect(await contents()).toEqual(before);
      await page.setInputFiles('#restore-file', path);
      await page.waitForSelector('text=控えの中身は、すべてこのPCにあります');
    });

    test('what is later here stays, and that is told', async () => {
      await filled();
      const path = file('控え.json', await backup());
      await page.goto(chromium.address('trainer.html#/visit'));
      await page.fill('#visit-good', '後で書いた');
      await expect.poll(async () => (await rowsIn(page)).visits[0]?.sheet.good).toBe('後で書いた');
      await page.goto(chromium.address('options.html#/backup'));
      await page.setInputFiles('#restore-file', path);
      await page.waitForSelector('text=この控えから戻せるものは、ありません');
      await page.click('summary:has-text("残すものを見る")');
      await page.waitForSelector('text=このPCのもの');
      expect((await rowsIn(page)).visits[0]?.sheet.good).toBe('後で書いた');
    });

    test('a row that is damaged or newer is told with its place, and the rest comes back', async () => {
      await filled();
      const text = (await backup()).replace('furikaeri.course/1', 'furikaeri.course/2');
      await empty(chromium);
      page = await shown('options.html#/backup');
      await page.setInputFiles('#restore-file', file('控え.json', text));
      await page.waitForSelector('text=戻すと、次のようになります');
      expect(await page.innerText('.f-notice')).toMatch(/新しい版.*研修の予定 1番目/s);
      await page.getByRole('button', { name: '戻す', exact: true }).click();
      await page.waitForSelector('text=控えから戻しました');
      expect((await rowsIn(page)).visits).toHaveLength(1);
      expect((await rowsIn(page)).courses).toEqual([]);
      await page.setInputFiles('#restore-file', file('控え.json', text));
      await page.waitForSelector('text=この控えから戻せるものは、ありません');
    });

    test('erasing counts them; the last person takes them along, the backup it cites holds them', async () => {
      await filled();
      const text = await backup();
      for (const kind of ['courses', 'tallies', 'visits', 'forms']) {
        expect(JSON.parse(text)[kind]).toHaveLength(1);
      }
      await page.setInputFiles('#backup-back', file('控え.json', text));
      await page.waitForSelector('text=控えを保存しました');
      await page.click('nav >> text=消去');
      for (const words of [
        '自分で作った研修の予定1件',
        '研修で数えた集計1件',
        '現場研修の記入用紙1件',
        '覚えている様式1件',
      ]) {
        await page.waitForSelector(`li:has-text("${words}")`);
      }
      // What is written after it makes the backup old.
      const other = await shown('trainer.html#/visit');
      await other.fill('#visit-advice', '後から');
      await expect.poll(async () => (await rowsIn(other)).visits[0]?.sheet.advice).toBe('後から');
      await page.click('button:has-text("このPCから消す")');
      await expect.poll(() => page.innerText('dialog')).toContain('その後に変えたものがあります');
      await page.click('dialog button:has-text("このPCから消す")');
      await page.waitForSelector('h2:focus:has-text("このPCから消しました")');
      expect(await contents()).toEqual({ courses: [], tallies: [], visits: [], forms: [] });
    });

    test('with another person on the PC they stay, and that is told', async () => {
      await filled();
      await page.goto(chromium.address('options.html'));
      await page.click('#add-user');
      await page.getByLabel('呼び名').fill('鈴木');
      await page.locator('form button[type=submit]').click();
      await expect.poll(async () => (await dump(page)).rows.users).toHaveLength(2);
      await page.goto(chromium.address('options.html#/delete'));
      await page.waitForSelector('text=利用者に属さないため、消さずに残ります');
      await page.click('button:has-text("このPCから消す")');
      await page.click('dialog button:has-text("このPCから消す")');
      await page.waitForSelector('h2:focus:has-text("このPCから消しました")');
      expect((await rowsIn(page)).visits).toHaveLength(1);
    });
  });
});
