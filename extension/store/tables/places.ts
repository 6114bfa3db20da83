import type { StandardId } from '../../../core/catalog/catalog.ts';
import type { Store } from '../store.ts';

/** The item a person was at last, so that coming back opens it. A convenience: losing it loses no answer. */

export function rememberPlace(store: Store, standard: StandardId): void {
  const review = store.stored.peek()?.id;
  if (!review || standard === store.place) return;
  store.place = standard;
  void store.open.promise.then(({ places }) => places.put({ review, standard })).catch(() => {});
}

/** The item the review at hand was left at, or null. */
export async function lastPlace(store: Store): Promise<StandardId | null> {
  const review = store.stored.peek()?.id;
  const row = review ? await (await store.open.promise).places.get(review) : undefined;
  return row?.standard ?? null;
}
