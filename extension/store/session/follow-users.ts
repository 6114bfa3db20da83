import { batch } from '@preact/signals';
import type { Database } from '../db/database.ts';
import { saveNotes } from './notes.ts';
import { drafts, pending } from './pending.ts';
import { forgetLeft } from './second-place.ts';
import { opening, switched, takeOver, user } from './session.ts';
import type { User } from './user.ts';

/** Another page has changed the users: this one asks who goes on where it is another now, and else shows what is new. */
export async function followUsers(): Promise<void> {
  const { value: store } = opening;
  const owner = user.peek();
  if (store.state !== 'ready' || !owner) startAnew();
  else await followUser(store.db, owner);
}

async function followUser(db: Database, owner: User): Promise<void> {
  const [head, users] = await Promise.all([db.heads.get('head'), db.users.toArray()]);
  const here = users.find(({ id }) => id === owner.id);
  if (!here) {
    // Deleted, and with them what was on its way to the disk.
    batch(() => {
      drafts.value = {};
      pending.value = [];
    });
    forgetLeft(owner.id);
    startAnew();
    return;
  }
  const saving = saveNotes();
  if (head?.user !== owner.id) {
    switched.value = { to: users.find(({ id }) => id === head?.user) ?? null };
    return;
  }
  switched.value = null;
  if (here.settings.language === owner.settings.language) {
    await takeOver(here);
    return;
  }
  // Other words stand all over the page.
  await saving;
  startAnew();
}

/** Nothing that is still to be saved may be lost to the reload. */
function startAnew(): void {
  if (pending.peek().length === 0) location.reload();
}
