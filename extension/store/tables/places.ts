import type { StandardId } from '../../../core/catalog/catalog.ts';
import { stored } from '../session/pending.ts';
import { whenOpen } from '../session/session.ts';

/** The item a person was at last, so that coming back opens it. A convenience: losing it loses no answer. */

let last: StandardId | null = null;

export function rememberPlace(standard: StandardId): void {
  const review = stored.peek()?.id;
  if (!review || standard === last) return;
  last = standard;
  void whenOpen.then(({ places }) => places.put({ review, standard })).catch(() => {});
}

/** The item the review at hand was left at, or null. */
export async function lastPlace(): Promise<StandardId | null> {
  const review = stored.peek()?.id;
  const row = review ? await (await whenOpen).places.get(review) : undefined;
  return row?.standard ?? null;
}
