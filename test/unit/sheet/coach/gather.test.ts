import { expect, test } from 'vitest';
import { coach } from '../../../../core/sheet/coach/coach.ts';
import { gather } from '../../../../core/sheet/coach/gather.ts';

/** What is said of a section's targets: `code at: numbers`. */
const told = (...texts: (string | null)[]) => {
  const targets = texts.map((target, index) => ({ no: index + 1, target, result: null }));
  const sections = [{ division: null, section: '区民課', targets }];
  const sheet = { fiscalYear: 2026, ward: null, policies: [], sections };
  return gather(coach(sheet, 'start')).map(
    ({ code, place, nos }) => `${code} ${place.no}: ${nos.join('・')}`,
  );
};

const good = '来庁された方を3分以上お待たせしません。';

test.each<[string, (string | null)[], string[]]>([
  ['of none', [], ['no-target null: ']],
  ['of one', [good], ['no-link 1: 1']],
  ['of several, at the first', [good, null, good], ['no-link 1: 1・3']],
  [
    'what differs stays apart',
    ['当該窓口の方に3つお知らせします。', '当該窓口の方に丁寧に案内します。'],
    ['no-link 1: 1・2', 'stiff-word 1: 1・2', 'no-measure 2: 2'],
  ],
])('%s', (_, texts, expected) => {
  expect(told(...texts)).toEqual(expected);
});
