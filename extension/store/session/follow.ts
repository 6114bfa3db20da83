import { listen } from './broadcast.ts';
import { stored } from './pending.ts';
import { replaceOther, tellReplaced } from './saving.ts';
import { user, whenOpen } from './session.ts';

/** Keeps this page in step with the others: their answers and settings appear here, and a change of user is asked about. */
export function followOtherPages(): void {
  listen(async (news) => {
    if ('review' in news) await followReview(news.review);
    else await (await import('./follow-users.ts')).followUsers();
  });
}

async function followReview(id: string): Promise<void> {
  const row = await (await whenOpen).reviews.get(id);
  const atHand = stored.peek();
  if (!row || !atHand || row.user !== user.peek()?.id) return;
  replaceOther(row.review);
  const same = atHand.id === row.id;
  const begun = atHand.id === '' && atHand.fiscalYear === row.fiscalYear;
  if (!same && !begun) return;
  tellReplaced(atHand, row.review);
  stored.value = row.review;
}
