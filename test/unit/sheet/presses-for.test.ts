import { expect, test } from 'vitest';
import type { Places } from '../../../core/sheet/form/places.ts';
import { pressesFor } from '../../../core/sheet/form/presses-for.ts';
import { located } from '../../../core/sheet/form/recognize.ts';
import { teach } from '../../../core/sheet/form/teach.ts';
import { gridsOf } from '../../../core/xlsx/read/read-grids.ts';
import { drawnForms } from './drawn-forms.ts';
import { drawn } from './grids.ts';

const cellsOf = ({ sections }: Places) =>
  sections.map(({ section, targets }) => [section, targets.map(({ cells }) => cells)]);

test('a form that was read is taught on from what was read', () => {
  const read = drawnForms().flatMap(({ workbook }) => {
    const grids = gridsOf(workbook);
    const places = located(grids);
    return places.ok ? [{ grids, places: places.value }] : [];
  });
  const begun = read.filter(({ grids, places }) => {
    const pressed = pressesFor(grids, places);
    if (pressed.length === 0) return false;
    const taught = teach(grids, pressed);
    expect(taught && cellsOf(taught.places)).toEqual(cellsOf(places));
    return true;
  });
  // Of worksheets that differ, and of results apart from their targets, all are pressed anew.
  expect(begun.length / read.length).toBeGreaterThan(0.85);
});

test('one cell is put right, and the others stay', () => {
  const grid = drawn(
    '令和8年度 サービス向上目標\n部署名 | 番号 | 目標 | 実施結果 | 備考\n総務課 | 1 | | |\n | 2 | | |\n企画課 | 1 | | |',
  );
  const places = located([grid]);
  if (!places.ok) throw new Error('not read');
  const pressed = pressesFor([grid], places.value).map((one) =>
    one.field === 'result' ? { ...one, cell: 'E3' } : one,
  );
  const cells = teach([grid], pressed)?.cells.map(({ section, no, field, cell }) =>
    [section, no, `${field}=${cell}`].join(' '),
  );
  expect(cells?.filter((cell) => !cell.includes('no='))).toEqual([
    '総務課 1 target=C3',
    '総務課 1 result=E3',
    '総務課 2 target=C4',
    '総務課 2 result=E4',
    '企画課 1 target=C5',
    '企画課 1 result=E5',
  ]);
});
