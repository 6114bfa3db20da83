import { type CopyHead, readCopyHead } from '../mirror/mirror.ts';
import type { Opening } from '../session/opening.ts';
import type { Store } from '../store.ts';
import { isWhole } from './row-hashes.ts';

/** The state of the store in numbers, without a word of what is in it. */
export interface Diagnosis {
  readonly state: Opening['state'];
  /** The browser's name for what keeps the database shut. */
  readonly cause: string | null;
  /** null where the database can't be looked into. */
  readonly database: {
    readonly version: number;
    readonly users: number;
    readonly reviews: number;
    readonly places: number;
    /** The store's counter: the number of the last write. */
    readonly counter: number;
    /** Every row is as the sentinel knows it. */
    readonly whole: boolean;
  } | null;
  readonly copy: CopyHead | null;
}

export async function diagnose(store: Store): Promise<Diagnosis> {
  const { value } = store.opening;
  const copy = await readCopyHead(store);
  if (value.state !== 'ready' && value.state !== 'damaged') {
    const cause = value.state === 'unreadable' ? value.cause : null;
    return { state: value.state, cause, database: null, copy };
  }
  const { db } = value;
  const [users, reviews, places, head, whole] = await Promise.all([
    db.users.count(),
    db.reviews.count(),
    db.places.count(),
    db.heads.get('head'),
    isWhole(db),
  ]);
  const counter = head?.seq ?? 0;
  return {
    state: value.state,
    cause: null,
    // Dexie keeps version 1 as 10.
    database: { version: db.backendDB().version / 10, users, reviews, places, counter, whole },
    copy,
  };
}
