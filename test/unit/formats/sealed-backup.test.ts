import { expect, test } from 'vitest';
import { makeBackup } from '../../../core/formats/backup-file.ts';
import { parseBackup } from '../../../core/formats/read-backup.ts';
import {
  iterationRange,
  iterations,
  openBackup,
  parseEnvelope,
  sealBackup,
} from '../../../core/formats/sealed-backup.ts';
import { inValue, whole } from '../../../core/result.ts';
import { cipher } from './cipher.ts';
import { backupContent } from './reviews.ts';
import { sha256 } from './sha256.ts';

const plain = await makeBackup(backupContent, sha256);
const sealed = await sealBackup(plain, '合言葉', cipher);

test('the passphrase opens it, and nothing in it can be read without', async () => {
  expect(sealed).not.toMatch(/花子|kept|多摩/);
  expect(await openBackup(sealed, '合言葉', cipher, sha256)).toEqual(
    await parseBackup(plain, sha256),
  );
});

test('another passphrase does not open it', async () => {
  const opened = await openBackup(sealed, '合い言葉', cipher, sha256);
  expect(!opened.ok && opened.problems).toEqual([{ code: 'wrong-passphrase', at: whole }]);
});

test('unopened, it is known to be encrypted', async () => {
  const read = await parseBackup(sealed, sha256);
  expect(!read.ok && read.problems).toEqual([{ code: 'encrypted', at: inValue('encrypted') }]);
});

test('what we ask for ourselves is within the range', () => {
  expect(iterations).toBeGreaterThanOrEqual(iterationRange.least);
  expect(iterations).toBeLessThanOrEqual(iterationRange.most);
});

test.each([
  ['iterations', 10 ** 12, 'wrong-value'],
  ['iterations', 1000, 'wrong-value'],
  ['iterations', 600_000.5, 'wrong-value'],
  ['iterations', '600000', 'wrong-type'],
  ['kdf', 'none', 'wrong-value'],
  ['salt', '', 'wrong-value'],
  ['salt', 'AAAA', 'wrong-value'],
  ['iv', 'A'.repeat(20), 'wrong-value'],
  ['data', 'あいうえ', 'wrong-value'],
  ['data', 'AAAAA', 'wrong-value'],
  ['data', 'A===', 'wrong-value'],
  ['data', 'AA=A', 'wrong-value'],
  ['data', null, 'wrong-type'],
  ['data', undefined, 'missing'],
])('an envelope with %s %o is refused before anything is computed', async (key, value, code) => {
  const file = JSON.parse(sealed);
  file.encrypted[key] = value;
  const text = JSON.stringify(file);
  const problems = [{ code, at: inValue(`encrypted.${key}`) }];
  expect(parseEnvelope(text)).toEqual({ ok: false, problems });
  expect(await openBackup(text, '合言葉', cipher, sha256)).toEqual({ ok: false, problems });
});

test('a large envelope is read', () => {
  const file = JSON.parse(sealed);
  file.encrypted.data = 'A'.repeat(12_000_000);
  expect(parseEnvelope(JSON.stringify(file)).ok).toBe(true);
});
