import { describe, expect, test } from 'vitest';
import type { Span } from '../../../core/sheet/form/form.ts';
import { viewOf } from '../../../core/sheet/form/grid-view.ts';
import {
  type RowFeatures,
  type RowKind,
  rowKind,
  targetRows,
} from '../../../core/sheet/form/rows.ts';
import { sectionsOf } from '../../../core/sheet/form/sections.ts';
import type { SheetField } from '../../../core/sheet/model/fields.ts';
import { drawn } from './grids.ts';

type Flag = Exclude<keyof RowFeatures, 'division'> | '【部】' | '部';

function features(flags: string): RowFeatures {
  const has = (flag: Flag) => flags.split(' ').includes(flag);
  return {
    numbered: has('numbered'),
    number: has('number'),
    present: has('present'),
    alone: has('alone'),
    across: has('across'),
    formula: has('formula'),
    text: has('text'),
    adjacent: has('adjacent'),
    sameSection: has('sameSection'),
    inBlock: has('inBlock'),
    division: has('【部】') ? 'bracketed' : has('部') ? 'plain' : null,
  };
}

describe('one row, by what can be seen of it alone', () => {
  test.each<[why: string, flags: string, kind: RowKind]>([
    ['a number makes a target', 'numbered number present alone', 'target'],
    ['whatever else is there', 'numbered number present across text 部', 'target'],
    [
      'a computed text too, which is refused when it is written',
      'numbered number alone formula',
      'target',
    ],

    [
      'a target without its number goes on below',
      'numbered present alone text adjacent sameSection',
      'target',
    ],
    [
      'so does an empty one in its section’s block',
      'numbered present alone adjacent sameSection inBlock',
      'target',
    ],
    [
      'an empty one outside a block is only blank',
      'numbered present alone adjacent sameSection',
      'blank',
    ],
    ['one after a gap is none', 'numbered present alone text sameSection inBlock', 'blank'],
    ['one of another section is none', 'numbered present alone text adjacent', 'blank'],
    [
      'what is computed is none',
      'numbered present alone formula text adjacent sameSection inBlock',
      'blank',
    ],
    [
      'a remark under more than one heading is none',
      'numbered present text adjacent sameSection inBlock',
      'other',
    ],
    ['a remark over all of them too', 'numbered present across text adjacent sameSection', 'other'],
    [
      'cells that are merged otherwise, without a text',
      'numbered present adjacent sameSection',
      'blank',
    ],
    ['a row without a cell of the target', 'numbered adjacent sameSection', 'other'],

    ['without numbers every row with a cell is a target', 'present alone', 'target'],
    ['with its text too', 'present alone text adjacent sameSection', 'target'],
    ['and one merged under two headings', 'present text adjacent', 'target'],
    ['but not what reaches under all headings', 'present across text', 'other'],
    ['nor an empty line over them', 'present across', 'blank'],
    ['nor a row without the cell', 'adjacent sameSection', 'other'],

    ['a division in brackets over its sections', 'present alone 【部】', 'band'],
    ['a division over the whole width', 'present across text 部', 'band'],
    ['with numbers, a division that has none', 'numbered present alone adjacent 部', 'band'],
    ['without numbers, a division may be whose target it is', 'present alone 部', 'target'],
    ['a division without a cell of the target', '部', 'band'],
  ])('%s: %s is %s', (_, flags, kind) => {
    expect(rowKind(features(flags))).toBe(kind);
  });
});

const columns = (letters: string): ReadonlyMap<SheetField, Span> =>
  new Map(
    letters.split(' ').map((field, index) => {
      return [field as SheetField, { left: index + 1, right: index + 1 }] as const;
    }),
  );

/** `2-3 no1*`: each target's rows, its number, a star where a blank row like it follows. */
function targets(
  picture: string,
  {
    fields = 'section no target result',
    ...extras
  }: Parameters<typeof drawn>[1] & { fields?: string } = {},
): string {
  const view = viewOf(drawn(picture, extras));
  const rows = targetRows(view, columns(fields), [{ from: 2, to: 100 }]);
  return rows
    .map(({ top, bottom, number, hidden, orphanBelow, band }) =>
      [
        top === bottom ? top : `${top}-${bottom}`,
        number === null ? '' : `no${number}`,
        hidden ? 'hidden' : '',
        orphanBelow ? 'blank below' : '',
        band ?? '',
      ]
        .filter(Boolean)
        .join(' '),
    )
    .join(', ');
}

describe('the rows of a table', () => {
  test('numbers tell them, and what has none is passed over', () => {
    expect(
      targets(`
部署名 | 番号 | 目標 | 結果
総務課 | 1 | |
 | 2 | |
※記入は3月まで | - | - | -
企画課 | 1 | |
`),
    ).toBe('2 no1, 3 no2, 5 no1');
  });

  test('without numbers they go on until the first row without cells', () => {
    const picture = '部署名 | 目標 | 結果\n総務課 | |\n | |\n備考 | - | -\n | |';
    expect(targets(picture, { fields: 'section target result' })).toBe('2, 3');
  });

  test('without numbers a row that was put in ends them, and further ones are remembered', () => {
    const picture = '部署名 | 目標 | 結果\n総務課 | |\n- | - | -\n企画課 | |';
    expect(targets(picture, { fields: 'section target result' })).toBe('2 blank below');
  });

  test('a target of two rows is one', () => {
    const picture = '部署名 | 番号 | 目標 | 結果\n総務課 | 1 | |\n | | |\n | 2 | |\n | | |';
    expect(targets(picture, { merges: 'A2:A5 B2:B3 C2:C3 D2:D3 B4:B5 C4:C5 D4:D5' })).toBe(
      '2-3 no1, 4-5 no2',
    );
  });

  test('hidden ones are told', () => {
    const picture = '部署名 | 番号 | 目標 | 結果\n総務課 | 1 | |\n | 2 | |';
    expect(targets(picture, { hiddenRows: new Set([3]) })).toBe('2 no1, 3 no2 hidden');
  });

  test('a blank row that looks like a target’s is remembered', () => {
    const picture = '部署名 | 番号 | 目標 | 結果\n総務課 | 1 | |\n | | |\n企画課 | 1 | |';
    expect(targets(picture)).toBe('2 no1 blank below, 4 no1');
  });

  test('a band tells the division of what follows', () => {
    const picture =
      '部署名 | 番号 | 目標 | 結果\n総務課 | 1 | |\n【区民サービス部】 | | |\n区民課 | 1 | |';
    expect(targets(picture)).toBe('2 no1, 4 no1 区民サービス部');
  });

  test('numbers of scenes number nothing', () => {
    const picture = '部署名 | 場面 | 目標 | 結果\n総務課 | ②応対 | |\n | ③電話 | |';
    expect(targets(picture, { fields: 'section noScene target result' })).toBe('2, 3');
  });

  test('a number with a scene counts, and a scene alone makes a row', () => {
    const picture = '部署名 | 場面 | 目標 | 結果\n総務課 | ①応対 | |\n | 電話 | |';
    expect(targets(picture, { fields: 'section noScene target result' })).toBe('2 no1, 3');
  });
});

/** `総務課 1 2; 企画課 1 (own)`: the sections with their rows; the cell where it is unclear. */
function sections(
  picture: string,
  {
    fields = 'section no target result',
    ...extras
  }: Parameters<typeof drawn>[1] & { fields?: string } = {},
): string {
  const view = viewOf(drawn(picture, extras));
  const grouped = sectionsOf(targetRows(view, columns(fields), [{ from: 2, to: 100 }]));
  if (!grouped.sections) return `unclear ${grouped.unclear}`;
  const [first] = grouped.sections;
  const told = grouped.sections.map(({ division, section, targets, nameCells }) => {
    const name = (division ? `${division}/` : '') + (section || nameCells[0]?.cell || '?');
    return `${name} ${targets.map(({ top }) => top).join(' ')}`;
  });
  return `${told.join('; ')} (${first?.numbers})`;
}

describe('rows to sections', () => {
  const header = '部署名 | 番号 | 目標 | 結果\n';
  test.each<[why: string, picture: string, merges: string, sections: string]>([
    ['named once', '総務課|1||\n|2||\n企画課|1||', '', '総務課 2 3; 企画課 4 (own)'],
    [
      'named in a block',
      '総務課|1||\n|2||\n企画課|1||\n|2||',
      'A2:A3 A4:A5',
      '総務課 2 3; 企画課 4 5 (own)',
    ],
    ['named on each row', '総務課|1||\n総務課|2||\n企画課|1||', '', '総務課 2 3; 企画課 4 (own)'],
    ['in another spelling', '第1課|1||\n第１課|2||\n第2課|1||', '', '第1課 2 3; 第2課 4 (own)'],
    [
      'numbers that run through',
      '総務課|1||\n|2||\n企画課|3||',
      '',
      '総務課 2 3; 企画課 4 (through)',
    ],
    [
      'a name lower than its first row',
      '|1||\n総務課|2||\n|1||\n企画課|2||',
      '',
      '総務課 2 3; 企画課 4 5 (own)',
    ],
    [
      'a name lower, and nothing begins anew',
      '|1||\n総務課|2||\n|3||\n企画課|4||',
      '',
      'unclear A2',
    ],
    ['a name that changes amid numbers', '総務課|1||\n企画課|2||\n税務課|1||', '', 'unclear A3'],
    ['a number missing', '総務課|1||\n|3||', '', 'unclear C3'],
    ['numbers that do not begin at 1', '総務課|2||\n|2||', '', 'unclear C2'],
    ['places that wait for a name', '|1||\n|2||\n|1||', '', 'A2 2 3; A4 4 (own)'],
    ['what is no name is passed over', '総務課|1||\n合計|2||', '', '総務課 2 (own)'],
    ['a joint row', '保護第1課⏎保護第2課|1||', '', '保護第1課・保護第2課 2 (own)'],
    [
      'with its division in the cell',
      '区民サービス部⏎区民課|1||',
      '',
      '区民サービス部/区民課 2 (own)',
    ],
  ])('%s', (_, picture, merges, is) => {
    expect(sections(header + picture, { merges })).toBe(is);
  });

  test.each<[why: string, picture: string, merges: string, sections: string]>([
    [
      'written once above its sections',
      '総務部|総務課|1||\n|企画課|1||\n区民部|区民課|1||',
      '',
      '総務部/総務課 2; 総務部/企画課 3; 区民部/区民課 4 (own)',
    ],
    [
      'in blocks, and one section without',
      '総務部|総務課|1||\n|企画課|1||\n|危機管理担当|1||',
      'A2:A3',
      '総務部/総務課 2; 総務部/企画課 3; 危機管理担当 4 (own)',
    ],
    [
      'a dash for none',
      '総務部|総務課|1||\n－|危機管理担当|1||',
      '',
      '総務部/総務課 2; 危機管理担当 3 (own)',
    ],
  ])('a division in a column of its own: %s', (_, picture, merges, is) => {
    expect(
      sections(`部 | 課 | 番号 | 目標 | 結果\n${picture}`, {
        merges,
        fields: 'division section no target result',
      }),
    ).toBe(is);
  });

  test('scattered rows that each name their section are brought together', () => {
    const picture = '部署名 | 目標 | 結果\n総務課 | |\n企画課 | |\n総務課 | |';
    expect(sections(picture, { fields: 'section target result' })).toBe(
      '総務課 2 4; 企画課 3 (other)',
    );
  });

  test.each(['企画課 | |', ''])('a late name is not guessed without numbers: then %j', (next) => {
    const picture = `部署名 | 目標 | 結果\n | |\n総務課 | |\n${next}`;
    expect(sections(picture, { fields: 'section target result' })).toBe('unclear A2');
  });
});
