// Built into a script of its own and loaded into the page: earlier reviews come into the store by the store's own way.
import type { Review } from '../../core/review/review.ts';
import { store } from '../../extension/page-store.ts';
import { declareDatabase } from '../../extension/store/db/database.ts';
import { record } from '../../extension/store/db/write-transaction.ts';

/** Puts the reviews of earlier years beside those of the current user. */
export async function seed(reviews: readonly Review[]): Promise<void> {
  const db = declareDatabase(store);
  await db.open();
  const user = (await db.heads.get('head'))?.user;
  if (!user) throw new Error('Nobody uses this store yet');
  await record(db, async ({ putReview }) => {
    for (const review of reviews) {
      await putReview({ id: review.id, user, fiscalYear: review.fiscalYear, review });
    }
  });
  db.close();
}
