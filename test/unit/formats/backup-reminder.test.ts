import { expect, test } from 'vitest';
import {
  type BackupHistory,
  backupReminder,
  confirmedBackup,
  handedBackup,
  noBackups,
  putOff,
  restoredBackup,
  savedBackup,
} from '../../../core/formats/backup-reminder.ts';

const on = (day: number) => `2026-12-${String(day).padStart(2, '0')}T10:00:00+09:00`;

test.each([
  { daysOfUse: 1, covered: null, completedAt: null, cause: null },
  { daysOfUse: 29, covered: null, completedAt: null, cause: null },
  { daysOfUse: 30, covered: null, completedAt: null, cause: 'days' },
  { daysOfUse: 1, covered: null, completedAt: on(5), cause: 'completed' },
  { daysOfUse: 30, covered: null, completedAt: on(5), cause: 'completed' },
  { daysOfUse: 1, covered: on(5), completedAt: on(5), cause: null },
  { daysOfUse: 30, covered: on(5), completedAt: on(5), cause: 'days' },
  // Completed once more since; taken up again since.
  { daysOfUse: 1, covered: on(5), completedAt: on(7), cause: 'completed' },
  { daysOfUse: 1, covered: on(5), completedAt: on(1), cause: null },
])(
  '$daysOfUse days of use, completed $completedAt, covered $covered: $cause',
  ({ completedAt, cause, ...history }) => {
    expect(backupReminder({ backedUpAt: null, ...history }, completedAt)).toBe(cause);
  },
);

const file = { at: on(6), name: '控え.json', digest: 'a' };
const use = (history: BackupHistory, days: number): BackupHistory => ({
  ...history,
  daysOfUse: history.daysOfUse + days,
});
const handed = handedBackup(use(noBackups, 12), file, on(5));

test.each<[string, BackupHistory, string | null, string | null]>([
  ['handed over, nothing else due', handedBackup(noBackups, file, null), null, null],
  ['handed over after completing', handed, on(5), 'unconfirmed'],
  ['handed over, completed once more', handed, on(7), 'completed'],
  ['handed over, taken up again', handed, null, null],
  ['handed over, 30 days in all', use(handed, 18), null, 'unconfirmed'],
  ['handed over 29 days ago', use(handed, 29), on(5), 'unconfirmed'],
  ['handed over 30 days ago', use(handed, 30), on(5), 'days'],
  ['opened back', confirmedBackup(handed, on(8)), on(5), null],
  ['opened back after completing once more', confirmedBackup(handed, on(8)), on(7), 'completed'],
  ['opened back, 30 days later', confirmedBackup(use(handed, 30), on(8)), on(5), 'days'],
  ['put off, 30 days later', use(putOff(handed, on(5)), 30), on(5), 'days'],
  ['put off, 29 days later', use(putOff(handed, on(5)), 29), on(5), null],
  ['saved at once after it', savedBackup(on(8), on(7)), on(7), null],
  ['restored from a file', restoredBackup(noBackups, on(6), on(5)), on(5), null],
  ['restored from an older file', restoredBackup(noBackups, on(6), on(5)), on(7), 'completed'],
  [
    'restored, a later one known',
    restoredBackup(savedBackup(on(8), on(7)), on(6), on(5)),
    on(7),
    null,
  ],
])('%s', (_, history, completedAt, cause) => {
  expect(backupReminder(history, completedAt)).toBe(cause);
});

test('of a backup restored and one saved the later is named', () => {
  expect(restoredBackup(savedBackup(on(8), null), on(6), null).backedUpAt).toBe(on(8));
  expect(restoredBackup(savedBackup(on(4), null), on(6), null).backedUpAt).toBe(on(6));
});
