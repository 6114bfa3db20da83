import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

/** F18: the zone of the PC decides nothing. Each zone is a process of its own: Node reads TZ at its start. */
const zones = [
  'Asia/Tokyo',
  'UTC',
  'America/Los_Angeles',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'Australia/Lord_Howe',
  'Europe/London',
];

const moments = [
  Date.UTC(2027, 2, 31, 14, 59, 59),
  Date.UTC(2027, 2, 31, 15),
  Date.UTC(2027, 2, 30, 15),
  Date.UTC(2027, 3, 1, 14, 59, 59),
  Date.UTC(2026, 10, 30, 15),
  Date.UTC(2027, 0, 31, 15),
];

const program = `
  import { fiscalYearOf } from './core/calendar/fiscal-year.ts';
  import { japanTimestamp } from './core/calendar/japan-time.ts';
  import { windowStateAt } from './core/calendar/review-window.ts';
  const rows = ${JSON.stringify(moments)}.map((moment) =>
    [japanTimestamp(moment), fiscalYearOf(moment), windowStateAt(moment).state].join(' '));
  console.log(JSON.stringify({ hour: new Date(0).getHours(), rows }));
`;

test.each(zones)('31 March to 1 April on a PC in %s', (zone) => {
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: new URL('../../..', import.meta.url),
    env: { ...process.env, TZ: zone },
    encoding: 'utf8',
  });
  const { hour, rows } = JSON.parse(output);
  const local = { timeZone: zone, hour: 'numeric', hourCycle: 'h23' } as const;
  expect(hour, 'the process is in the zone').toBe(
    Number(new Intl.DateTimeFormat('en', local).format(0)),
  );
  expect(rows).toEqual([
    '2027-03-31T23:59:59+09:00 2026 after',
    '2027-04-01T00:00:00+09:00 2027 before',
    '2027-03-31T00:00:00+09:00 2026 after',
    '2027-04-01T23:59:59+09:00 2027 before',
    '2026-12-01T00:00:00+09:00 2026 open',
    '2027-02-01T00:00:00+09:00 2026 after',
  ]);
});
