import { expect, test } from 'vitest';
import { phaseOf } from '../../../../core/sheet/session/phase.ts';

const text = '初めて来た方が迷わないようにします。';

test.each([
  ['nothing in May', 2026, null, null, '2026-05-10', 'start'],
  ['a target in May', 2026, text, null, '2026-05-10', 'start'],
  ['a target in December', 2026, text, null, '2026-12-31', 'start'],
  ['a target in January', 2026, text, null, '2027-01-01', 'end'],
  ['a target of the year before', 2025, text, null, '2026-05-10', 'end'],
  ['a target for the year to come', 2027, text, null, '2027-02-10', 'start'],
  ['a target of no year', null, text, null, '2027-02-10', 'start'],
  ['a result in May', 2026, text, text, '2026-05-10', 'end'],
  ['no target yet, whatever the day', 2026, null, null, '2027-03-10', 'start'],
  ['a result without a target', 2026, null, text, '2026-05-10', 'end'],
])('%s', (_, fiscalYear, target, result, day, expected) => {
  const sections = [{ division: null, section: '区民課', targets: [{ no: 1, target, result }] }];
  const sheet = { fiscalYear, ward: null, policies: [], sections };
  expect(phaseOf(sheet, Date.parse(`${day}T09:00:00+09:00`))).toBe(expected);
});
