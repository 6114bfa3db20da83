import { announce } from './broadcast.ts';
import { record } from './journal.ts';
import { forgetLeftNotes } from './left-notes.ts';
import { forgetCopy, scheduleCopy } from './second-copy.ts';
import { database, whenOpen } from './session.ts';
import { defaultSettings, type Settings, type User } from './user.ts';

/** The people who share this PC. Each act ends with the pages starting anew for whoever is current then. */

export async function listUsers(): Promise<User[]> {
  return (await whenOpen).users.toArray();
}

/** Adds a person and makes them the current one. */
export async function addUser(label: string, settings: Partial<Settings>): Promise<User> {
  const user: User = {
    id: crypto.randomUUID(),
    label,
    settings: { ...defaultSettings, ...settings },
  };
  await record(database(), async (writing) => {
    await writing.putUser(user);
    writing.use(user.id);
  });
  changed();
  return user;
}

export async function switchUser(id: string): Promise<void> {
  await record(database(), async (writing) => writing.use(id));
  changed();
}

/** Deletes a person with all reviews, in the database, in the second copy and in the spare place; nobody is current afterwards. */
export async function deleteUser(id: string): Promise<void> {
  await record(database(), async (writing) => {
    await writing.deleteUser(id);
    writing.use(null);
  });
  forgetLeftNotes(id);
  await forgetCopy(id);
  const { forgetInSpare } = await import('./spare.ts');
  await forgetInSpare(id);
  changed();
}

function changed(): void {
  announce({ users: true });
  scheduleCopy(database());
}
