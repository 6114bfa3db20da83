import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  backupFileName,
  courseFileName,
  formFileName,
  reviewFileName,
  sheetFileName,
  tallyFileName,
  visitFileName,
  workbookFileName,
} from '../../../core/formats/file-name.ts';
import type { Unit } from '../../../core/review/review.ts';
import { oddText } from './odd-text.ts';

const id = '3f2b8c1e-5a7d-4e90-8b16-0c9d2e4f6a71';
const nowhere: Unit = { ward: null, division: null, section: null };
const savedAt = Date.parse('2026-12-01T10:05:00+09:00');

test.each([
  [{ ward: '多摩区', division: '区民サービス部', section: '区民課' }, 'R8_多摩区_区民課'],
  [{ ...nowhere, ward: '多摩区' }, 'R8_多摩区'],
  [{ ...nowhere, section: '保護第1課・保護第2課' }, 'R8_保護第1課・保護第2課'],
  [nowhere, 'R8'],
  [{ ...nowhere, ward: '', section: ' 　' }, 'R8'],
  [{ ...nowhere, ward: '../../etc', section: 'C:\\課' }, 'R8_.._.._etc_C_課'],
  [{ ...nowhere, section: '区民 課　窓口\n' }, 'R8_区民_課_窓口'],
  [{ ...nowhere, section: 'a<b>c:d"e/f\\g|h?i*j' }, 'R8_a_b_c_d_e_f_g_h_i_j'],
  [{ ...nowhere, section: '課\u202enosj.exe\ud842' }, 'R8_課_nosj.exe'],
  [{ ...nowhere, section: '葛\u{e0100}飾区\ue000' }, 'R8_葛\u{e0100}飾区\ue000'],
  [{ ...nowhere, section: '𠮷'.repeat(30) }, `R8_${'𠮷'.repeat(11)}…${'𠮷'.repeat(12)}`],
  // The end is what tells two sections apart.
  [
    { ...nowhere, section: '地域みまもり支援センター（福祉事務所・保健所支所）保護第１課' },
    'R8_地域みまもり支援センタ…・保健所支所）保護第１課',
  ],
  [
    { ...nowhere, section: '地域みまもり支援センター（福祉事務所・保健所支所）保護第２課' },
    'R8_地域みまもり支援センタ…・保健所支所）保護第２課',
  ],
])('%o', (unit, start) => {
  expect(reviewFileName({ id, revision: 1, fiscalYear: 2026, unit })).toBe(
    `${start}_自己点検_3f2b8c1e_r1.json`,
  );
  expect(backupFileName(2026, unit, savedAt)).toBe(`${start}_控え_20261201-1005.json`);
});

test('the year and the revision show', () => {
  const name = reviewFileName({ id, revision: 12, fiscalYear: 2019, unit: nowhere });
  expect(name).toBe('R1_自己点検_3f2b8c1e_r12.json');
});

test.each([
  ['新任職員研修', 'R8_新任職員研修_集計_20261201-1005.json', '研修_新任職員研修.json'],
  ['../a:b', 'R8_.._a_b_集計_20261201-1005.json', '研修_.._a_b.json'],
  ['　', 'R8_集計_20261201-1005.json', '研修.json'],
])('of a course called %j', (title, tally, course) => {
  expect(tallyFileName(title, savedAt)).toBe(tally);
  expect(courseFileName(title)).toBe(course);
});

test.each([
  ['様式.xlsx', '様式_20261201-1005.xlsx'],
  ['様式.XLSM', '様式_20261201-1005.xlsm'],
  ['様式_20261123-0012.xlsx', '様式_20261201-1005.xlsx'],
  ['様式_20261123-0012_20261123-0014 (2).xlsx', '様式_20261201-1005.xlsx'],
  ['20261123-0012.xlsx', '20261201-1005.xlsx'],
  ['様式_20261123.xlsx', '様式_20261123_20261201-1005.xlsx'],
  ['様式(1).xlsx', '様式(1)_20261201-1005.xlsx'],
  [
    '長い名前の様式です長い名前の様式です_20261123-0012.xlsx',
    '長い名前の様式です長い名前の様式です_20261201-1005.xlsx',
  ],
])('of a workbook called %j', (original, name) => {
  expect(workbookFileName(original, savedAt)).toBe(name);
});

const sheetOf = (section: string) => ({
  fiscalYear: 2026,
  ward: '多摩区',
  policies: [],
  sections: [{ division: null, section, targets: [] }],
});
const long = '多摩区役所地域みまもり支援センター（福祉事務所・保健所支所）';

test.each<[string, (name: string) => string]>([
  [
    'review',
    (section) =>
      reviewFileName({ ...{ id, revision: 1 }, fiscalYear: 2026, unit: { ...nowhere, section } }),
  ],
  ['backup', (section) => backupFileName(2026, { ...nowhere, section }, savedAt)],
  ['tally', (title) => tallyFileName(title, savedAt)],
  ['workbook', (stem) => workbookFileName(`${stem}.xlsx`, savedAt)],
  ['form', formFileName],
  ['course', courseFileName],
  ['observer’s sheet', (place) => visitFileName({ place }, savedAt)],
  ['sheet', (section) => sheetFileName(sheetOf(section), savedAt)],
])('the end of a long name tells two files apart: %s', (_, nameOf) => {
  const names = ['保護第１課', '保護第２課'].map((section) => nameOf(`${long}${section}`));
  expect(names[0]).not.toBe(names[1]);
  expect(names[1]).toContain('保護第２課');
});

// A title stands alone in its name: what tells it apart may stand in its middle, too.
test.each([
  ['workbook', (stem: string) => workbookFileName(`${stem}.xlsx`, savedAt)],
  ['form', formFileName],
  ['course', courseFileName],
] as const)('the middle of a name tells two files apart: %s', (_, nameOf) => {
  const [first, second] = ['１', '２'].map((no) =>
    nameOf(`多摩区役所地域みまもり支援センター保護第${no}課_目標・結果シート_最終版`),
  );
  expect(first).not.toBe(second);
  const widest = nameOf('𠮷'.repeat(300));
  expect(new TextEncoder().encode(widest).length).toBeLessThanOrEqual(255);
});

test('any unit gives a name every system takes', () => {
  const part = fc.option(oddText, { nil: null });
  fc.assert(
    fc.property(fc.record({ ward: part, division: part, section: part }), (unit) => {
      for (const name of [
        reviewFileName({ id, revision: 9999, fiscalYear: 2026, unit }),
        backupFileName(2026, unit, savedAt),
      ]) {
        expect(name).not.toMatch(/[<>:"/\\|?*\s\p{Cc}\p{Cf}\p{Cs}]/u);
        expect(name).toMatch(/^R8_.*\.json$/);
        expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(255);
      }
    }),
  );
});
