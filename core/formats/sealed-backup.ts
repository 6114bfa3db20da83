import { check, integer, literal, maxValue, minValue, number, pipe, regex, string } from 'valibot';
import { fields, parseShape } from '../catalog/shape.ts';
import { upgrade } from '../format.ts';
import { failure, type Result } from '../result.ts';
import { type Backup, backupFormat } from './backup-file.ts';
import type { Sha256 } from './digest.ts';
import { makeJson, parseJson } from './json-text.ts';
import { parseBackup } from './read-backup.ts';
import type { ReadFile } from './read-file.ts';

/** A backup under a passphrase (F44). The cryptography is the shell's: core only knows the envelope. */

export interface Envelope {
  readonly kdf: 'PBKDF2-SHA-256';
  readonly iterations: number;
  /** Base64, like `iv` and `data`. */
  readonly salt: string;
  /** 12 bytes. */
  readonly iv: string;
  /** AES-256-GCM of the backup's text in UTF-8, with its tag. */
  readonly data: string;
}

export interface Cipher {
  seal(text: string, passphrase: string): Promise<Envelope>;
  /** The text, or null where the passphrase or the data is not the one it was sealed with. */
  open(envelope: Envelope, passphrase: string): Promise<string | null>;
}

/** How often a new passphrase is hashed. */
export const iterations = 600_000;

/**
 * What a file may ask for: fewer would be no protection, and 10^12 would keep the PC busy for days.
 */
export const iterationRange = { least: 100_000, most: 10_000_000 } as const;

// Looks for what does not belong: a pattern of groups of four overflows the engine's stack on a large file.
const base64 = pipe(
  string(),
  check((value) => value.length % 4 === 0 && !/[^A-Za-z0-9+/]/.test(value.replace(/={1,2}$/, ''))),
);

const schema = fields({
  format: literal('furikaeri.backup/1'),
  encrypted: fields({
    kdf: literal('PBKDF2-SHA-256'),
    iterations: pipe(
      number(),
      integer(),
      minValue(iterationRange.least),
      maxValue(iterationRange.most),
    ),
    salt: pipe(base64, regex(/^.{24,88}$/)),
    iv: pipe(base64, regex(/^.{16}$/)),
    data: base64,
  }),
});

/** The text of a backup file that only the passphrase opens; `backup` is the text of a plain one. */
export async function sealBackup(
  backup: string,
  passphrase: string,
  cipher: Cipher,
): Promise<string> {
  const format = 'furikaeri.backup/1';
  return makeJson({ format, encrypted: await cipher.seal(backup, passphrase) });
}

/**
 * The envelope in the text of a sealed backup.
 * Problems: those of `parseJson`, `upgrade` and `parseShape`.
 */
export function parseEnvelope(text: string): Result<Envelope> {
  const json = parseJson(text);
  if (!json.ok) return json;
  const upgraded = upgrade(json.value, backupFormat);
  if (!upgraded.ok) return upgraded;
  const shaped = parseShape(schema, upgraded.value);
  return shaped.ok ? { ok: true, value: shaped.value.encrypted } : shaped;
}

/**
 * The content of a sealed backup.
 * Problems: `wrong-passphrase`, those of `parseEnvelope`, and those of `parseBackup` for what was
 * inside.
 */
export async function openBackup(
  text: string,
  passphrase: string,
  cipher: Cipher,
  sha256: Sha256,
): Promise<Result<ReadFile<Backup>>> {
  const envelope = parseEnvelope(text);
  if (!envelope.ok) return envelope;
  const opened = await cipher.open(envelope.value, passphrase);
  return opened === null ? failure('wrong-passphrase') : parseBackup(opened, sha256);
}
