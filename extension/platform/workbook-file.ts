/** Workbooks on the PC, and writing back into them where the browser allows (File System Access). */

export type FileHandle = FileSystemFileHandle;

interface Permission {
  readonly mode: 'read' | 'readwrite';
}

/** Not in TypeScript's DOM library: Chromium alone has them. */
interface Picker {
  showOpenFilePicker?(options: {
    readonly id: string;
    readonly types: readonly {
      readonly description: string;
      readonly accept: Readonly<Record<string, readonly string[]>>;
    }[];
  }): Promise<readonly FileHandle[]>;
}

type Asking = FileHandle & { requestPermission(permission: Permission): Promise<PermissionState> };

type Dropped = DataTransferItem & { getAsFileSystemHandle?(): Promise<FileSystemHandle | null> };

const types = [
  {
    description: 'Excel, JSON',
    accept: {
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['.xlsx', '.xlsm'],
      'application/json': ['.json'],
    },
  },
];

export const canPickFile = 'showOpenFilePicker' in globalThis;

/** Asks for a file that can be written back; null when none was chosen. Only in answer to a click. */
export async function pickFile(): Promise<FileHandle | null> {
  try {
    const { showOpenFilePicker } = globalThis as Picker;
    return (await showOpenFilePicker?.({ id: 'furikaeri-sheet', types }))?.[0] ?? null;
  } catch (error) {
    if (error instanceof Error && error.name === 'AbortError') return null;
    throw error;
  }
}

/** The file that was dropped, as one that can be written back; null where the browser has no such. */
export async function droppedFile(items: DataTransferItemList): Promise<FileHandle | null> {
  const [item] = items;
  const handle = await (item as Dropped | undefined)?.getAsFileSystemHandle?.();
  return handle?.kind === 'file' ? (handle as FileHandle) : null;
}

export async function bytesOf(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await file.arrayBuffer());
}

/** What a file holds by now; null where the person or the PC does not let it be read. Only in answer to a click. */
export async function readAgain(handle: FileHandle): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const permission = await (handle as Asking).requestPermission({ mode: 'read' });
    return permission === 'granted' ? await bytesOf(await handle.getFile()) : null;
  } catch {
    return null; // moved, or deleted
  }
}

/**
 * Writes `bytes` in place of `expected` into a file, once the person has allowed it. `changed`: the
 * file holds something else by now, and stays as it is (F39). Only in answer to a click. Throws the
 * browser's errors; the file is whole then, the old or the new. `differs`: read back, it holds
 * something else than was written (F45).
 */
export async function writeBack(
  handle: FileHandle,
  expected: Uint8Array,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<'written' | 'refused' | 'changed' | 'differs'> {
  const permission = await (handle as Asking).requestPermission({ mode: 'readwrite' });
  if (permission !== 'granted') return 'refused';
  if (!same(await bytesOf(await handle.getFile()), expected)) return 'changed';
  // What is written goes to a copy, which takes the file's place when it is closed.
  const writing = await handle.createWritable();
  try {
    await writing.write(bytes);
  } catch (error) {
    await writing.abort().catch(() => {});
    throw error;
  }
  await writing.close();
  return same(await bytesOf(await handle.getFile()), bytes) ? 'written' : 'differs';
}

export const same = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, index) => byte === other[index]);
