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

/**
 * Writes a new file and answers with its name: `name`, or where it is taken `name (2)` and so on,
 * for a file that is there is never touched. Only in answer to a click, since the browser may ask
 * again for permission. Throws the browser's errors: `NotAllowedError` (refused), `NotFoundError`
 * (the folder is gone), `QuotaExceededError` (full); nothing is left behind then.
 */
export async function saveIntoFolder(
  folder: FileSystemDirectoryHandle,
  name: string,
  text: string,
): Promise<string> {
  const permission = await (folder as Folder).requestPermission({ mode: 'readwrite' });
  if (permission !== 'granted') throw new DOMException('', 'NotAllowedError');
  const free = await freeName(folder, name);
  const file = await folder.getFileHandle(free, { create: true });
  try {
    const writing = await file.createWritable();
    await writing.write(text);
    await writing.close();
  } catch (error) {
    await folder.removeEntry(free).catch(() => {});
    throw error;
  }
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
