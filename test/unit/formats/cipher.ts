import { createCipheriv, createDecipheriv, pbkdf2Sync, randomBytes } from 'node:crypto';
import { type Cipher, iterationRange } from '../../../core/formats/sealed-backup.ts';

const keyOf = (passphrase: string, salt: Buffer, rounds: number) =>
  pbkdf2Sync(passphrase.normalize('NFKC'), salt, rounds, 32, 'sha256');

/** The envelope's cryptography in another implementation than the shells'. */
export const cipher: Cipher = {
  async seal(text, passphrase) {
    const [salt, iv] = [randomBytes(16), randomBytes(12)];
    const rounds = iterationRange.least;
    const aes = createCipheriv('aes-256-gcm', keyOf(passphrase, salt, rounds), iv);
    const data = Buffer.concat([aes.update(text, 'utf8'), aes.final(), aes.getAuthTag()]);
    return {
      kdf: 'PBKDF2-SHA-256',
      iterations: rounds,
      salt: salt.toString('base64'),
      iv: iv.toString('base64'),
      data: data.toString('base64'),
    };
  },
  async open({ salt, iv, data, iterations }, passphrase) {
    const bytes = Buffer.from(data, 'base64');
    const key = keyOf(passphrase, Buffer.from(salt, 'base64'), iterations);
    const aes = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64'));
    try {
      aes.setAuthTag(bytes.subarray(-16));
      return aes.update(bytes.subarray(0, -16), undefined, 'utf8') + aes.final('utf8');
    } catch {
      return null;
    }
  },
};
