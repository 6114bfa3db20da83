import type { Page } from 'playwright-core';
import { builtInCatalog, builtInRef } from '../../core/catalog/built-in.ts';
import type { Goal, Rating, Review } from '../../core/review/review.ts';
import type { Head, ReviewRow } from '../../extension/store/db/schema.ts';
import { rowHash } from '../../extension/store/integrity/row-hash.ts';
import { defaultSettings, type User } from '../../extension/store/session/user.ts';
import type { Chromium } from './chromium.ts';

/** A store that has been in use, without going through years of clicks. */

export const owner: User = {
  id: '7d1c2b3a-0000-4000-8000-000000000001',
  label: '山田',
  settings: {
    ...defaultSettings,
    unit: { ward: '多摩区', division: '区民サービス部', section: '区民課' },
    role: 'staff',
  },
};

export interface Past {
  readonly fiscalYear: number;
  /** By the standard's place in the catalog; null: not answered. */
  rating(index: number): Rating | null;
  note?(index: number): string | null;
  readonly goals?: readonly Goal[];
  readonly completed?: boolean;
}

const catalog = [builtInRef];

/** A review of one 年度, its id made of the year. */
export function reviewOf({ fiscalYear, rating, note, goals = [], completed = true }: Past): Review {
  const at = `${fiscalYear}-12-01T10:00:00+09:00`;
  const answers = builtInCatalog.standards.flatMap(({ id }, index) => {
    const given = rating(index);
    return given
      ? [[id, { rating: given, note: note?.(index) ?? null, seq: fiscalYear, at }] as const]
      : [];
  });
  return {
    id: `9f86d081-0000-4000-8000-00000000${fiscalYear}`,
    fiscalYear,
    catalog,
    unit: owner.settings.unit,
    role: owner.settings.role,
    revision: 1,
    state: completed ? 'completed' : 'open',
    completedAt: completed ? at : null,
    answers: Object.fromEntries(answers),
    goals,
    seq: fiscalYear,
  };
}

/** Fills the store before the page shows anything of ours; whatever is opened then, is loaded anew. */
export async function seedFirst(
  page: Page,
  { address }: Chromium,
  reviews: readonly Review[],
): Promise<void> {
  // Of the extension's own place, and without a store of its own.
  const quiet = address('manifest.json');
  await page.goto(quiet);
  // What a page of an earlier test has left would be taken up.
  await page.evaluate(() => localStorage.clear());
  if (await page.evaluate(fillStore, tables(reviews))) return;
  await page.goto(address('review.html'));
  await seed(page, reviews);
  await page.goto(quiet);
}

/** Writes the owner and these reviews into the store of a page that stands open or is about to, in place of what was there. */
export async function seed(page: Page, reviews: readonly Review[]): Promise<void> {
  while (!(await page.evaluate(fillStore, tables(reviews)))) await page.waitForTimeout(50);
}

type Tables = Readonly<Record<string, readonly object[]>>;

function tables(reviews: readonly Review[]): Tables {
  const rows: ReviewRow[] = reviews.map((review) => ({
    id: review.id,
    user: owner.id,
    fiscalYear: review.fiscalYear,
    review,
  }));
  const head: Head = {
    key: 'head',
    // Above that of a second copy which an earlier test has left: else it would look as if something was lost.
    seq: Date.now(),
    user: owner.id,
    hashes: Object.fromEntries([owner, ...rows].map((row) => [row.id, rowHash(row)])),
  };
  const emptied = { drafts: [], workbooks: [], places: [], folders: [], visits: [] };
  return { users: [owner], reviews: rows, heads: [head], ...emptied };
}

/** Runs in the page. False where there is no store yet: it is not for us to make it. */
function fillStore(tables: Tables): Promise<boolean> {
  return new Promise((done, failed) => {
    const opening = indexedDB.open('furikaeri');
    let isMade = true;
    opening.onupgradeneeded = () => {
      isMade = false;
      opening.transaction?.abort();
    };
    opening.onerror = () => (isMade ? failed(opening.error) : done(false));
    opening.onsuccess = () => {
      const db = opening.result;
      const writing = db.transaction(Object.keys(tables), 'readwrite');
      for (const [name, contents] of Object.entries(tables)) {
        const table = writing.objectStore(name);
        table.clear();
        for (const row of contents) table.put(row);
      }
      writing.oncomplete = () => {
        db.close();
        done(true);
      };
      writing.onabort = () => failed(writing.error);
    };
  });
}
