import type { Database } from '../db/database.ts';
import type { Head } from '../db/schema.ts';
import { rowHash } from './row-hash.ts';

/** True when every row the head knows of is there, unchanged, and no other. */
export async function isWhole(db: Database): Promise<boolean> {
  return db.transaction('r', db.heads, db.users, db.reviews, db.drafts, async () => {
    const [head, ...rows] = await Promise.all([
      db.heads.get('head'),
      db.users.toArray(),
      db.reviews.toArray(),
      db.drafts.toArray(),
    ]);
    return matches(head, rows.flat());
  });
}

function matches(head: Head | undefined, rows: readonly { id: string }[]): boolean {
  const hashes = head?.hashes ?? {};
  return (
    rows.length === Object.keys(hashes).length &&
    rows.every((row) => hashes[row.id] === rowHash(row))
  );
}
