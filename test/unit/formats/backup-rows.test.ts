import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeBackup } from '../../../core/formats/backup-file.ts';
import { type PcRow, rowsToFile, rowTables } from '../../../core/formats/backup-rows.ts';
import { parseFormFile } from '../../../core/formats/form-file.ts';
import { parseBackup } from '../../../core/formats/read-backup.ts';
import { planRows, rowsIn } from '../../../core/formats/read-backup-rows.ts';
import { openBackup, sealBackup } from '../../../core/formats/sealed-backup.ts';
import { inValue, locationText } from '../../../core/result.ts';
import { builtInCourses } from '../../../core/training/courses.ts';
import { blankVisit } from '../../../core/training/visit-sheet.ts';
import { cipher } from './cipher.ts';
import { oddText } from './odd-text.ts';
import { backupContent } from './reviews.ts';
import { sha256 } from './sha256.ts';

const at = '2026-12-01T10:00:00+09:00';
const golden = (name: string) =>
  readFileSync(new URL(`../../fixtures/formats/${name}`, import.meta.url), 'utf8');
const form = parseFormFile(golden('form-1.json'));
if (!form.ok) throw new Error('no form');
const { format: _, ...taught } = form.value as typeof form.value & { format?: string };

const counts = { kept: 3, 'mostly-kept': 0, 'partly-kept': 1, 'not-kept': 0, 'not-applicable': 0 };
const course = builtInCourses[0]?.course ?? expect.fail('no course');
const rowsOf = (texts: readonly string[], seq: number, title = '研修'): PcRow[] => [
  { table: 'courses', id: 'c', content: { ...course, title }, seq, at },
  {
    table: 'tallies',
    id: 't',
    content: { title, heldAt: at, catalog: [], items: [{ standard: 'a', counts }] },
    seq: seq + 1,
    at,
  },
  ...texts.map((good, index): PcRow => {
    const content = { ...blankVisit, good, marks: { a: 'good' as const } };
    return { table: 'visits', id: `v${index}`, content, seq: seq + 2 + index, at };
  }),
  { table: 'forms', id: taught.id, content: taught, seq, at: '' },
];
const rows = rowsOf(['良い点'], 5);

const roundTrip = async (given: readonly PcRow[]) => {
  const read = await parseBackup(
    await makeBackup({ ...backupContent, ...rowsToFile(given) }, sha256),
    sha256,
  );
  if (!read.ok) throw new Error('refused');
  expect(read.value.warnings).toEqual([]);
  return rowsIn(read.value.file);
};

test('rows of all four kinds come back from a backup, each as the file of its kind', async () => {
  expect(await roundTrip(rows)).toEqual({ rows, problems: [] });
  const file = rowsToFile(rows);
  expect(
    rowTables.map((table) => (file[table]?.[0] as { format?: string } | undefined)?.format),
  ).toEqual(['furikaeri.course/1', 'furikaeri.tally/1', 'furikaeri.visit/1', 'furikaeri.form/1']);
});

test('they come back from a sealed one too', async () => {
  const plain = await makeBackup({ ...backupContent, ...rowsToFile(rows) }, sha256);
  const opened = await openBackup(
    await sealBackup(plain, '多摩川の合言葉', cipher),
    '多摩川の合言葉',
    cipher,
    sha256,
  );
  expect(opened.ok && rowsIn(opened.value.file).rows).toEqual(rows);
});

test('texts of any letters come back as they were written', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(oddText, { maxLength: 4 }),
      fc.nat(),
      oddText,
      async (texts, seq, title) => {
        const any = rowsOf(texts, seq, title);
        expect(await roundTrip(any)).toEqual({ rows: any, problems: [] });
      },
    ),
    { numRuns: 40 },
  );
});

test('a backup without rows is what it was before there were any, and has none', async () => {
  const text = await makeBackup({ ...backupContent, ...rowsToFile([]) }, sha256);
  expect(text).toBe(golden('backup-1.json'));
  const read = await parseBackup(text, sha256);
  expect(read.ok && rowsIn(read.value.file)).toEqual({ rows: [], problems: [] });
});

const { courses: [courseFile] = [], visits: [visitFile] = [] } = rowsToFile(rows);
test.each<[string, object, string]>([
  ['no id', { visits: [{ ...visitFile, id: undefined }] }, 'missing visits[0].id'],
  [
    'an id that is none',
    { visits: [visitFile, { ...visitFile, id: 7 }] },
    'wrong-type visits[1].id',
  ],
  ['no number', { visits: [{ ...visitFile, seq: undefined }] }, 'missing visits[0].seq'],
  ['a number below none', { visits: [{ ...visitFile, seq: -1 }] }, 'wrong-type visits[0].seq'],
  [
    'a newer version',
    { courses: [{ ...courseFile, format: 'furikaeri.course/2' }] },
    'newer-format courses[0].format',
  ],
  [
    'another kind',
    { courses: [{ ...courseFile, format: 'furikaeri.tally/1' }] },
    'other-format courses[0].format',
  ],
  [
    'a course without steps',
    { courses: [{ ...courseFile, steps: [] }] },
    'wrong-value courses[0].steps',
  ],
  [
    'marks of its own',
    { visits: [{ ...visitFile, marks: { a: 'bad' } }] },
    'wrong-value visits[0].marks.a',
  ],
])('a row with %s is told with its place, and the others are read', (_, file, problem) => {
  const read = rowsIn({ ...rowsToFile(rows.filter(({ table }) => table === 'tallies')), ...file });
  expect(read.problems.map(({ code, at }) => `${code} ${locationText(at)}`)).toEqual([problem]);
  expect(read.rows.some(({ table }) => table === 'tallies')).toBe(true);
});

test('rows that are in no list are refused with the file', async () => {
  const text = await makeBackup({ ...backupContent, visits: 'x' as never }, sha256);
  const read = await parseBackup(text, sha256);
  expect(!read.ok && read.problems).toEqual([{ code: 'wrong-type', at: inValue('visits') }]);
});

test('a time that is none is not known', () => {
  const read = rowsIn({ visits: [{ ...visitFile, at: 'いつか' } as object] });
  expect(read.rows[0]?.at).toBe('');
});

const visit = (seq: number, good = '良い点', id = 'v'): PcRow => ({
  table: 'visits',
  id,
  content: { ...blankVisit, good },
  seq,
  at,
});
test.each([
  ['not here', [], [visit(3)], ['add 3']],
  ['older here', [visit(2, '前')], [visit(3)], ['change 3']],
  ['later here', [visit(4, '後')], [visit(3)], ['leave 3']],
  ['at a tie', [visit(3, '後')], [visit(3)], ['leave 3']],
  ['the same, older here', [visit(2)], [visit(3)], ['leave 3']],
  ['kept before there were numbers', [visit(0, '前')], [visit(1)], ['change 1']],
  ['twice in the file', [], [visit(3), visit(5), visit(4)], ['add 5']],
  ['another one here', [visit(9, '別', 'w')], [visit(3)], ['add 3']],
])('%s', (_, here, file, plan) => {
  expect(planRows(here, file).map(({ effect, row }) => `${effect} ${row.seq}`)).toEqual(plan);
});

test('a form that came as a file is the same as the one that was taught', () => {
  const [mine, theirs] = [taught, form.value].map(
    (content, seq): PcRow => ({ table: 'forms', id: taught.id, content, seq, at }),
  );
  expect(mine && theirs && planRows([mine], [theirs])[0]?.effect).toBe('leave');
});

test('doing it twice changes nothing more, and nothing later is ever lost', () => {
  const anyRows = fc.array(
    fc.record({ seq: fc.nat(9), good: fc.constantFrom('甲', '乙'), id: fc.constantFrom('v', 'w') }),
    { maxLength: 6 },
  );
  const rowsFrom = (given: { seq: number; good: string; id: string }[]) =>
    given.map(({ seq, good, id }) => visit(seq, good, id));
  const uniqueById = (all: readonly PcRow[]) => [
    ...new Map(all.map((row) => [row.id, row])).values(),
  ];
  fc.assert(
    fc.property(anyRows, anyRows, (ours, theirs) => {
      const here = uniqueById(rowsFrom(ours));
      const file = rowsFrom(theirs);
      const written = planRows(here, file).filter(({ effect }) => effect !== 'leave');
      const after = uniqueById([...here, ...written.map(({ row }) => row)]);
      expect(planRows(after, file).filter(({ effect }) => effect !== 'leave')).toEqual([]);
      for (const row of here) {
        expect(after.find(({ id }) => id === row.id)?.seq).toBeGreaterThanOrEqual(row.seq);
      }
    }),
  );
});
