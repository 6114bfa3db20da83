import { Refusal } from '../db/refusal.ts';
import { record } from '../db/write-transaction.ts';
import { forgetCopy, scheduleCopy } from '../mirror/mirror.ts';
import { clearPcRows } from '../tables/pc-rows.ts';
import { announce } from './broadcast.ts';
import { forgetLeft, forgetLeftOfKinds } from './second-place.ts';
import { database, user, whenOpen } from './session.ts';
import { forgetAllUnfinished, forgetUnfinishedOf } from './unfinished.ts';
import { defaultSettings, type Settings, type User } from './user.ts';

/** The people who share this PC. Each act ends with the pages starting anew for whoever is current then. */

/** Everyone who uses this PC, whoever used it last first. */
export async function listUsers(): Promise<User[]> {
  const users = await (await whenOpen).users.toArray();
  const order = lastUsed();
  const place = ({ id }: User) => (order.includes(id) ? order.indexOf(id) : order.length);
  return users.sort((a, b) => place(a) - place(b));
}

/** The ids, the last first. A convenience: without it the list stands in another order. */
const usedKey = 'furikaeri.used';

function lastUsed(): readonly string[] {
  const ids: unknown = JSON.parse(localStorage.getItem(usedKey) ?? '[]');
  return Array.isArray(ids) ? ids : [];
}

function noteUse(id: string): void {
  const others = lastUsed().filter((other) => other !== id);
  localStorage.setItem(usedKey, JSON.stringify([id, ...others]));
}

/** Gives a person on this PC another name; they need not be the current one. Rejects when they were deleted meanwhile. */
export async function nameUser(id: string, label: string): Promise<void> {
  await record(database(), async (writing) => {
    const user = await writing.getUser(id);
    if (!user) throw new Refusal('missing');
    await writing.putUser({ ...user, label });
  });
  changed();
}

/** Adds a person and makes them the current one. */
export async function addUser(label: string, settings: Partial<Settings>): Promise<User> {
  const added: User = {
    id: crypto.randomUUID(),
    label,
    settings: { ...defaultSettings, ...settings },
  };
  await record(database(), async (writing) => {
    await writing.putUser(added);
    writing.use(added.id);
  });
  noteUse(added.id);
  changed();
  return added;
}

export async function switchUser(id: string): Promise<void> {
  const before = user.peek()?.id;
  await record(database(), async (writing) => writing.use(id));
  if (before) noteUse(before);
  noteUse(id);
  changed();
}

/**
 * Deletes a person with all reviews, in the database, in the second copy and in the spare place;
 * nobody is current afterwards. With the last one goes what belongs to the PC alone.
 */
export async function deleteUser(id: string): Promise<void> {
  const db = database();
  const isLast = await record(db, async (writing) => {
    await writing.deleteUser(id);
    writing.use(null);
    const isEmpty = (await db.users.count()) === 0;
    if (isEmpty) await clearPcRows(db);
    return isEmpty;
  });
  forgetLeft(id);
  await forgetUnfinishedOf(id);
  if (isLast) await forgetUnowned();
  localStorage.setItem(usedKey, JSON.stringify(lastUsed().filter((other) => other !== id)));
  await forgetCopy(id);
  const { forgetInSpare } = await import('../restore/fallback-db.ts');
  await forgetInSpare(id);
  changed();
}

/** What was typed into pages of nobody and never became a row. */
async function forgetUnowned(): Promise<void> {
  forgetLeftOfKinds(['visit', 'form']);
  await forgetAllUnfinished();
}

function changed(): void {
  announce({ users: true });
  scheduleCopy(database());
}
