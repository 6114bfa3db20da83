import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeBackup } from '../../../core/formats/backup-file.ts';
import { withChecksum } from '../../../core/formats/digest.ts';
import { parseBackup } from '../../../core/formats/read-backup.ts';
import { locationText } from '../../../core/result.ts';
import { anyReview, backupContent, finished } from './reviews.ts';
import { sha256 } from './sha256.ts';

test('everything of the user comes back, cleared answers with their counter too', async () => {
  const read = await parseBackup(await makeBackup(backupContent, sha256), sha256);
  const checksum = expect.stringMatching(/^sha256-/);
  const file = { format: 'furikaeri.backup/1', ...backupContent, checksum };
  expect(read).toEqual({ ok: true, value: { file, warnings: [] } });
  expect(read.ok && read.value.file.reviews[0]?.answers['counter-greeting']).toEqual({
    rating: null,
    note: 'あとで考える',
    seq: 43,
    at: '2026-12-01T10:00:00+09:00',
  });
});

test('any reviews come back unit by unit', async () => {
  const reviews = fc.uniqueArray(anyReview, { maxLength: 4, selector: ({ id }) => id });
  await fc.assert(
    fc.asyncProperty(reviews, fc.jsonValue(), async (reviews, setting) => {
      const text = await makeBackup({ ...backupContent, reviews, settings: { setting } }, sha256);
      const read = await parseBackup(text, sha256);
      // JSON knows no -0.
      const kept = JSON.parse(JSON.stringify({ reviews, setting }));
      expect(read.ok && read.value.warnings).toEqual([]);
      expect(read.ok && read.value.file.reviews).toEqual(kept.reviews);
      expect(read.ok && read.value.file.settings).toEqual({ setting: kept.setting });
    }),
  );
});

test('the checksum is that of the file as written, not as filled up', async () => {
  const { completedAt, seq, ...review } = finished;
  const written = { format: 'furikaeri.backup/1', ...backupContent, reviews: [review] };
  const text = JSON.stringify(await withChecksum(written, sha256));
  const read = await parseBackup(text, sha256);
  expect(read.ok && read.value.warnings).toEqual([]);
});

// biome-ignore lint/suspicious/noExplicitAny: the point is to put in what the types forbid.
const changed = async (change: (file: any) => void) => {
  const file = JSON.parse(await makeBackup(backupContent, sha256));
  change(file);
  return parseBackup(JSON.stringify(file), sha256);
};

test('keys of others are kept on every level, and the change is noticed', async () => {
  const read = await changed((file) => {
    file.remark = 1;
    file.reviews[0].remark = [2];
    file.reviews[0].answers['phone-name-first'].remark = { three: 3 };
  });
  expect(read.ok && read.value.warnings.map(({ code }) => code)).toEqual(['checksum-differs']);
  expect(read.ok && read.value.file).toMatchObject({
    remark: 1,
    reviews: [{ remark: [2], answers: { 'phone-name-first': { remark: { three: 3 } } } }],
  });
});

test('a file with the format’s keys alone gets the rest', async () => {
  const read = await changed((file) => {
    const { completedAt, seq, ...review } = file.reviews[0];
    file.reviews = [{ ...review, unit: {}, goals: [{ text: '名乗る', standard: null }] }];
  });
  expect(read.ok && read.value.file.reviews[0]).toEqual({
    ...finished,
    completedAt: null,
    seq: 0,
    unit: { ward: null, division: null, section: null },
    goals: [{ text: '名乗る', standard: null, outcome: null, outcomeNote: null }],
  });
});

// biome-ignore lint/suspicious/noExplicitAny: the point is to put in what the types forbid.
const broken: [string, (file: any) => void, string][] = [
  ['a review twice', (f) => f.reviews.push(f.reviews[0]), 'duplicate-id reviews[1].id'],
  ['no user', (f) => delete f.user, 'missing user'],
  ['no checksum', (f) => delete f.checksum, 'missing checksum'],
  ['a third state', (f) => (f.reviews[0].state = 'lost'), 'wrong-value reviews[0].state'],
  [
    'a negative counter',
    (f) => (f.reviews[0].answers['phone-name-first'].seq = -1),
    'wrong-value reviews[0].answers.phone-name-first.seq',
  ],
  ['a counter beyond counting', (f) => (f.reviews[0].seq = 2 ** 60), 'wrong-value reviews[0].seq'],
  ['sheets of text', (f) => (f.sheets = ['x']), 'wrong-type sheets[0]'],
  ['settings in a list', (f) => (f.settings = []), 'wrong-type settings'],
  ['a hand-over', (f) => (f.format = 'furikaeri.review/1'), 'other-format format'],
  ['a version to come', (f) => (f.format = 'furikaeri.backup/2'), 'newer-format format'],
  ['a sealed file', (f) => (f.encrypted = {}), 'encrypted encrypted'],
];

test.each(broken)('refused: %s', async (_, change, problem) => {
  const read = await changed(change);
  expect(!read.ok && read.problems.map(({ code, at }) => `${code} ${locationText(at)}`)).toEqual([
    problem,
  ]);
});
