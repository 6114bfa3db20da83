import { japanTimestamp } from '../../../core/calendar/japan-time.ts';
import type { Database } from '../db/database.ts';
import type { Environment } from '../db/environment.ts';

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

/** Renews the copy soon; further writes in the meantime are taken along. */
export function scheduleCopy(db: Database): void {
  const { home } = db;
  clearTimeout(home.copyTimer);
  home.copyTimer = setTimeout(() => void copyNow(db), delay);
}

/** Renews the copy, unless the database has yet to prove that it is whole. A full or missing shelf leaves the old one; the IT desk's page shows its date. */
export async function copyNow(db: Database): Promise<void> {
  const { home } = db;
  clearTimeout(home.copyTimer);
  home.copyTimer = undefined;
  if (!home.isTrusted) return;
  // Nothing of the database depends on it: closed, or the shelf full or gone, there is no new copy.
  await inTurn(home.environment, () => renew(db)).catch(() => {});
}

/** One act on the copy after the other, on all pages: what was read before a deletion must not be written after it. */
function inTurn({ locks }: Environment, act: () => Promise<void>): Promise<void> {
  return locks.request('furikaeri.copy', act);
}

async function renew(db: Database): Promise<void> {
  const { environment, seenCopy } = db.home;
  const { extension } = environment.storage;
  // No page starts with the making of files.
  const [{ backupOf, draftsOf, reviewsOf }, { pcRowsOf }] = await Promise.all([
    import('./backup.ts'),
    import('../tables/pc-rows.ts'),
  ]);
  const { head, owners, rows } = await db.transaction('r', db.tables, async () => {
    const [head, users, rows] = await Promise.all([
      db.heads.get('head'),
      db.users.toArray(),
      pcRowsOf(db),
    ]);
    const owners = await Promise.all(
      users.map(async (user) => ({
        user,
        reviews: await reviewsOf(db, user.id),
        drafts: await draftsOf(db, user.id),
      })),
    );
    return { head, owners, rows };
  });
  if (!head) return;
  // What belongs to nobody is in one copy: that of who uses the PC now.
  const keeper = head.user ?? owners[0]?.user.id;
  const texts = await Promise.all(
    owners.map(
      async ({ user, reviews, drafts }) =>
        [
          userKey(user.id),
          await backupOf(environment, user, reviews, drafts, user.id === keeper ? rows : []),
        ] as const,
    ),
  );
  const copy: CopyHead = {
    seq: head.seq,
    savedAt: japanTimestamp(environment.clock.now()),
    users: owners.map(({ user }) => user.id),
    user: head.user,
  };
  await extension.write({ ...Object.fromEntries(texts), [headKey]: JSON.stringify(copy) });
  if ((await readCopyHead(environment))?.seq === copy.seq) seenCopy.copied = copy.seq;
  const known = new Set(copy.users.map(userKey));
  const gone = (await extension.list(userStart)).filter((key) => !known.has(key));
  if (owners.length === 0) seenCopy.copied = undefined;
  await extension.remove(owners.length ? gone : [...gone, headKey]);
}

/** `hurt`: the shelf can't be read, or what is on it tells no more when it was written. Null where there is none, or nothing in it to restore. */
export async function findCopy({
  storage: { extension },
}: Environment): Promise<CopyHead | 'hurt' | null> {
  try {
    const text = await extension.read(headKey);
    if (text === null) return (await extension.list(userStart)).length > 0 ? 'hurt' : null;
    const head: unknown = JSON.parse(text);
    if (!isCopyHead(head)) return 'hurt';
    return head.users.length > 0 ? head : null;
  } catch {
    return 'hurt';
  }
}

function isCopyHead(value: unknown): value is CopyHead {
  const { seq, savedAt, users, user } = (value ?? {}) as Partial<Record<keyof CopyHead, unknown>>;
  return (
    Number.isSafeInteger(seq) &&
    typeof savedAt === 'string' &&
    !Number.isNaN(Date.parse(savedAt)) &&
    Array.isArray(users) &&
    users.every((each) => typeof each === 'string') &&
    (user === null || typeof user === 'string')
  );
}

/** Null where there is none, nothing in it to restore, or it is hurt. */
export async function readCopyHead(environment: Environment): Promise<CopyHead | null> {
  const copy = await findCopy(environment);
  return copy === 'hurt' ? null : copy;
}

/** The backup texts of all users, whether the head still knows of them or not; none where the shelf can't be read. */
export async function readCopies(
  { storage: { extension } }: Environment,
  head: CopyHead | null,
): Promise<{ user: string; text: string }[]> {
  const keys = await extension.list(userStart).catch((): string[] => []);
  const known = keys.map((key) => key.slice(userStart.length));
  const users = [...new Set([...(head?.users ?? []), ...known])];
  const texts = await Promise.all(
    users.map(async (user) => ({
      user,
      text: await extension.read(userKey(user)).catch(() => null),
    })),
  );
  return texts.flatMap(({ user, text }) => (text === null ? [] : [{ user, text }]));
}

/** Keeps the copy as it stands from being replaced: for those who go on without restoring it. */
export function setCopyAside(environment: Environment, head: CopyHead | null): Promise<void> {
  return inTurn(environment, async () => {
    const texts = await readCopies(environment, head);
    await environment.storage.extension.write(
      Object.fromEntries(texts.map(({ user, text }) => [asideKey(head, user), text])),
    );
  });
}

/** The number in front keeps what was set aside at another time. */
const asideKey = (head: CopyHead | null, user: string): string =>
  `${asideStart}${head?.seq ?? 0}.${user}`;

/** A user's copy that was set aside. */
export interface AsideCopy {
  readonly key: string;
  readonly user: string;
  readonly text: string;
}

export async function readAside({ storage: { extension } }: Environment): Promise<AsideCopy[]> {
  const keys = await extension.list(asideStart);
  return Promise.all(
    keys.map(async (key) => ({
      key,
      user: key.slice(key.lastIndexOf('.') + 1),
      text: (await extension.read(key)) ?? '',
    })),
  );
}

export async function forgetAside(
  { storage: { extension } }: Environment,
  { key }: AsideCopy,
): Promise<void> {
  await extension.remove([key]);
}

/** Takes a user out of the copy, and out of what was set aside. */
export function forgetCopy(environment: Environment, user: string): Promise<void> {
  const { extension } = environment.storage;
  return inTurn(environment, async () => {
    const head = await readCopyHead(environment);
    const users = head?.users.filter((id) => id !== user) ?? [];
    const aside = (await extension.list(asideStart)).filter((key) => key.endsWith(`.${user}`));
    await extension.remove([userKey(user), ...aside, ...(users.length ? [] : [headKey])]);
    if (!head || !users.length) return;
    const left: CopyHead = { ...head, users, user: head.user === user ? null : head.user };
    await extension.write({ [headKey]: JSON.stringify(left) });
  });
}
