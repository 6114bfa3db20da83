import type { Store } from '../store.ts';
import { replaceOther, tellReplaced } from './saving.ts';

/** Keeps this page in step with the others: their answers and settings appear here, and a change of user is asked about. */
export function followOtherPages(store: Store): void {
  store.broadcast.listen(async (news) => {
    if ('review' in news) await followReview(store, news.review);
    else await (await import('./follow-users.ts')).followUsers(store);
  });
}

async function followReview(store: Store, id: string): Promise<void> {
  const row = await (await store.open.promise).reviews.get(id);
  const atHand = store.stored.peek();
  if (!row || !atHand || row.user !== store.user.peek()?.id) return;
  replaceOther(store, row.review);
  const same = atHand.id === row.id;
  const begun = atHand.id === '' && atHand.fiscalYear === row.fiscalYear;
  if (!same && !begun) return;
  tellReplaced(store, atHand, row.review);
  store.stored.value = row.review;
}
