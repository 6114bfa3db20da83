import { sha256 } from './sha256.ts';

export type FileContent = string | Uint8Array<ArrayBuffer>;

/** A file that the browser was given as a download. Whether it is on the disk only the file itself can tell: see `confirmSaved`. */
export interface HandedFile {
  readonly state: 'handed';
  readonly name: string;
  /** SHA-256 of its bytes. */
  readonly digest: string;
}

/** What became of a file. Only `saved` may be told as saved: it was read back and holds the same bytes. */
export type SaveOutcome =
  | { readonly state: 'saved'; readonly name: string }
  | HandedFile
  /** The person chose no place for it. */
  | { readonly state: 'cancelled' }
  /** `cause` is the browser's name for the error, or `differs`: what was read back is something else. */
  | { readonly state: 'failed'; readonly cause: string };

type WritableHandle = FileSystemFileHandle & { remove?(): Promise<void> };

/** Not in TypeScript's DOM library: Chromium alone has it. */
interface Picker {
  showSaveFilePicker?(options: {
    readonly id: string;
    readonly suggestedName: string;
  }): Promise<WritableHandle>;
}

/**
 * Saves a file: where the browser lets a page write one (File System Access), at a place that the
 * person chooses, and reads it back; elsewhere, and where a policy forbids it, as a download. Only in
 * answer to a click, since the browser asks for the place; `make` is called once there is one.
 */
export async function saveFile(
  name: string,
  make: () => FileContent | Promise<FileContent>,
): Promise<SaveOutcome> {
  try {
    const handle = await pickPlace(name);
    if (handle === 'cancelled') return { state: 'cancelled' };
    const content = await make();
    if (!handle) return await handOver(name, content);
    await writeChecked(handle, content);
    return { state: 'saved', name: handle.name };
  } catch (error) {
    return { state: 'failed', cause: errorName(error) };
  }
}

/** Where the file goes; null where the browser, or whoever manages it, lets a page choose no place. */
async function pickPlace(name: string): Promise<WritableHandle | 'cancelled' | null> {
  const { showSaveFilePicker } = globalThis as Picker;
  if (!showSaveFilePicker) return null;
  try {
    return await showSaveFilePicker({ id: 'furikaeri-save', suggestedName: name });
  } catch (error) {
    return errorName(error) === 'AbortError' ? 'cancelled' : null;
  }
}

async function handOver(name: string, content: FileContent): Promise<HandedFile> {
  downloadFile(name, content);
  return { state: 'handed', name, digest: await sha256(bytesOf(content)) };
}

/**
 * Writes a file and reads it back. Throws the browser's errors, and `differs` where the file holds
 * something else afterwards; an empty file that was made for it is taken away again.
 */
export async function writeChecked(handle: WritableHandle, content: FileContent): Promise<void> {
  const bytes = bytesOf(content);
  try {
    const writing = await handle.createWritable();
    await writing.write(bytes);
    await writing.close();
  } catch (error) {
    const { size } = await handle.getFile().catch(() => ({ size: 1 }));
    if (size === 0) await handle.remove?.().catch(() => {});
    throw error;
  }
  if ((await digestOf(await handle.getFile())) !== (await sha256(bytes))) throw new Differs();
}

/** Looks into a file that the person has opened: `saved` when it is the one that was handed over, byte by byte. */
export async function confirmSaved(handed: HandedFile, file: File): Promise<SaveOutcome> {
  try {
    const isSame = (await digestOf(file)) === handed.digest;
    return isSame
      ? { state: 'saved', name: file.name }
      : { state: 'failed', cause: new Differs().name };
  } catch (error) {
    return { state: 'failed', cause: errorName(error) };
  }
}

/** Hands a text or bytes to the browser as a download; it never writes over an existing file. Nothing is known of what becomes of it. */
function downloadFile(name: string, content: FileContent): void {
  const type = typeof content === 'string' ? 'application/json' : 'application/octet-stream';
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the blob after the click; a minute is ample.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

class Differs extends Error {
  override name = 'differs';
}

const bytesOf = (content: FileContent): Uint8Array<ArrayBuffer> =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;

const digestOf = async (file: File): Promise<string> =>
  sha256(new Uint8Array(await file.arrayBuffer()));

const errorName = (error: unknown): string => (error instanceof Error ? error.name : String(error));
