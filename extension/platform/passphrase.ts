import { type Cipher, iterations } from '../../core/formats/sealed-backup.ts';

/** The lock on a backup file (F44): PBKDF2-SHA-256 makes a key of the passphrase, AES-256-GCM seals with it. */
export const cipher: Cipher = {
  async seal(text, passphrase) {
    const salt = crypto.getRandomValues(new Uint8Array(16));
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const key = await keyOf(passphrase, salt, iterations);
    const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, utf8(text));
    return {
      kdf: 'PBKDF2-SHA-256',
      iterations,
      salt: toBase64(salt),
      iv: toBase64(iv),
      data: toBase64(new Uint8Array(sealed)),
    };
  },

  async open(envelope, passphrase) {
    try {
      const { salt, iv, data } = envelope;
      const key = await keyOf(passphrase, fromBase64(salt), envelope.iterations);
      const algorithm = { name: 'AES-GCM', iv: fromBase64(iv) };
      const opened = await crypto.subtle.decrypt(algorithm, key, fromBase64(data));
      return new TextDecoder('utf-8', { fatal: true }).decode(opened);
    } catch {
      // GCM can't tell a wrong passphrase from altered data, nor may we.
      return null;
    }
  },
};

async function keyOf(passphrase: string, salt: Bytes, rounds: number): Promise<CryptoKey> {
  const phrase = await crypto.subtle.importKey('raw', utf8(passphrase), 'PBKDF2', false, [
    'deriveKey',
  ]);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds },
    phrase,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

type Bytes = Uint8Array<ArrayBuffer>;

const utf8 = (text: string): Bytes => new TextEncoder().encode(text);

function toBase64(bytes: Bytes): string {
  let binary = '';
  // In parts: a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 0x8000) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return btoa(binary);
}

const fromBase64 = (text: string): Bytes =>
  Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
