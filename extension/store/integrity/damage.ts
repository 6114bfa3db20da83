import type { Database } from '../db/database.ts';
import { record, type Writing } from '../db/write-transaction.ts';
import { type CopyHead, setCopyAside } from '../mirror/mirror.ts';
import { defaultSettings } from '../session/user.ts';
import { type FoundCount, seqOf } from './answer-count.ts';

/** What can be done with a database that has lost something (F3, F4), beside restoring. */

/** When the latest answer in it was given, as a timestamp; null when none is left. */
export async function latestAnswerAt(db: Database): Promise<string | null> {
  const rows = await db.reviews.toArray();
  const answers = rows.flatMap(({ review }) => Object.values(review.answers));
  return answers.sort((a, b) => a.seq - b.seq).at(-1)?.at ?? null;
}

/** Inside a transaction: gives reviews and drafts whose person is lost a person without a name. Returns the ids of all people. */
export async function adoptOrphans(db: Database, writing: Writing): Promise<ReadonlySet<string>> {
  const [users, reviews, drafts] = await Promise.all([
    db.users.toArray(),
    db.reviews.toArray(),
    db.drafts.toArray(),
  ]);
  const known = new Set(users.map(({ id }) => id));
  for (const { user } of [...reviews, ...drafts]) {
    if (!known.has(user)) {
      await writing.putUser({ id: user, label: '', settings: defaultSettings });
    }
    known.add(user);
  }
  return known;
}

/**
 * Goes on with what is left. The copy is kept aside, and the counter lifted
 * above the other places, so that it isn't asked again.
 */
export async function goOnWithout(
  db: Database,
  copy: CopyHead | null,
  count: FoundCount,
): Promise<void> {
  // Of a hurt one whatever can still be read.
  await setCopyAside(db.home.environment, copy).catch((error: unknown) => {
    if (copy) throw error;
  });
  await record(db, async (writing) => {
    await writing.acceptRows();
    const known = await adoptOrphans(db, writing);
    const head = await db.heads.get('head');
    if (!head?.user || !known.has(head.user)) writing.use([...known][0] ?? null);
    writing.countFrom(Math.max(copy?.seq ?? 0, seqOf(count)) + 1);
  });
}
