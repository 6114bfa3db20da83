import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCatalog } from '../../../core/catalog/parse.ts';
import { parseCourseFile } from '../../../core/formats/course-file.ts';
import { parseFormFile } from '../../../core/formats/form-file.ts';
import { parseJson } from '../../../core/formats/json-text.ts';
import { parseBackup } from '../../../core/formats/read-backup.ts';
import { parseReviewFile } from '../../../core/formats/read-review-file.ts';
import { parseEnvelope } from '../../../core/formats/sealed-backup.ts';
import { parseSheetFile } from '../../../core/formats/sheet-file.ts';
import { parseTallyFile } from '../../../core/formats/tally-file.ts';
import { parseVisitFile } from '../../../core/formats/visit-file.ts';
import { locationText, type Result } from '../../../core/result.ts';

import { sha256 } from './sha256.ts';

const bytesOf = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url));

const readers: [string, string, (text: string) => Result<unknown> | Promise<Result<unknown>>][] = [
  ['hand-over', 'test/fixtures/formats/review-1.json', (text) => parseReviewFile(text, sha256)],
  ['backup', 'test/fixtures/formats/backup-1.json', (text) => parseBackup(text, sha256)],
  ['sealed backup', 'test/fixtures/formats/backup-1-sealed.json', parseEnvelope],
  ['course', 'test/fixtures/formats/course-1.json', parseCourseFile],
  ['tally', 'test/fixtures/formats/tally-1.json', parseTallyFile],
  ['observer’s sheet', 'test/fixtures/formats/visit-1.json', parseVisitFile],
  ['sheet', 'test/fixtures/formats/sheet-1.json', parseSheetFile],
  ['form', 'test/fixtures/formats/form-1.json', parseFormFile],
  [
    'catalog',
    'core/catalog/data/kawasaki-city-2016.json',
    (text) => {
      const json = parseJson(text);
      return json.ok ? parseCatalog(json.value) : json;
    },
  ],
];

/** One to three places where bytes are cut out and others put in. */
const wounds = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.oneof(fc.nat(3), fc.nat(400)),
    put: fc.oneof(
      fc.uint8Array({ maxLength: 3 }),
      fc
        .constantFrom('"', '{', '}', ',', 'null', '-1', '"__proto__":', '\\u0000', '\\ud800', '[[')
        .map((text) => new TextEncoder().encode(text)),
    ),
  }),
  { minLength: 1, maxLength: 3 },
);

const prototypeKeys = () =>
  [Object.prototype, Array.prototype, Function.prototype].map((each) => Reflect.ownKeys(each));

// F22, F24
test.each(readers)('a damaged %s is refused with places, or is valid', async (_, path, read) => {
  const good = bytesOf(path);
  expect((await read(good.toString('utf8'))).ok).toBe(true);
  const before = prototypeKeys();
  await fc.assert(
    fc.asyncProperty(wounds, async (wounds) => {
      let bytes: Buffer = good;
      for (const { at, cut, put } of wounds) {
        const from = Math.floor(at * bytes.length);
        bytes = Buffer.concat([bytes.subarray(0, from), put, bytes.subarray(from + cut)]);
      }
      const result = await read(bytes.toString('utf8'));
      if (result.ok) {
        expect(Object.getPrototypeOf(result.value)).toBe(Object.prototype);
      } else {
        expect(result.problems.length).toBeGreaterThan(0);
        for (const { code, at } of result.problems)
          expect(`${code} ${locationText(at)}`).toMatch(/ ./);
      }
    }),
    { numRuns: 300 },
  );
  expect(prototypeKeys()).toEqual(before);
});

test.each(readers)('any value in any place of a %s is refused or valid', async (_, path, read) => {
  const text = bytesOf(path).toString('utf8');
  const values = [...text.matchAll(/: (?:"[^"]*"|[\w.]+)/g)];
  await fc.assert(
    fc.asyncProperty(fc.nat(values.length - 1), fc.jsonValue(), async (index, value) => {
      const [whole, at] = [values[index]?.[0] ?? '', values[index]?.index ?? 0];
      const changed = `${text.slice(0, at)}: ${JSON.stringify(value)}${text.slice(at + whole.length)}`;
      const result = await read(changed);
      if (!result.ok) expect(result.problems).not.toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test.each(readers)('a %s cut off anywhere is refused at its last line', async (_, path, read) => {
  const text = bytesOf(path).toString('utf8');
  for (let part = 0; part < 40; part++) {
    const cut = text.slice(0, Math.floor(((text.length - 3) * part) / 40));
    const result = await read(cut);
    const at = !result.ok && result.problems[0]?.at;
    expect(at).toMatchObject({ kind: 'line', line: cut.split('\n').length });
  }
});

test.each(readers)('a forbidden key anywhere in a %s is refused', async (_, path, read) => {
  const text = bytesOf(path).toString('utf8');
  const opens = [...text.matchAll(/\{/g)].slice(0, 40).map(({ index }) => index + 1);
  const spellings = [
    '__proto__',
    '\\u005f_proto__',
    'constructor',
    'c\\u006fnstructor',
    'prototype',
  ];
  for (const [index, at] of opens.entries()) {
    const key = spellings[index % spellings.length];
    const result = await read(`${text.slice(0, at)}"${key}":{"polluted":1},${text.slice(at)}`);
    expect(!result.ok && result.problems[0]?.code).toBe('forbidden-key');
  }
  expect('polluted' in {}).toBe(false);
});
