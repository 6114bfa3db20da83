import { Refusal } from '../db/refusal.ts';
import { record } from '../db/write-transaction.ts';
import { forgetCopy, scheduleCopy } from '../mirror/mirror.ts';
import type { Store } from '../store.ts';
import { clearPcRows } from '../tables/pc-rows.ts';
import { forgetLeft, forgetLeftOfKinds } from './second-place.ts';
import { database } from './session.ts';
import { forgetAllUnfinished, forgetUnfinishedOf } from './unfinished.ts';
import { defaultSettings, type Settings, type User } from './user.ts';

/** The people who share this PC. Each act ends with the pages starting anew for whoever is current then. */

/** Everyone who uses this PC, whoever used it last first. */
export async function listUsers(store: Store): Promise<User[]> {
  const users = await (await store.open.promise).users.toArray();
  const order = lastUsed(store);
  const place = ({ id }: User) => (order.includes(id) ? order.indexOf(id) : order.length);
  return users.sort((a, b) => place(a) - place(b));
}

/** The ids, the last first. A convenience: without it the list stands in another order. */
const usedKey = 'furikaeri.used';

function lastUsed(store: Store): readonly string[] {
  const ids: unknown = JSON.parse(store.storage.local.getItem(usedKey) ?? '[]');
  return Array.isArray(ids) ? ids : [];
}

function noteUse(store: Store, id: string): void {
  const others = lastUsed(store).filter((other) => other !== id);
  store.storage.local.setItem(usedKey, JSON.stringify([id, ...others]));
}

/** Gives a person on this PC another name; they need not be the current one. Rejects when they were deleted meanwhile. */
export async function nameUser(store: Store, id: string, label: string): Promise<void> {
  await record(database(store), async (writing) => {
    const user = await writing.getUser(id);
    if (!user) throw new Refusal('missing');
    await writing.putUser({ ...user, label });
  });
  changed(store);
}

/** Adds a person and makes them the current one. */
export async function addUser(
  store: Store,
  label: string,
  settings: Partial<Settings>,
): Promise<User> {
  const added: User = {
    id: crypto.randomUUID(),
    label,
    settings: { ...defaultSettings, ...settings },
  };
  await record(database(store), async (writing) => {
    await writing.putUser(added);
    writing.use(added.id);
  });
  noteUse(store, added.id);
  changed(store);
  return added;
}

export async function switchUser(store: Store, id: string): Promise<void> {
  const before = store.user.peek()?.id;
  await record(database(store), async (writing) => writing.use(id));
  if (before) noteUse(store, before);
  noteUse(store, id);
  changed(store);
}

/**
 * Deletes a person with all reviews, in the database, in the second copy and in the spare place;
 * nobody is current afterwards. With the last one goes what belongs to the PC alone.
 */
export async function deleteUser(store: Store, id: string): Promise<void> {
  const db = database(store);
  const isLast = await record(db, async (writing) => {
    await writing.deleteUser(id);
    writing.use(null);
    const isEmpty = (await db.users.count()) === 0;
    if (isEmpty) await clearPcRows(db);
    return isEmpty;
  });
  forgetLeft(store, id);
  await forgetUnfinishedOf(store, id);
  if (isLast) await forgetUnowned(store);
  store.storage.local.setItem(
    usedKey,
    JSON.stringify(lastUsed(store).filter((other) => other !== id)),
  );
  await forgetCopy(store, id);
  const { forgetInFallback } = await import('../restore/fallback-db.ts');
  await forgetInFallback(store, id);
  changed(store);
}

/** What was typed into pages of nobody and never became a row. */
async function forgetUnowned(store: Store): Promise<void> {
  forgetLeftOfKinds(store, ['visit', 'form']);
  await forgetAllUnfinished(store);
}

function changed(store: Store): void {
  store.broadcast.announce({ users: true });
  scheduleCopy(database(store));
}
