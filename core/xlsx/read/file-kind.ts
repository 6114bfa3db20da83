import { failure, type Result, whole } from '../../result.ts';

const oleSign = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const zipSign = [0x50, 0x4b, 0x03, 0x04];

const startsWith = (bytes: Uint8Array, sign: readonly number[]): boolean =>
  sign.every((byte, index) => bytes[index] === byte);

/** Whether a file begins as every .xlsx does. */
export const looksZipped = (bytes: Uint8Array): boolean => startsWith(bytes, zipSign);

/**
 * Says what a file is that is no zip. Excel keeps a workbook with a password in the container that
 * .xls has; the names in it tell them apart.
 * Problems: `encrypted`, `other-workbook`, `text-file`, `not-xlsx`.
 */
export function refuseOtherFile(bytes: Uint8Array): Result<never> {
  if (startsWith(bytes, oleSign)) {
    if (holds(bytes, 'EncryptedPackage')) return failure('encrypted');
    const workbook = holds(bytes, 'Workbook') || holds(bytes, 'Book');
    return workbook ? failure('other-workbook', whole, { kind: '.xls' }) : failure('not-xlsx');
  }
  const start = bytes.subarray(0, 4096);
  const utf16 = startsWith(start, [0xff, 0xfe]) || startsWith(start, [0xfe, 0xff]);
  const text = start.length > 0 && start.every((byte) => byte >= 0x20 || isBlank(byte));
  return failure(utf16 || text ? 'text-file' : 'not-xlsx');
}

const isBlank = (byte: number): boolean => byte === 0x09 || byte === 0x0a || byte === 0x0d;

/** Whether a word stands anywhere in the file, two bytes a letter. */
function holds(bytes: Uint8Array, word: string): boolean {
  const sign = [...word].flatMap((letter) => [letter.charCodeAt(0), 0]);
  const [first = 0] = sign;
  let at = bytes.indexOf(first);
  while (at >= 0) {
    if (startsWith(bytes.subarray(at, at + sign.length), sign)) return true;
    at = bytes.indexOf(first, at + 1);
  }
  return false;
}
