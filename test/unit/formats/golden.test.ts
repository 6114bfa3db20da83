import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { makeBackup } from '../../../core/formats/backup-file.ts';
import { makeCourseFile, parseCourseFile } from '../../../core/formats/course-file.ts';
import { makeFormFile, parseFormFile } from '../../../core/formats/form-file.ts';
import { makeJson } from '../../../core/formats/json-text.ts';
import { parseBackup } from '../../../core/formats/read-backup.ts';
import { parseReviewFile } from '../../../core/formats/read-review-file.ts';
import { makeReviewFile } from '../../../core/formats/review-file.ts';
import { openBackup } from '../../../core/formats/sealed-backup.ts';
import { parseSheetFile } from '../../../core/formats/sheet-file.ts';
import { makeTallyFile, parseTallyFile } from '../../../core/formats/tally-file.ts';
import { makeVisitFile, parseVisitFile } from '../../../core/formats/visit-file.ts';
import { locationText } from '../../../core/result.ts';
import { cipher } from './cipher.ts';
import { backupContent, finished } from './reviews.ts';
import { sha256 } from './sha256.ts';

/** F33. The files in fixtures are frozen: every later version has to read them, or refuse them, as told here. */
const golden = (name: string) =>
  readFileSync(new URL(`../../fixtures/formats/${name}`, import.meta.url), 'utf8');

const parsers = {
  review: parseReviewFile,
  backup: parseBackup,
  sheet: parseSheetFile,
  form: parseFormFile,
};

test.each([
  ['review', 'review-1.json', 'read'],
  ['review', 'review-1-edited.json', 'read, checksum-differs checksum'],
  ['review', 'review-1-truncated.json', 'not-json 34:14'],
  ['review', 'review-2.json', 'newer-format format'],
  ['review', 'backup-1.json', 'other-format format'],
  ['review', 'other-program.json', 'unknown-format format'],
  ['backup', 'backup-1.json', 'read'],
  ['backup', 'backup-1-sealed.json', 'encrypted encrypted'],
  ['backup', 'backup-2.json', 'newer-format format'],
  ['backup', 'review-1.json', 'other-format format'],
  ['backup', 'other-program.json', 'unknown-format format'],
  ['sheet', 'sheet-1.json', 'read'],
  ['sheet', 'sheet-2.json', 'newer-format format'],
  ['sheet', 'review-1.json', 'other-format format'],
  ['form', 'form-1.json', 'read'],
  ['form', 'form-2.json', 'newer-format format'],
  ['form', 'sheet-1.json', 'other-format format'],
  ['form', 'other-program.json', 'unknown-format format'],
] as const)('as a %s, %s: %s', async (kind, name, outcome) => {
  const read = await parsers[kind](golden(name), sha256);
  const problems = !read.ok ? read.problems : 'warnings' in read.value ? read.value.warnings : [];
  const told = problems.map(({ code, at }) => `${code} ${locationText(at)}`);
  expect([...(read.ok ? ['read'] : []), ...told].join(', ')).toBe(outcome);
});

test('a newer file is refused with both versions named', async () => {
  const read = await parseReviewFile(golden('review-2.json'), sha256);
  const params = { found: 'furikaeri.review/2', known: 'furikaeri.review/1' };
  expect(!read.ok && read.problems[0]?.params).toEqual(params);
});

test('what is made today is what was made then', async () => {
  const file = await makeReviewFile(finished, { notes: true, name: '川崎 花子' }, sha256);
  expect(file.ok && makeJson(file.value)).toBe(golden('review-1.json'));
  expect(await makeBackup(backupContent, sha256)).toBe(golden('backup-1.json'));
});

// Read and written, the keys of a step may stand in another order.
test.each([
  ['course-1.json', parseCourseFile, makeCourseFile],
  ['tally-1.json', parseTallyFile, makeTallyFile],
  ['visit-1.json', parseVisitFile, makeVisitFile],
  ['form-1.json', parseFormFile, makeFormFile],
] as const)('%s is read, and written again with the same content', (name, parse, make) => {
  const read = parse(golden(name));
  const again = read.ok ? make(read.value as never) : '{}';
  expect(JSON.parse(again)).toEqual(JSON.parse(golden(name)));
});

test('the sealed one still opens', async () => {
  const opened = await openBackup(golden('backup-1-sealed.json'), '多摩川の合言葉', cipher, sha256);
  expect(opened).toEqual(await parseBackup(golden('backup-1.json'), sha256));
});
