import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fiscalYearOf } from '../../core/calendar/fiscal-year.ts';
import { builtInCatalog } from '../../core/catalog/built-in.ts';
import { makeBackup } from '../../core/formats/backup-file.ts';
import { ratings } from '../../core/review/review.ts';
import { sha256 } from '../../extension/platform/sha256.ts';
import { type Firefox, openFirefox } from './firefox.ts';
import { printFirefox } from './firefox-print.ts';
import { freshProfile } from './profile.ts';
import { describeWith } from './programs.ts';
import { owner, reviewOf } from './seed.ts';
import { sheetsOf } from './state.ts';

const thisYear = fiscalYearOf(Date.now());
const texts = ['電話は三回鳴る前に取る', '名札を見える所に付ける', '朝、自分から声をかける'];
const goals = texts.map((text) => ({
  text,
  standard: null,
  outcome: null,
  outcomeNote: '混んだ日に忘れた。'.repeat(3),
}));
const reviews = [0, 1, 2, 3].map((ago) =>
  reviewOf({
    fiscalYear: thisYear - ago,
    rating: (index) => ratings[(index * 7 + ago) % 6] ?? 'kept',
    note: (index) => (index % 5 === 0 ? '混んだ日に、先に声をかけられませんでした。' : null),
    goals: ago < 2 ? goals : [],
  }),
);

describeWith(['firefox', 'pdftotext'], 'The result printed by Firefox', () => {
  const profile = freshProfile();
  let firefox: Firefox;
  beforeAll(async () => {
    firefox = await openFirefox({ profile: profile.folder });
  });
  afterAll(async () => {
    await firefox?.close();
    profile.remove();
  });

  test('stands on two sheets', async () => {
    const file = join(profile.folder, 'backup.json');
    const { id, label, settings } = owner;
    const user = { id, label };
    const savedAt = '2026-12-01T10:00:00+09:00';
    const content = { savedAt, user, settings: { ...settings }, reviews, sheets: [] };
    writeFileSync(file, await makeBackup(content, sha256));
    const page = await firefox.open('options.html#/backup', '#restore-file');
    const field = await page.$('input[type=file]');
    await field?.uploadFile(file);
    await page.locator('::-p-xpath(//main//button[normalize-space()="戻す"])').click();
    await page.waitForSelector('::-p-text(控えから戻しました)');
    await page.goto('about:blank', { waitUntil: [] });
    await page.goto(firefox.address('review.html#/result'), { waitUntil: [] });
    await page.waitForSelector('.r-headline');
    await page.waitForSelector(`::-p-text(${thisYear - 3})`);

    const paper = join(profile.folder, 'printed.pdf');
    await printFirefox(firefox, paper);
    const sheets = sheetsOf(paper);
    expect(sheets).toHaveLength(2);
    // Its PDF writes some characters as their radicals.
    const text = sheets.join('').normalize('NFKC');
    for (const { name } of builtInCatalog.scenes) expect(text).toContain(name.normalize('NFKC'));
    expect(text).not.toMatch(/印刷する|もう一度見直す|表にあります/);
  });
});
