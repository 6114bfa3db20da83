import { describe, expect, test } from 'vitest';
import { readSheet } from '../../../core/sheet/fill/read-sheet.ts';
import { placeForm } from '../../../core/sheet/form/place.ts';
import { located, type RecognizeOptions, recognize } from '../../../core/sheet/form/recognize.ts';
import type { Grid } from '../../../core/xlsx/grid.ts';
import { drawn } from './grids.ts';

/** `課名 A4 A5` for each section: its name and the cells its targets go to. */
const told = (grids: Grid | Grid[], options?: RecognizeOptions): string => {
  const found = located([grids].flat(), options);
  if (!found.ok) {
    return found.problems
      .map(({ code, at, params = {} }) =>
        [code, ...(at.kind === 'cell' ? [at.cell] : []), ...Object.values(params)].join(' '),
      )
      .join('; ');
  }
  return found.value.sections
    .map(({ division, section, targets }) =>
      [
        [division, section].filter((part) => part !== null).join('/'),
        ...targets.map(({ cells }) => cells.target?.cell ?? '-'),
      ].join(' '),
    )
    .join('; ');
};

const plain = `
部署名 | 番号 | 場面 | 目標及び具体的な取組内容 | 実施結果及び目標の達成度
総務課 | 1 | | |
 | 2 | | |
企画課 | 1 | | |
 | 2 | | |
`;

describe('sections', () => {
  test.each<[string, Grid, string]>([
    ['named at their first row', drawn(plain), '総務課 D2 D3; 企画課 D4 D5'],
    ['in merged blocks', drawn(plain, { merges: 'A2:A3 A4:A5' }), '総務課 D2 D3; 企画課 D4 D5'],
    [
      'named on each row',
      drawn(`
課名 | No. | 目標・取組 | 結果
総務課 | ① | |
総務課 | ② | |
企画課 | ① | |
`),
      '総務課 C2 C3; 企画課 C4',
    ],
    [
      'named below their first row',
      drawn(`
部署名 | 番号 | 目標 | 結果
 | 1 | |
総務課 | 2 | |
 | 3 | |
 | 1 | |
企画課 | 2 | |
`),
      '総務課 C2 C3 C4; 企画課 C5 C6',
    ],
    [
      'named right of their targets',
      drawn(`
番号 | 目標 | 結果 | 所属
1 | | | 総務課
2 | | |
1 | | | 保護第１課⏎保護第２課
2 | | |
`),
      '総務課 B2 B3; 保護第１課・保護第２課 B4 B5',
    ],
    [
      'numbered through',
      drawn(`
部署名 | 番号 | 目標 | 結果
総務課 | 1 | |
 | 2 | |
企画課 | 3 | |
 | 4 | |
`),
      '総務課 C2 C3; 企画課 C4 C5',
    ],
    [
      'without numbers',
      drawn(`
部署名 | 目標 | 結果
総務課 | |
 | |
企画課 | |
-|-|-
※ 目標は三つまで
`),
      '総務課 B2 B3; 企画課 B4',
    ],
    [
      'on a later page, with the header again',
      drawn(`
部署名 | 番号 | 目標 | 結果
総務課 | 1 | |
部署名 | 番号 | 目標 | 結果
総務課（続き） | 2 | |
企画課 | 1 | |
`),
      '総務課 C2 C4; 企画課 C5',
    ],
    [
      'with divisions in a column of their own',
      drawn(
        `
部名 | 課名 | 番号 | 目標 | 結果
危機管理担当 | | 1 | |
区民サービス部 | 区民課 | 1 | |
 | | 2 | |
 | 保険年金課 | 1 | |
`,
        { merges: 'A2:B2 A3:A5 B3:B4' },
      ),
      '危機管理担当 D2; 区民サービス部/区民課 D3 D4; 区民サービス部/保険年金課 D5',
    ],
    [
      'under a heading over two columns',
      drawn(
        `
部署名 | | 番号 | 目標 | 結果
危機管理担当 | | 1 | |
区民サービス部 | 区民課 | 1 | |
 | 保険年金課 | 1 | |
`,
        { merges: 'A1:B1 A2:B2 A3:A4' },
      ),
      '危機管理担当 D2; 区民サービス部/区民課 D3; 区民サービス部/保険年金課 D4',
    ],
    [
      'under their divisions',
      drawn(`
部署名 | 番号 | 目標 | 結果
危機管理担当 | 1 | |
【区民サービス部】 | | |
区民課 | 1 | |
保険年金課 | 1 | |
`),
      '危機管理担当 C2; 区民サービス部/区民課 C4; 区民サービス部/保険年金課 C5',
    ],
    [
      'in one cell with their division',
      drawn(`
部署名 | 番号 | 目標 | 結果
区民サービス部⏎区民課 | 1 | |
衛生課（地域みまもり支援センター） | 1 | |
地域みまもり⏎支援センター | 1 | |
`),
      '区民サービス部/区民課 C2; 地域みまもり支援センター/衛生課 C3; 地域みまもり支援センター C4',
    ],
    [
      'copied whole',
      drawn(`
部署名 | 番号 | 目標 | 結果
総務課 | 1 | 待たせません。 |
企画課 | 1 | |
総務課 | 1 | 待たせません。 |
`),
      '総務課 C2; 企画課 C3',
    ],
    [
      'twice with different texts',
      drawn(`
部署名 | 番号 | 目標 | 結果
総務課 | 1 | 待たせません。 |
企画課 | 1 | |
総務課 | 1 | 聞きます。 |
`),
      'section-twice 総務課',
    ],
    [
      'of whom it is unclear which rows are theirs',
      drawn(`
部署名 | 目標 | 結果
 | |
総務課 | |
 | |
企画課 | |
`),
      'section-unclear A2',
    ],
    [
      'whose name changes in the midst of the numbers',
      drawn(`
部署名 | 番号 | 目標 | 結果
総務課 | 1 | |
企画課 | 2 | |
 | 1 | |
`),
      'section-unclear A3',
    ],
  ])('%s', (_, grid, expected) => {
    expect(told(grid)).toBe(expected);
  });
});

describe('one section', () => {
  const table = `
番号 | 目標 | 結果
1 | |
2 | |`;
  test.each<[string, Grid | Grid[], string]>([
    ['beside 部署名', drawn(`部署名 | 区民課 |\n${table.trim()}`), '区民課 B3 B4'],
    [
      'in one cell with 所属',
      drawn(`所属：区民サービス部　区民課 | |\n${table.trim()}`),
      '区民サービス部/区民課 B3 B4',
    ],
    ['by the tab', drawn(table, { name: '区民課' }), '区民課 B2 B3'],
    // Whose it is the one who fills it in knows; read, it is asked for.
    ['nowhere', drawn(table), ' B2 B3'],
    ['not named yet', drawn(`課名 | |\n${table.trim()}`), ' B3 B4'],
    [
      'one below the other',
      drawn(`
部署名 | 区民課 |
番号 | 目標 | 結果
1 | |
部署名 | 衛生課 |
番号 | 目標 | 結果
1 | |
2 | |
`),
      '区民課 B3; 衛生課 B6 B7',
    ],
    [
      'a worksheet',
      [
        drawn(`部署名 | 区民課 |\n${table.trim()}`, { name: '一' }),
        drawn(`部署名 | 衛生課 |\n${table.trim()}`, { name: '二' }),
      ],
      '区民課 B3 B4; 衛生課 B3 B4',
    ],
    [
      'in two worksheets',
      [
        drawn(`部署名 | 区民課 |\n${table.trim()}`, { name: '一' }),
        drawn(`部署名 | 区民課 |\n${table.trim()}`, { name: '二' }),
      ],
      'several-sheets 一、二',
    ],
    [
      'beside an example',
      [
        drawn(`部署名 | 区民課 |\n${table.trim()}`, { name: '記入例' }),
        drawn(`部署名 | 区民課 |\n${table.trim()}`, { name: '様式' }),
      ],
      '区民課 B3 B4',
    ],
    [
      'in a hidden worksheet too',
      [
        drawn(`部署名 | 区民課 |\n${table.trim()}`, { name: '一', hidden: true }),
        drawn(`部署名 | 区民課 |\n${table.trim()}`, { name: '二' }),
      ],
      '区民課 B3 B4',
    ],
    [
      'with the same number twice',
      drawn(`部署名|区民課|\n${table.trim()}\n1 | |`),
      'section-unclear B5',
    ],
  ])('%s', (_, grids, expected) => {
    expect(told(grids)).toBe(expected);
  });
});

describe('columns', () => {
  test.each<[string, Grid, string]>([
    [
      'in other words and widths',
      drawn(
        '所　属 | Ｎｏ． | 取　組⏎目　標（年度当初に記入） | 令和８年度 実施結果\n総務課 | 1 | |',
      ),
      '総務課 C2',
    ],
    [
      'under two header rows',
      drawn(
        `
部署名 | 年度当初 | | | 年度末
 | 番号 | 場面 | 目標 | 実施結果
総務課 | 1 | | |
`,
        { merges: 'A1:A2 B1:D1' },
      ),
      '総務課 D3',
    ],
    [
      'under a heading they share',
      drawn(
        `
部署名 | 目標 | | | 結果
 | 番号 | 場面 | 内容 |
総務課 | 1 | | |
`,
        { merges: 'A1:A2 B1:D1 E1:E2' },
      ),
      '総務課 D3',
    ],
    [
      'merged across, the cells too',
      drawn('部署名 | 番号 | 目標 | | 結果\n総務課 | 1 | | |', { merges: 'C1:D1 C2:D2' }),
      '総務課 C2',
    ],
    [
      'merged across, the cells not',
      drawn('部署名 | 番号 | 目標 | | 結果\n総務課 | 1 | | |', { merges: 'C1:D1' }),
      'column-unclear target',
    ],
    [
      'whose cells reach into the next',
      drawn('部署名 | 番号 | 目標 | 結果\n総務課 | 1 | |', { merges: 'C2:D2' }),
      'column-unclear target',
    ],
    [
      'of which there are two',
      drawn('部署名 | 番号 | 目標 | 結果 | 取組目標\n総務課 | 1 | | |'),
      'column-unclear target',
    ],
    [
      'of which the other is hidden',
      drawn('部署名 | 番号 | 目標 | 結果 | 取組目標\n総務課 | 1 | | |', {
        hiddenColumns: new Set([3]),
      }),
      '総務課 E2',
    ],
    [
      'with last year’s beside',
      drawn('部署名|番号|昨年度の目標|目標|結果\n総務課|1|||'),
      '総務課 D2',
    ],
    [
      'a card for each target',
      drawn('部署名 | 区民課\n番号 | 1\n目標 | \n実施結果 | \n番号 | 2\n目標 | \n実施結果 |'),
      '区民課 B3 B6',
    ],
    [
      'cards whose headings stand side by side',
      drawn('部署名 | 区民課 | |\n番号 | 1 | 目標 |\n場面 | | 実施結果 |\n番号 | 2 | 目標 |'),
      'column-unclear result',
    ],
    [
      'a card whose result stands below its target',
      drawn('番号 | 1 | |\n目標 | | 達成度 |\n実施結果 | | |', { name: '区民課' }),
      '区民課 B2',
    ],
    ['unknown', drawn('部署名 | 番号 | やること | できたこと\n総務課 | 1 | |'), 'no-table'],
    [
      'in another order on the next page',
      drawn('部署名|番号|目標|結果\n総務課|1||\n部署名|番号|結果|目標\n企画課|1||'),
      'column-unclear target',
    ],
    [
      'by name, whatever they are called',
      drawn('部署名 | 番号 | やること | できたこと\n総務課 | 1 | |', {
        names: { furikaeri_target: 'C1', furikaeri_result: 'D1' },
      }),
      '総務課 C2',
    ],
    [
      'by a name that the heading contradicts',
      drawn('部署名 | 番号 | 目標 | 結果\n総務課 | 1 | |', { names: { furikaeri_target: 'D1' } }),
      'column-unclear target',
    ],
    [
      'by a name that points nowhere',
      drawn(plain, { names: { furikaeri_result: null } }),
      'broken-name furikaeri_result',
    ],
    [
      'with a broken name that is not ours',
      drawn(plain, { names: { 印刷: null } }),
      '総務課 D2 D3; 企画課 D4 D5',
    ],
  ])('%s', (_, grid, expected) => {
    expect(told(grid)).toBe(expected);
  });
});

test('a worksheet and a section that were pointed at', () => {
  const grid = drawn('番号 | 目標 | 結果\n1 | |');
  expect(told(grid, { section: '区民課' })).toBe('区民課 B2');
  expect(told(grid, { worksheet: '別紙' })).toBe('sheet-not-found');
});

test('rows that are hidden, and what stands below the table, are not the section’s', () => {
  const grid = drawn(
    `
部署名 | 番号 | 目標 | 結果
旧・税務課 | 1 | 古い目標 |
総務課 | 1 | 待たせません。 |
 | 2 | 隠した目標 |
備考 | | 目標は三つまで |
`,
    { hiddenRows: new Set([2, 4]) },
  );
  const found = located([grid]);
  expect(found.ok && readSheet(found.value)).toMatchObject({
    value: {
      sections: [
        { section: '総務課', targets: [{ no: 1, target: '待たせません。', result: null }] },
      ],
    },
  });
});

describe('what is read', () => {
  const read = (grid: Grid) => {
    const found = located([grid]);
    const sheet = found.ok ? readSheet(found.value) : found;
    return sheet.ok ? sheet.value : sheet.problems;
  };

  test('texts without what cells add', () => {
    const sheet = read(
      drawn(`
令和８年度　多摩区役所サービス向上方針・目標・結果 | | | |
① 聞きます。 | | | |
② | | | |
部署名 | 番号 | 場面 | 目標 | 結果
総務課 | ① | ②応⏎対 | 　一段落目。　⏎　二段落目。 | 一行だけ。
 | ② | | 見直します。 |
 | ③ | 電話 | |
`),
    );
    expect(sheet).toEqual({
      fiscalYear: 2026,
      ward: '多摩区',
      policies: ['聞きます。', null],
      sections: [
        {
          division: null,
          section: '総務課',
          targets: [
            { no: 1, scene: '②応対', target: '一段落目。\n二段落目。', result: '一行だけ。' },
            { no: 2, scene: null, target: '見直します。', result: null },
          ],
        },
      ],
    });
  });

  test.each([
    ['number and scene', '①応対 / ② / ③　電⏎話', ['応対', null, '電話']],
    ['number and scene, in lines', '1⏎応対 / 2⏎電話', ['応対', '電話']],
    ['the scene’s own numbers', '②応対 / ③電話 / ①お知らせ', ['②応対', '③電話', '①お知らせ']],
  ])('from 番号・場面: %s', (_, cells, scenes) => {
    const rows = cells.split(' / ').map((cell) => `区民課 | ${cell} | 聞きます。 |`);
    const sheet = read(drawn(['部署名 | 番号・場面 | 目標 | 結果', ...rows].join('\n')));
    expect(sheet).toMatchObject({ sections: [{ targets: scenes.map((scene) => ({ scene })) }] });
  });

  test('optional columns in words, where they are ours', () => {
    const sheet = read(
      drawn(`
部署名 | 番号 | 基本理念 | 目標 | 対応する方針 | 結果 | 達成度 | 今後の対応方策 | 推薦
区民課 | 1 | 市民と共感、ニーズの把握 | 聞きます。 | ② | 聞きました。 | おおむね達成 | 続けます。 | ○
 | 2 | おもてなし | 待たせません。 | | | Ａ | |
`),
    );
    expect(sheet).toMatchObject({
      sections: [
        {
          targets: [
            {
              philosophies: ['empathy', 'needs'],
              policy: 2,
              achievement: 'mostly',
              countermeasure: '続けます。',
              nominate: true,
            },
            { no: 2, target: '待たせません。', policy: null, nominate: false },
          ],
        },
      ],
    });
    expect(
      Object.keys(
        (sheet as never as { sections: { targets: object[] }[] }).sections[0]?.targets[1] ?? {},
      ),
    ).toEqual(['no', 'target', 'result', 'countermeasure', 'policy', 'nominate']);
  });
});

test('of a worksheet for each 年度 each is a reading, the latest first', () => {
  const picture = '部署名 | 目標 | 結果\n区民課 | |';
  const grids = ['R6', 'R8', 'R7'].map((name) => drawn(picture, { name }));
  const found = recognize(grids);
  if (found.kind === 'sure') throw new Error('sure');
  expect(found.problems.map(({ code }) => code)).toEqual(['several-sheets']);
  expect(found.readings.map(({ form }) => form.title)).toEqual([
    '令和8年度',
    '令和7年度',
    '令和6年度',
  ]);
  // What was pressed is found again without the year.
  for (const { form, views } of found.readings) {
    const placed = placeForm(form, grids);
    expect(placed.ok && [...placed.value.views.keys()]).toEqual([...views.keys()]);
    expect(views.size).toBe(1);
  }
  expect(recognize(grids, { fiscalYear: 2025 })).toMatchObject({
    kind: 'sure',
    places: { sections: [{ targets: [{ sheet: 'R7' }] }] },
  });
});

describe('hidden rows of sections that stand in sight again', () => {
  const picture = `
部署名 | 番号 | 目標 | 結果
総務課 | 1 | 古い目標 | 古い結果
 | 2 | 古い目標 |
市民課 | 1 | 古い目標 |
総務課 | 1 | |
 | 2 | |
市民課 | 1 | |
`;
  test('are left alone', () => {
    const grid = drawn(picture, { hiddenRows: new Set([2, 3, 4]) });
    expect(told(grid)).toBe('総務課 C5 C6; 市民課 C7');
  });

  test('are asked about where one of them is in sight', () => {
    const grid = drawn(picture, { hiddenRows: new Set([2, 4]) });
    expect(told(grid)).toBe('section-twice 総務課');
  });

  test('are left alone in a section’s own table', () => {
    const rows = '番号 | 目標 | 結果\n1 | 古い目標 |\n2 | 古い目標 |\n1 | |\n2 | |';
    expect(told(drawn(rows, { hiddenRows: new Set([2, 3]) }))).toBe(' B4 B5');
    expect(told(drawn(rows))).toMatch(/unclear/);
  });
});

describe('targets in one worksheet, their results in another', () => {
  const plan = drawn('番号 | 目標\n1 |\n2 |\n3 |', { name: '目標' });
  const report = (numbers: string) =>
    drawn(`番号 | 結果\n${numbers.split(' ').join(' |\n')} |`, { name: '結果' });
  const results = (numbers: string) => {
    const found = located([plan, report(numbers)]);
    const targets = found.ok ? (found.value.sections[0]?.targets ?? []) : [];
    return targets.map(({ cells }) => cells.result?.cell ?? '-').join(' ');
  };
  test.each([
    ['in order', '1 2 3', 'B2 B3 B4'],
    ['in another order', '3 1 2', 'B3 B4 B2'],
  ])('go together by their numbers, %s', (_, numbers, is) => {
    expect(results(numbers)).toBe(is);
  });

  test.each(['1 1 2', '1 2 4', '1 2'])('whose numbers are %s do not', (numbers) => {
    expect(results(numbers)).not.toMatch(/B/);
  });
});

test.each([
  ['目標 | 実績 | 成果', 'result', ['C', 'D']],
  ['当初目標 | 変更後目標 | 結果', 'target', ['B', 'C']],
  ['目標 | 上半期の結果 | 下半期の結果', 'result', ['D', 'C']],
] as const)('of %s each column that could be the %s is a reading', (headings, field, letters) => {
  const grid = drawn(`令和8年度 サービス向上目標\n番号 | ${headings}\n1 | | |\n2 | | |`);
  const found = recognize([grid], { section: '区民課' });
  if (found.kind !== 'unsure') throw new Error('sure');
  expect(found.problems).toMatchObject([{ code: 'column-unclear', params: { field } }]);
  const places = found.readings.map(({ sections }) => sections[0]?.targets[0]?.cells[field]?.cell);
  expect(places).toEqual(letters.map((letter) => `${letter}3`));
});

describe('sections side by side over the places of their targets', () => {
  const picture = `
令和８年度サービス向上目標 | - | - | -
課名 | | 住民課 | 年金課
1 | 目標 | |
 | 結果 | |
2 | 目標 | |
 | 結果 | |
`;
  const merges = 'A2:B2 A3:A4 A5:A6';
  test('have a column each', () => {
    expect(told(drawn(picture, { merges }))).toBe('住民課 C3 C5; 年金課 D3 D5');
  });

  test('are asked about where a label reaches over one of them', () => {
    expect(told(drawn(picture, { merges: `${merges} B3:C3` }))).toBe('column-unclear section');
  });
});
