import { builtInCatalog } from '../../core/catalog/built-in.ts';
import { type Answer, type Review, ratings } from '../../core/review/review.ts';
import { newProfile, withBrowser } from './measure.ts';

/**
 * A browser profile in which someone has been through the first-run screen of
 * the page at `url` and has reviews of so many earlier years, 60 items each.
 */
export async function profileOf(url: string, years: number): Promise<string> {
  const profile = newProfile();
  await withBrowser(profile, async (context) => {
    const page = await context.newPage();
    await page.goto(url);
    await page.locator('button[type=submit]').click();
    await page.locator('[data-item]').first().waitFor();
    if (years === 0) return;
    await page.evaluate(async ({ script, reviews }) => (await import(script)).seed(reviews), {
      script: new URL('/seed.js', url).href,
      reviews: earlierReviews(years),
    });
  });
  return profile;
}

const itemsAYear = 60;

function earlierReviews(years: number): Review[] {
  return Array.from({ length: years }, (_, place) => {
    const fiscalYear = new Date().getFullYear() - 2 - place;
    return {
      id: crypto.randomUUID(),
      revision: 1,
      fiscalYear,
      state: 'completed',
      completedAt: `${fiscalYear}-12-01T10:00:00+09:00`,
      catalog: [],
      unit: { ward: '多摩区', division: '区民サービス部', section: '区民課' },
      role: 'staff',
      answers: answersOf(fiscalYear),
      goals: [],
      seq: 1,
    };
  });
}

function answersOf(fiscalYear: number): Record<string, Answer> {
  return Object.fromEntries(
    Array.from({ length: itemsAYear }, (_, place) => [
      builtInCatalog.standards[place]?.id ?? `of-an-earlier-edition-${place}`,
      {
        rating: ratings[place % ratings.length] as Answer['rating'],
        note: '混み合う時間は名乗るのを忘れることがあるので、受話器に付箋を貼った。',
        seq: 1,
        at: `${fiscalYear}-12-01T10:00:00+09:00`,
      },
    ]),
  );
}
