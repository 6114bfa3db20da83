import { fiscalYearOf } from '../core/calendar/fiscal-year.ts';
import { type Rating, ratings } from '../core/review/review.ts';
import { openChromium } from '../test/browser/chromium.ts';
import { freshProfile } from '../test/browser/profile.ts';
import { reviewOf, seed } from '../test/browser/seed.ts';
import { takeSheetPictures } from './sheet-pictures.ts';
import { takeTrainingPictures } from './training-pictures.ts';

// `npm run pictures`: the pictures of README.md, taken of the built extension's own pages.

const year = fiscalYearOf(Date.now());
const mixed = (index: number): Rating => ratings[(index * 7) % 11] ?? 'kept';
const before = [year - 2, year - 1].map((fiscalYear, later) =>
  reviewOf({ fiscalYear, rating: (index) => ratings[(index * 5) % (9 - later)] ?? 'kept' }),
);
const half = reviewOf({
  fiscalYear: year,
  rating: (i) => (i < 23 ? mixed(i) : null),
  completed: false,
});
const done = reviewOf({ fiscalYear: year, rating: mixed });

const pictures = [
  { name: 'tasks', page: 'review.html', reviews: [half], width: 1100, height: 760 },
  {
    name: 'items',
    page: 'review.html#/scene/counter',
    reviews: [half, ...before],
    width: 1100,
    height: 760,
  },
  {
    name: 'result',
    page: 'review.html#/result',
    reviews: [done, ...before],
    width: 1100,
    height: 1500,
  },
  { name: 'panel', page: 'sidepanel.html', reviews: [half], width: 360, height: 640 },
];

const profile = freshProfile();
const chromium = await openChromium({ profile: profile.folder });
const page = await chromium.context.newPage();
for (const { name, page: address, reviews, width, height } of pictures) {
  await page.setViewportSize({ width, height });
  await page.goto(chromium.address('review.html'));
  await page.waitForSelector('h1');
  await seed(page, reviews);
  await page.goto(chromium.address(address));
  await page.reload();
  await page.waitForSelector('progress, .f-item, .r-headline');
  await page.waitForTimeout(500); // what is fetched later stands by then
  await page.screenshot({ path: `docs/images/${name}.png` });
}
await takeSheetPictures(chromium);
await takeTrainingPictures(chromium);
await chromium.close();
profile.remove();
