import { type FileContent, writeChecked } from './save-file.ts';
import { sha256 } from './sha256.ts';

/** A folder on the PC that the user has chosen, where the browser lets a page write into one (File System Access). */

interface Permission {
  readonly mode: 'readwrite';
}

/** Not in TypeScript's DOM library: Chromium alone has it. */
interface Picker {
  showDirectoryPicker?(
    options: Permission & { readonly id: string },
  ): Promise<FileSystemDirectoryHandle>;
}

type Folder = FileSystemDirectoryHandle & {
  queryPermission(permission: Permission): Promise<PermissionState>;
  requestPermission(permission: Permission): Promise<PermissionState>;
};

export const canChooseFolder = 'showDirectoryPicker' in globalThis;

/** The name of an error as browsers give it. */
const nameOf = (error: unknown): string => (error instanceof Error ? error.name : String(error));

/** Asks for a folder; null when none was chosen. Only in answer to a click. */
export async function chooseFolder(): Promise<FileSystemDirectoryHandle | null> {
  try {
    const { showDirectoryPicker } = globalThis as Picker;
    return (await showDirectoryPicker?.({ id: 'furikaeri', mode: 'readwrite' })) ?? null;
  } catch (error) {
    if (nameOf(error) === 'AbortError') return null;
    throw error;
  }
}

/** Whether the page may write into it by now, without asking. */
export const mayWrite = (folder: FileSystemDirectoryHandle): Promise<PermissionState> =>
  (folder as Folder).queryPermission({ mode: 'readwrite' });

/** Has the browser ask the person. Only in answer to a click. */
export const askToWrite = (folder: FileSystemDirectoryHandle): Promise<PermissionState> =>
  (folder as Folder).requestPermission({ mode: 'readwrite' });

/** The names of the files in it. */
export async function filesIn(folder: FileSystemDirectoryHandle): Promise<string[]> {
  const names: string[] = [];
  for await (const [name, { kind }] of folder.entries()) if (kind === 'file') names.push(name);
  return names;
}

/** The SHA-256 of a file in it. */
export async function digestIn(folder: FileSystemDirectoryHandle, name: string): Promise<string> {
  const file = await (await folder.getFileHandle(name)).getFile();
  return sha256(new Uint8Array(await file.arrayBuffer()));
}

/** Writes a file of this name, new or in the place of one that is ours, and reads it back. Throws like `saveIntoFolder`. */
export async function writeIntoFolder(
  folder: FileSystemDirectoryHandle,
  name: string,
  content: FileContent,
): Promise<void> {
  const isNew = !(await isTaken(folder, name));
  const file = await folder.getFileHandle(name, { create: true });
  try {
    await writeChecked(file, content);
  } catch (error) {
    if (isNew) await folder.removeEntry(name).catch(() => {});
    throw error;
  }
}

/**
 * Writes a new file, reads it back, and answers with its name: `name`, or where it is taken
 * `name (2)` and so on, for a file that is there is never touched. Only in answer to a click, since
 * the browser may ask again for permission. Throws the browser's errors: `NotAllowedError`
 * (refused), `NotFoundError` (the folder is gone), `QuotaExceededError` (full), and `differs` where
 * the file holds something else afterwards; nothing is left behind then.
 */
export async function saveIntoFolder(
  folder: FileSystemDirectoryHandle,
  name: string,
  content: FileContent,
): Promise<string> {
  const permission = await askToWrite(folder);
  if (permission !== 'granted') throw new DOMException('', 'NotAllowedError');
  const free = await freeName(folder, name);
  await writeIntoFolder(folder, free, content);
  return free;
}

async function freeName(folder: FileSystemDirectoryHandle, name: string): Promise<string> {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : name.replace(/(\.\w+)?$/, ` (${number})$1`);
    if (!(await isTaken(folder, candidate))) return candidate;
  }
}

async function isTaken(folder: FileSystemDirectoryHandle, name: string): Promise<boolean> {
  try {
    await folder.getFileHandle(name);
    return true;
  } catch (error) {
    if (nameOf(error) === 'NotFoundError') return false;
    // A folder has that name.
    if (nameOf(error) === 'TypeMismatchError') return true;
    throw error;
  }
}
