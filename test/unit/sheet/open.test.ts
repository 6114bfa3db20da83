import { expect, test } from 'vitest';
import type { Form } from '../../../core/sheet/form/form.ts';
import { type Opened, openForm } from '../../../core/sheet/form/open.ts';
import { located } from '../../../core/sheet/form/recognize.ts';
import type { Grid } from '../../../core/xlsx/grid.ts';
import { drawn } from './grids.ts';

const picture = `
令和８年度 区役所サービス向上目標
部署名 | 番号 | 目標 | 取組内容 | 実施結果
総務課 | 1 | | |
 | 2 | | |
区民課 | 1 | | |
`;
const grid = drawn(picture);

/** The form that is recognised, kept under a name, with the keys that somebody changed. */
function kept(id: string, changes: Partial<Form> = {}, of: Grid = grid): Form {
  const found = located([of]);
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return { ...found.value.form, id, ...changes };
}

/** A person taught that the results belong into 取組内容. */
const other = (id: string): Form =>
  kept(id, {
    made: 'taught',
    targets: {
      kind: 'rows',
      header: { top: 2, bottom: 2 },
      columns: { section: 'A', no: 'B', target: 'C', result: 'D' },
      sections: 'first-row',
    },
  });

/** `known a`, `several a b`, `sure`, `unsure code`. */
function told(opened: Opened): string {
  switch (opened.kind) {
    case 'known':
      return `known ${opened.places.form.id}`;
    case 'several':
      return `several ${opened.readings.map(({ form }) => form.id).join(' ')}`;
    case 'sure':
      return 'sure';
    case 'unsure':
      return `unsure ${opened.problems.map(({ code }) => code).join(' ')}`;
  }
}

test('a kept form comes before what would be recognised', () => {
  const opened = openForm([grid], [other('a')]);
  expect(told(opened)).toBe('known a');
  const places = opened.kind === 'known' ? opened.places : null;
  expect(places?.sections[0]?.targets[0]?.cells.result?.cell).toBe('D3');
});

test('two that fit and differ are asked about', () => {
  expect(told(openForm([grid], [kept('a'), other('b')]))).toBe('several a b');
});

test('two that fit and agree are one', () => {
  expect(told(openForm([grid], [kept('a'), kept('b')]))).toBe('known a');
  expect(told(openForm([grid], [kept('a'), other('b'), kept('c'), other('d')]))).toBe(
    'several a b',
  );
});

test('the next year, with other texts and rows, it is known again', () => {
  const next = drawn(`
令和９年度 区役所サービス向上目標
- | - | - | - | -
部署名 | 番号 | 目標 | 取組内容 | 実施結果
総務課 | 1 | 目標の文です | 取組の文です |
福祉課 | 1 | | |
 | 2 | | |
`);
  expect(told(openForm([next], [kept('a')]))).toBe('known a');
});

test('a form of too few labels never is', () => {
  const few = (...labels: Form['fingerprint']['labels']): Form =>
    kept('a', { fingerprint: { labels } });
  expect(told(openForm([grid], [few()]))).toBe('sure');
  expect(told(openForm([grid], [few({ text: '目標', cell: 'C2' })]))).toBe('sure');
  const two = few({ text: '目標', cell: 'C2' }, { text: '実施結果', cell: 'E2' });
  expect(told(openForm([grid], [two]))).toBe('known a');
});

test('a form without a place for any section is none', () => {
  const empty = kept('a', { targets: { kind: 'cells', list: [] } });
  expect(told(openForm([grid], [empty]))).toBe('sure');
});

test('what has changed beyond the form is recognised anew', () => {
  const redrawn = drawn('所属 | 今年度の目標 | 結果\n総務課 | |\n区民課 | |');
  expect(told(openForm([redrawn], [kept('a')]))).toBe('sure');
  expect(told(openForm([redrawn], [other('b'), kept('a')]))).toBe('sure');
});

test('what nobody knows is asked about, whatever is kept', () => {
  const unknown = drawn('名前 | 住所\n川崎 |');
  expect(told(openForm([unknown], [kept('a')]))).toBe('unsure no-table');
  expect(told(openForm([unknown], []))).toBe('unsure no-table');
});

test('a kept form is no way around what a table is for', () => {
  const cards = drawn('所属 | 区民課\n目標１ | \n結果 | \n目標２ | \n結果 | ');
  expect(told(openForm([cards], [kept('a')]))).not.toBe('known a');
});

test('the one worksheet that was chosen', () => {
  const second = {
    ...drawn(picture.replace('総務課', '税務課').replace('区民課', '福祉課')),
    name: '控え',
  };
  const form = kept('a', { worksheets: { kind: 'visible' } });
  const opened = openForm([grid, second], [form], { worksheet: '控え' });
  const places = opened.kind === 'known' ? opened.places : null;
  expect(places?.sections.map(({ section }) => section)).toEqual(['税務課', '福祉課']);
});
