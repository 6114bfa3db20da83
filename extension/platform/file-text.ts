import { failure, type Result, success, whole } from '../../core/result.ts';

/** How the letters of a text file are written. */
export type Encoding = 'UTF-8' | 'UTF-16' | 'Shift_JIS';

export interface FileText {
  readonly text: string;
  readonly encoding: Encoding;
}

/**
 * The text of a file. Ours are UTF-8; an editor on Windows may have saved one anew as Shift_JIS
 * (ANSI) or UTF-16 (Unicode), which would else be read as letters that are none. A file that is
 * none of these is read as UTF-8, with U+FFFD for what isn't; one that is cut off inside of a
 * letter is still what it was.
 */
export async function textOf(file: File): Promise<FileText> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const mark = `${bytes[0]} ${bytes[1]}`;
  if (mark === '255 254') return decoded(bytes, 'utf-16le', 'UTF-16');
  if (mark === '254 255') return decoded(bytes, 'utf-16be', 'UTF-16');
  for (const [label, encoding] of [
    ['utf-8', 'UTF-8'],
    ['shift_jis', 'Shift_JIS'],
  ] as const) {
    try {
      const text = new TextDecoder(label, { fatal: true }).decode(bytes, { stream: true });
      return { text, encoding };
    } catch {
      // It is another one.
    }
  }
  return decoded(bytes, 'utf-8', 'UTF-8');
}

const decoded = (bytes: Uint8Array, label: string, encoding: Encoding): FileText => ({
  text: new TextDecoder(label).decode(bytes),
  encoding,
});

/**
 * The text of a file that is taken only as it was saved: without a checksum nobody can tell which letters
 * another encoding has lost. Problem: `other-encoding`.
 */
export async function ownText(file: File): Promise<Result<string>> {
  const { text, encoding } = await textOf(file);
  return encoding === 'UTF-8' ? success(text) : failure('other-encoding', whole, { encoding });
}
