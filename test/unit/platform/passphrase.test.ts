import { createCipheriv, createDecipheriv, pbkdf2Sync } from 'node:crypto';
import { expect, test } from 'vitest';
import { cipher } from '../../../extension/platform/passphrase.ts';

// Made by OpenSSL through Node's other crypto, and checked against RFC 7914 §11's PBKDF2 vectors below.
const known = {
  passphrase: '窓口の8つの約束',
  text: '答え：守れている。\n',
  envelope: {
    kdf: 'PBKDF2-SHA-256',
    iterations: 100_000,
    salt: 'AAECAwQFBgcICQoLDA0ODw==',
    iv: 'EBESExQVFhcYGRob',
    data: 'T2R58PCu1p0w/RCZL1IYsh9rJdv9umHGAHAH+7X/jqllFLXTewJvjsHJlNg=',
  },
} as const;

/** The same key by another implementation. */
const keyOf = (passphrase: string, salt: string, iterations: number) =>
  pbkdf2Sync(passphrase, Buffer.from(salt, 'base64'), iterations, 32, 'sha256');

test('the other implementation derives the keys of RFC 7914', () => {
  expect(pbkdf2Sync('passwd', 'salt', 1, 64, 'sha256').toString('hex')).toBe(
    '55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc' +
      '49ca9cccf179b645991664b39d77ef317c71b845b1e30bd509112041d3a19783',
  );
});

test('an envelope made elsewhere opens', async () => {
  expect(await cipher.open(known.envelope, known.passphrase)).toBe(known.text);
});

test('what we seal, another implementation opens, with 600,000 rounds', async () => {
  const sealed = await cipher.seal(known.text, known.passphrase);
  expect(sealed).toMatchObject({ kdf: 'PBKDF2-SHA-256', iterations: 600_000 });
  const key = keyOf(known.passphrase, sealed.salt, sealed.iterations);
  const bytes = Buffer.from(sealed.data, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(sealed.iv, 'base64'));
  decipher.setAuthTag(bytes.subarray(-16));
  const opened = Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]);
  expect(opened.toString('utf8')).toBe(known.text);
});

test('salt and nonce are new each time', async () => {
  const [one, two] = await Promise.all([cipher.seal('', 'p'), cipher.seal('', 'p')]);
  expect(one.salt).not.toBe(two.salt);
  expect(one.iv).not.toBe(two.iv);
});

const altered = (data: string) => `${data[0] === 'A' ? 'B' : 'A'}${data.slice(1)}`;
const { envelope, passphrase } = known;
test.each([
  ['another passphrase', envelope, `${passphrase}。`],
  ['altered data', { ...envelope, data: altered(envelope.data) }, passphrase],
  ['another nonce', { ...envelope, iv: altered(envelope.iv) }, passphrase],
  ['another salt', { ...envelope, salt: altered(envelope.salt) }, passphrase],
  ['other rounds', { ...envelope, iterations: 100_001 }, passphrase],
  ['data shorter than its tag', { ...envelope, data: 'AAAA' }, passphrase],
])('%s opens nothing', async (_, wrong, phrase) => {
  expect(await cipher.open(wrong, phrase)).toBeNull();
});

test('a long text comes back whole', async () => {
  const long = '区役所サービス'.repeat(40_000);
  const cheap = createCipheriv('aes-256-gcm', keyOf('p', envelope.salt, 100_000), Buffer.alloc(12));
  const data = Buffer.concat([cheap.update(long, 'utf8'), cheap.final(), cheap.getAuthTag()]);
  const sealed = { ...envelope, iv: 'AAAAAAAAAAAAAAAA', data: data.toString('base64') };
  expect(await cipher.open(sealed, 'p')).toBe(long);
});
