import { listen } from './broadcast.ts';
import { pending, stored } from './pending.ts';
import { replaceOther } from './saving.ts';
import { database, user } from './session.ts';

/** Keeps this page in step with the others: their answers appear here, and a change of user starts the page anew. */
export function followOtherPages(): void {
  listen(async (news) => {
    if ('users' in news) {
      // Nothing that is still being saved may be lost to the reload.
      if (pending.peek().length === 0) location.reload();
      return;
    }
    const row = await database().reviews.get(news.review);
    const atHand = stored.peek();
    if (!row || !atHand || row.user !== user.peek()?.id) return;
    replaceOther(row.review);
    const same = atHand.id === row.id;
    const begun = atHand.id === '' && atHand.fiscalYear === row.fiscalYear;
    if (same || begun) stored.value = row.review;
  });
}
