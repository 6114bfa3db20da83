import { batch } from '@preact/signals';
import type { Database } from '../db/database.ts';
import type { Store } from '../store.ts';
import { saveNotes } from './notes.ts';
import { forgetLeft } from './second-place.ts';
import { takeOver } from './session.ts';
import type { User } from './user.ts';

/** Another page has changed the users: this one asks who goes on where it is another now, and else shows what is new. */
export async function followUsers(store: Store): Promise<void> {
  const { value: opening } = store.opening;
  const owner = store.user.peek();
  if (opening.state !== 'ready' || !owner) startAnew(store);
  else await followUser(store, opening.db, owner);
}

async function followUser(store: Store, db: Database, owner: User): Promise<void> {
  const [head, users] = await Promise.all([db.heads.get('head'), db.users.toArray()]);
  const here = users.find(({ id }) => id === owner.id);
  if (!here) {
    // Deleted, and with them what was on its way to the disk.
    batch(() => {
      store.drafts.value = {};
      store.pending.value = [];
    });
    forgetLeft(store, owner.id);
    startAnew(store);
    return;
  }
  const saving = saveNotes();
  if (head?.user !== owner.id) {
    store.switched.value = { to: users.find(({ id }) => id === head?.user) ?? null };
    return;
  }
  store.switched.value = null;
  if (here.settings.language === owner.settings.language) {
    await takeOver(store, here);
    return;
  }
  // Other words stand all over the page.
  await saving;
  startAnew(store);
}

/** Nothing that is still to be saved may be lost to the reload. */
function startAnew(store: Store): void {
  if (store.pending.peek().length === 0) store.lifecycle.startAnew();
}
