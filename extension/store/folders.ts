import { user, whenOpen } from './session.ts';

/** The folder a user has chosen for hand-over files. A convenience: losing it loses no answer. */

/** The current user's folder, or null. */
export async function chosenFolder(): Promise<FileSystemDirectoryHandle | null> {
  const owner = user.peek()?.id;
  const row = owner ? await (await whenOpen).folders.get(owner) : undefined;
  return row?.handle ?? null;
}

export async function rememberFolder(handle: FileSystemDirectoryHandle): Promise<void> {
  const owner = user.peek()?.id;
  if (owner) await (await whenOpen).folders.put({ user: owner, handle });
}
