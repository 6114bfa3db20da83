import { expect, test } from 'vitest';
import { draftsIn, laterDrafts, sheetsOf } from '../../../core/exchange/backup-sheets.ts';
import type { SheetDraft } from '../../../core/sheet/sheet-draft.ts';

const draft = (section: string, seq: number, text = '声をかけます。'): SheetDraft => {
  const targets = [{ no: 1, target: text, result: null }];
  const sections = [{ division: null, section, targets }];
  return {
    fiscalYear: 2026,
    ward: '多摩区',
    policies: [],
    sections,
    before: { policies: [], sections },
    seq,
    at: '2026-04-10T10:00:00+09:00',
  };
};

test('drafts come back from a backup', () => {
  const drafts = [draft('区民課', 3), draft('道路公園センター', 4, '=1+1\n\u{20BB7}')];
  expect(draftsIn(sheetsOf(drafts))).toEqual(drafts);
});

test.each([
  [
    'a sheet that is no draft',
    { format: 'furikaeri.sheet/1', fiscalYear: 2026, ward: null, policies: [], sections: [] },
  ],
  ['no number', { ...sheetsOf([draft('区民課', 3)])[0], seq: '3' }],
  ['no time', { ...sheetsOf([draft('区民課', 3)])[0], at: null }],
  ['nothing', {}],
])('%s is passed over', (_, sheet) => {
  expect(draftsIn([sheet])).toEqual([]);
});

test.each([
  ['not here', [], [draft('区民課', 3)], [3]],
  ['older here', [draft('区民課', 2)], [draft('区民課', 3)], [3]],
  ['the same', [draft('区民課', 3)], [draft('区民課', 3)], []],
  ['later here', [draft('区民課', 4)], [draft('区民課', 3)], []],
  ['twice in the file', [], [draft('区民課', 3), draft('区民課', 5), draft('区民課', 4)], [5]],
  ['of another section', [draft('保険年金課', 9)], [draft('区民課', 3)], [3]],
])('%s', (_, here, file, written) => {
  expect(laterDrafts(here, file).map(({ seq }) => seq)).toEqual(written);
});
