import { japanTimestamp } from '../../core/calendar/japan-time.ts';
import { clearShelf, listShelf, readShelf, writeShelf } from '../platform/shelf.ts';
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
  /** Who was using the PC. */
  readonly user: string | null;
}

const headKey = 'furikaeri.head';
const userStart = 'furikaeri.user.';
const asideStart = 'furikaeri.aside.';
const userKey = (user: string): string => `${userStart}${user}`;
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
  // Nothing of the database depends on it: closed, or the shelf full or gone, there is no new copy.
  await inTurn(() => renew(db)).catch(() => {});
}

/** One act on the copy after the other, on all pages: what was read before a deletion must not be written after it. */
function inTurn(act: () => Promise<void>): Promise<void> {
  return navigator.locks.request('furikaeri.copy', act);
}

async function renew(db: Database): Promise<void> {
  // No page starts with the making of files.
  const { backupOf, draftsOf, reviewsOf } = await import('./backup.ts');
  const { head, owners } = await db.transaction(
    'r',
    db.heads,
    db.users,
    db.reviews,
    db.drafts,
    async () => {
      const [head, users] = await Promise.all([db.heads.get('head'), db.users.toArray()]);
      const owners = await Promise.all(
        users.map(async (user) => ({
          user,
          reviews: await reviewsOf(db, user.id),
          drafts: await draftsOf(db, user.id),
        })),
      );
      return { head, owners };
    },
  );
  if (!head) return;
  const texts = await Promise.all(
    owners.map(
      async ({ user, reviews, drafts }) =>
        [userKey(user.id), await backupOf(user, reviews, drafts)] as const,
    ),
  );
  const copy: CopyHead = {
    seq: head.seq,
    savedAt: japanTimestamp(Date.now()),
    users: owners.map(({ user }) => user.id),
    user: head.user,
  };
  await writeShelf({ ...Object.fromEntries(texts), [headKey]: JSON.stringify(copy) });
  const known = new Set(copy.users.map(userKey));
  const gone = (await listShelf(userStart)).filter((key) => !known.has(key));
  await clearShelf(owners.length ? gone : [...gone, headKey]);
}

/** Null where there is none, or nothing in it to restore. */
export async function readCopyHead(): Promise<CopyHead | null> {
  try {
    const head: CopyHead | null = JSON.parse((await readShelf(headKey)) ?? 'null');
    return head?.users.length ? head : null;
  } catch {
    return null; // the shelf itself is hurt
  }
}

/** The backup texts of all users in the copy. */
export async function readCopies(head: CopyHead): Promise<{ user: string; text: string }[]> {
  const texts = await Promise.all(
    head.users.map(async (user) => ({ user, text: await readShelf(userKey(user)) })),
  );
  return texts.flatMap(({ user, text }) => (text === null ? [] : [{ user, text }]));
}

/** Keeps the copy as it stands from being replaced: for those who go on without restoring it. */
export function setCopyAside(head: CopyHead): Promise<void> {
  return inTurn(async () => {
    const texts = await readCopies(head);
    await writeShelf(
      Object.fromEntries(texts.map(({ user, text }) => [asideKey(head, user), text])),
    );
  });
}

/** The number in front keeps what was set aside at another time. */
const asideKey = ({ seq }: CopyHead, user: string): string => `${asideStart}${seq}.${user}`;

/** A user's copy that was set aside. */
export interface AsideCopy {
  readonly key: string;
  readonly user: string;
  readonly text: string;
}

export async function readAside(): Promise<AsideCopy[]> {
  const keys = await listShelf(asideStart);
  return Promise.all(
    keys.map(async (key) => ({
      key,
      user: key.slice(key.lastIndexOf('.') + 1),
      text: (await readShelf(key)) ?? '',
    })),
  );
}

export async function forgetAside({ key }: AsideCopy): Promise<void> {
  await clearShelf([key]);
}

/** Takes a user out of the copy, and out of what was set aside. */
export function forgetCopy(user: string): Promise<void> {
  return inTurn(async () => {
    const head = await readCopyHead();
    const users = head?.users.filter((id) => id !== user) ?? [];
    const aside = (await listShelf(asideStart)).filter((key) => key.endsWith(`.${user}`));
    await clearShelf([userKey(user), ...aside, ...(users.length ? [] : [headKey])]);
    if (!head || !users.length) return;
    const left: CopyHead = { ...head, users, user: head.user === user ? null : head.user };
    await writeShelf({ [headKey]: JSON.stringify(left) });
  });
}
