import { batch } from '@preact/signals';
import { assign } from '../../../core/review/completion.ts';
import type { Review } from '../../../core/review/review.ts';
import { useLanguage } from '../../../locales/t.ts';
import { Refusal } from '../db/refusal.ts';
import { record } from '../db/write-transaction.ts';
import { scheduleCopy } from '../mirror/mirror.ts';
import type { Store } from '../store.ts';
import { unbegun } from './current-review.ts';
import { markSaved } from './saving.ts';
import { database } from './session.ts';
import type { User } from './user.ts';

/**
 * Saves a change of a user's name and settings, on top of what is on the disk by then: two saves that
 * overlap, and another page's, lose nothing of each other. A new unit or role holds for the review at hand as
 * well, unless it is finished: what was handed over stays as it was. Problem: `missing` (the user
 * was deleted on another page).
 */
export async function saveProfile(
  store: Store,
  id: User['id'],
  change: (now: User) => User,
): Promise<void> {
  const db = database(store);
  const atHand = store.stored.peek();
  const { next, review } = await record(db, async (writing) => {
    const now = await writing.getUser(id);
    if (!now) throw new Refusal('missing');
    const next = change(now);
    await writing.putUser(next);
    const row = atHand?.id ? await writing.getReview(atHand.id) : undefined;
    if (!row || isAssigned(row.review, next)) return { next, review: row?.review };
    const { unit, role } = next.settings;
    const assigned = assign(row.review, unit, role, writing.moment);
    if (!assigned.ok) return { next, review: row.review };
    await writing.putReview({ ...row, review: assigned.value });
    return { next, review: assigned.value };
  });
  await useLanguage(next.settings.language);
  batch(() => {
    store.user.value = next;
    store.stored.value = review ?? unbegun(next, store.clock.now());
    markSaved(store);
  });
  store.broadcast.announce({ users: true });
  scheduleCopy(db);
}

const isAssigned = ({ unit, role }: Review, { settings }: User): boolean =>
  JSON.stringify([unit, role]) === JSON.stringify([settings.unit, settings.role]);
