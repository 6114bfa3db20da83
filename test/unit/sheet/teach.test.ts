import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { makeFormFile, parseFormFile } from '../../../core/formats/form-file.ts';
import { openForm } from '../../../core/sheet/form/open.ts';
import { type Pressed, taughtFields } from '../../../core/sheet/form/pressed.ts';
import { type Taught, teach } from '../../../core/sheet/form/teach.ts';
import { sheetFields } from '../../../core/sheet/model/fields.ts';
import { gridsOf } from '../../../core/xlsx/read/read-grids.ts';
import { openWorkbook } from '../../../core/xlsx/read/workbook.ts';
import { drawn } from './grids.ts';

const press = (field: Pressed['field'], cell: string, no: number | null = 1): Pressed => ({
  sheet: '様式',
  cell,
  field,
  no,
});

/** `1 target=B3* result=C3`: of each target its cells; a star marks what was only proposed. */
const told = (taught: Taught | null): string =>
  taught === null
    ? 'null'
    : taught.cells
        .map(({ section, no, field, cell, proposed }) =>
          [section, no, `${field}=${cell}${proposed ? '*' : ''}`].filter(Boolean).join(' '),
        )
        .join(', ');

const odd = drawn(
  '部署名 | 番号 | やること | できたこと\n総務課 | 1 | |\n | 2 | |\n企画課 | 1 | |',
);

test('every field that a form can have can be taught', () => {
  expect([...taughtFields].sort()).toEqual([...sheetFields, 'targetPolicy', 'year', 'ward'].sort());
});

test('a table by one row of it', () => {
  const taught = teach(
    [odd],
    [press('target', 'C2'), press('result', 'D2'), press('section', 'A2', null), press('no', 'B2')],
  );
  expect(taught?.places.sections.map(({ section, targets }) => [section, targets.length])).toEqual([
    ['総務課', 2],
    ['企画課', 1],
  ]);
  expect(told(taught)).toContain('総務課 2 target=C3*');
});

const cards = drawn(`
目標１ | やること |
- | できたこと |
目標２ | やること |
- | できたこと |
`);

test('cards by one of them, each further one by its label', () => {
  const taught = teach([cards], [press('target', 'C1'), press('result', 'C2')]);
  expect(told(taught)).toBe('1 target=C1, 1 result=C2, 2 target=C3*, 2 result=C4*');
});

test('a card that was proposed is taken out again', () => {
  const taught = teach([cards], [press('target', 'C1'), press('result', 'C2')], {
    excluded: [
      { sheet: '様式', cell: 'C3' },
      { sheet: '様式', cell: 'C4' },
    ],
  });
  expect(told(taught)).toBe('1 target=C1, 1 result=C2');
});

test('targets that were pressed one by one, wherever they stand', () => {
  const taught = teach(
    [cards],
    [press('target', 'C1'), press('result', 'C2'), press('target', 'C3', 2)],
  );
  expect(told(taught)).toBe('1 target=C1, 1 result=C2, 2 result=C4*, 2 target=C3');
});

test('a label that was pressed is warned of', () => {
  const grid = drawn('部署名 | 目標 | 結果\n総務課 | |\n | |');
  expect(teach([grid], [press('target', 'B1')])?.warnings).toMatchObject([
    { code: 'label-pressed', at: { cell: 'B1' } },
  ]);
});

test('what was taught is a file, and by it the next workbook is known', () => {
  const path = 'test/fixtures/forms/20-improvement-card.xlsx';
  const opened = openWorkbook(new Uint8Array(readFileSync(path)));
  if (!opened.ok) throw new Error(path);
  const grids = gridsOf(opened.value);
  const sheet = grids[0]?.name ?? '';
  const at = (field: Pressed['field'], cell: string, no: number | null = 1) => ({
    sheet,
    cell,
    field,
    no,
  });
  expect(openForm(grids, []).kind).toBe('unsure');
  const taught = teach(grids, [at('target', 'E5'), at('result', 'C6'), at('section', 'C2', null)]);
  expect(told(taught)).toBe(
    '1 target=E5, 1 result=C6, 2 target=E9*, 2 result=C10*, 3 target=E13*, 3 result=C14*',
  );
  const file = parseFormFile(makeFormFile(taught?.form as never));
  if (!file.ok) throw new Error(JSON.stringify(file.problems));
  const again = openForm(grids, [file.value]);
  expect(again.kind).toBe('known');
});

test('a number, with its scene or alone, and whatever else a target may have', () => {
  const grid = drawn(
    '所属 | 番号 | 目標 | 結果 | 方針 | 理念\n総務課 | ①応対 | | | |\n | ②電話 | | | |',
  );
  const taught = teach(
    [grid],
    [
      press('noScene', 'B2'),
      press('target', 'C2'),
      press('result', 'D2'),
      press('targetPolicy', 'E2'),
      press('philosophies', 'F2'),
      press('section', 'A2', null),
    ],
  );
  const { targets } = taught?.form ?? {};
  expect(targets?.kind === 'rows' && targets.columns).toEqual({
    noScene: 'B',
    target: 'C',
    result: 'D',
    policy: 'E',
    philosophies: 'F',
    section: 'A',
  });
  expect(taught?.places.sections.map(({ targets }) => targets.length)).toEqual([2]);
});

test('targets side by side, as many as are counted over them', () => {
  const grid = drawn(
    '項目 | 目標１ | 目標２ | 目標３\n目標 | | |\n結果 | | |\n課名 | 区民課 | - | -',
  );
  const taught = teach(
    [grid],
    [press('target', 'B2'), press('result', 'B3'), press('section', 'B4', null)],
  );
  expect(told(taught)).toBe(
    '区民課 1 target=B2, 区民課 1 result=B3, 区民課 2 target=C2*, 区民課 2 result=C3*, 区民課 3 target=D2*, 区民課 3 result=D3*',
  );
});

test('what a label of another kind has beside it is not proposed', () => {
  // 目標１ heads the table; 目標 stands beside the places.
  const grid = drawn('項目 | 目標１ | 備考\n目標 | | \n結果 | | ');
  const taught = teach([grid], [press('target', 'B2'), press('result', 'B3')]);
  expect(told(taught)).toBe('1 target=B2, 1 result=B3');
});

test('the cells of the 年度 and the ward, wherever they stand', () => {
  const grid = drawn('目標 | 結果\n | \n | \n提出 | \n区 | ');
  const taught = teach(
    [grid],
    [
      press('target', 'A2'),
      press('result', 'B2'),
      press('year', 'B4', null),
      press('ward', 'B5', null),
    ],
    { section: '区民課' },
  );
  expect(taught?.places.yearCells).toEqual([{ sheet: '様式', cell: 'B4' }]);
  expect(taught?.places.wardCells).toEqual([{ sheet: '様式', cell: 'B5' }]);
});
