import { utf8 } from '../utf8.ts';
import { canonicalJson } from './canonical-json.ts';

/** The SHA-256 of bytes in lower-case hex: the shell's hand, core has no crypto. */
export type Sha256 = (bytes: Uint8Array<ArrayBuffer>) => Promise<string>;

/** `sha256-<hex>` of a JSON value's canonical form. */
export async function digest(value: unknown, sha256: Sha256): Promise<string> {
  return `sha256-${await sha256(utf8(canonicalJson(value)))}`;
}

/** The object with `checksum`, the digest of all the rest, as its last key. */
export async function withChecksum<T extends object>(
  object: T,
  sha256: Sha256,
): Promise<Omit<T, 'checksum'> & { readonly checksum: string }> {
  const { checksum: _, ...rest } = object as T & { checksum?: unknown };
  return { ...rest, checksum: await digest(rest, sha256) };
}

/** Whether the object's `checksum` is that of its content: no edit, no damage; no proof of who wrote it (F32). */
export async function checksumHolds(object: object, sha256: Sha256): Promise<boolean> {
  const { checksum, ...rest } = object as { checksum?: unknown };
  return checksum === (await digest(rest, sha256));
}
