import { expect, test } from 'vitest';
import { draftsIn, laterDrafts, sheetsOf } from '../../../core/formats/backup-sheets.ts';
import type { SheetDraft } from '../../../core/sheet/model/sheet-draft.ts';

const draft = (
  section: string,
  seq: number,
  text = '声をかけます。',
  name = '様式.xlsx',
): SheetDraft => {
  const targets = [{ no: 1, target: text, result: null }];
  const sections = [{ division: null, section, targets }];
  return {
    fiscalYear: 2026,
    ward: '多摩区',
    policies: [],
    sections,
    before: { policies: [], sections: [] },
    file: { name, form: '目標\n実施結果' },
    seq,
    at: '2026-04-10T10:00:00+09:00',
  };
};

test('drafts come back from a backup', () => {
  const drafts = [draft('区民課', 3), draft('道路公園センター', 4, '=1+1\n\u{20BB7}')];
  expect(draftsIn(sheetsOf(drafts))).toEqual(drafts);
});

test('where a target stood in the form is left behind, and a file that is none', () => {
  const own = draft('区民課', 3);
  const [section] = own.sections;
  const moved = [{ no: 1, takenNo: 2, target: '声をかけます。' }];
  const odd = { ...own, file: 'x', sections: [{ ...section, targets: moved }] };
  const [found] = draftsIn(sheetsOf([odd as unknown as SheetDraft]));
  expect(found?.sections[0]?.targets).toEqual([{ no: 1, target: '声をかけます。' }]);
  expect(found).not.toHaveProperty('file');
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
  ['of another workbook', [draft('区民課', 9, '', '局の様式.xlsx')], [draft('区民課', 3)], [3]],
  ['of another section', [draft('保険年金課', 9)], [draft('区民課', 3)], [3]],
])('%s', (_, here, file, written) => {
  expect(laterDrafts(here, file).map(({ seq }) => seq)).toEqual(written);
});
