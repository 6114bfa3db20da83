import type { Head } from '../db/schema.ts';

/** What the three places say at one moment. */
export interface Evidence {
  /** The database's; null where it is empty. */
  readonly head: Pick<Head, 'seq' | 'copied'> | null;
  /** Every row is as the sentinel knows it. */
  readonly whole: boolean;
  readonly copy: { readonly seq: number } | 'hurt' | null;
  readonly count: { readonly seq: number } | 'hurt' | null;
}

/**
 * `lost`: the database has lost something. `unproven`: it looks whole, and the places that would
 * know better are gone with what they knew (F49).
 */
export type Verdict = 'sound' | 'unproven' | 'lost';

/**
 * Whether the database can be gone on with. Each place may lag behind the database (a browser that
 * is killed has not written them yet), and none can lead: one that is ahead proves a loss, one that
 * agrees proves that there is none.
 */
export function judge({ head, whole, copy, count }: Evidence): Verdict {
  const seq = head?.seq ?? 0;
  const places = [copy, count].flatMap((place) => (isReadable(place) ? [place] : []));
  if (!whole || places.some((place) => place.seq > seq)) return 'lost';
  // An empty database beside the remains of what was kept of it.
  if (!head) return copy === 'hurt' || count === 'hurt' ? 'lost' : 'sound';
  if (places.some((place) => place.seq === seq)) return 'sound';
  // Of the count nothing follows: the browser may have been killed before it was ever on the disk.
  const copyHurt = head.copied !== undefined && !(isReadable(copy) && copy.seq >= head.copied);
  return copyHurt ? 'unproven' : 'sound';
}

const isReadable = (place: Evidence['copy']): place is { readonly seq: number } =>
  place !== null && place !== 'hurt';
