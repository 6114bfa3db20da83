import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Chromium } from '../test/browser/chromium.ts';

/** The training pictures: slides, the presenter's window, a handout and a poster as they leave the printer. */
export async function takeTrainingPictures(chromium: Chromium): Promise<void> {
  const page = await chromium.context.newPage();
  await page.setViewportSize({ width: 1366, height: 768 });
  const shot = (of: Page, name: string) => of.screenshot({ path: `docs/images/${name}.png` });

  await page.goto(chromium.address('trainer.html#/show/new-staff/10'));
  await page.waitForSelector('.reveal.ready .present .t-ballot');
  await shot(page, 'slide');
  await page.mouse.move(200, 200);
  const [presenter] = await Promise.all([
    chromium.context.waitForEvent('page'),
    page.getByRole('button', { name: '発表者の画面' }).click(),
  ]);
  await page.keyboard.press('t');
  for (const key of '1111111222222333') await page.keyboard.press(key);
  await page.waitForSelector('.present .t-ballot[data-shown=true]');
  await page.mouse.move(5, 5);
  await page.waitForSelector('.t-show[data-pointing=false]');
  await shot(page, 'slide-hands');
  await presenter.setViewportSize({ width: 1000, height: 900 });
  await presenter.waitForSelector('.p-desk .t-ballot input');
  await shot(presenter, 'presenter');
  await presenter.close();

  const folder = mkdtempSync(join(tmpdir(), 'furikaeri-pictures-'));
  for (const [name, place, sheet] of [
    ['handout', 'paper/handout', 2],
    ['poster', 'paper/poster', 1],
  ] as const) {
    await page.goto(chromium.address(`trainer.html#/${place}`));
    await page.waitForSelector('.t-handout, .t-poster');
    const file = join(folder, `${name}.pdf`);
    writeFileSync(file, await page.pdf({ preferCSSPageSize: true }));
    const only = [`-f`, `${sheet}`, `-l`, `${sheet}`, '-singlefile', '-r', '80', '-png'];
    execFileSync('pdftoppm', [...only, file, `docs/images/${name}`]);
  }
  rmSync(folder, { recursive: true, force: true });
  await page.close();
}
