import { japanTimestamp } from '../../core/calendar/japan-time.ts';
import { clearShelf, readShelf, writeShelf } from '../platform/shelf.ts';
import { backupOf, reviewsOf } from './backup.ts';
import type { Database } from './database.ts';

/**
 * The second copy: each user's backup file, kept up to date outside IndexedDB.
 * It can lag behind the database by the writes of a moment, never lead: a copy
 * that is ahead proves that the database has lost something (F3, F4).
 */
export interface CopyHead {
  readonly seq: number;
  readonly savedAt: string;
  readonly users: readonly string[];
}

const headKey = 'furikaeri.head';
const userKey = (user: string): string => `furikaeri.user.${user}`;
const delay = 400;

let timer: ReturnType<typeof setTimeout> | undefined;
let trusted = false;

/** Says that the database has been compared with its copy: from here on it may replace it. */
export function trustDatabase(): void {
  trusted = true;
}

/** Renews the copy soon; further writes in the meantime are taken along. */
export function scheduleCopy(db: Database): void {
  clearTimeout(timer);
  timer = setTimeout(() => void copyNow(db), delay);
}

/** Renews the copy, unless the database has yet to prove that it is whole. A full or missing shelf leaves the old one; the IT desk's page shows its date. */
export async function copyNow(db: Database): Promise<void> {
  clearTimeout(timer);
  timer = undefined;
  if (!trusted) return;
  const head = await db.heads.get('head');
  if (!head) return;
  const users = await db.users.toArray();
  const texts = await Promise.all(
    users.map(
      async (user) =>
        [userKey(user.id), await backupOf(user, await reviewsOf(db, user.id))] as const,
    ),
  );
  const copy: CopyHead = {
    seq: head.seq,
    savedAt: japanTimestamp(Date.now()),
    users: users.map(({ id }) => id),
  };
  await writeShelf({ ...Object.fromEntries(texts), [headKey]: JSON.stringify(copy) });
}

export async function readCopyHead(): Promise<CopyHead | null> {
  const text = await readShelf(headKey);
  return text ? (JSON.parse(text) as CopyHead) : null;
}

/** The backup texts of all users in the copy. */
export async function readCopies(head: CopyHead): Promise<string[]> {
  const texts = await Promise.all(head.users.map((user) => readShelf(userKey(user))));
  return texts.filter((text) => text !== null);
}

/** Takes a user, or with the last one everything, out of the copy. */
export async function forgetCopy(user: string): Promise<void> {
  const head = await readCopyHead();
  const users = head?.users.filter((id) => id !== user) ?? [];
  await clearShelf(users.length ? [userKey(user)] : [userKey(user), headKey]);
  if (head && users.length) await writeShelf({ [headKey]: JSON.stringify({ ...head, users }) });
}
