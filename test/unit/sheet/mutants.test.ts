import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { planFill } from '../../../core/sheet/fill/fill.ts';
import { located } from '../../../core/sheet/form/recognize.ts';
import type { Sheet } from '../../../core/sheet/model/sheet.ts';
import { address, parseAddress } from '../../../core/xlsx/address.ts';
import type { Area, Grid, GridCell } from '../../../core/xlsx/grid.ts';
import { gridsOf } from '../../../core/xlsx/read/read-grids.ts';
import { openWorkbook } from '../../../core/xlsx/read/workbook.ts';
import { applied, drawn } from './grids.ts';

vi.setConfig({ testTimeout: 120_000 });

/**
 * F34, F35, F37, F41: templates whose columns were moved, renamed, deleted, merged or hidden. Each
 * text goes to the very cell that was meant before, wherever it has gone, or nothing is written.
 */

/** Every cell's origin goes along as its text's own mark, so that it is known wherever it is moved to. */
interface Mutant {
  readonly grid: Grid;
  /** Where each cell of the template has gone. */
  readonly gone: ReadonlyMap<string, string>;
}

type Mutation = (mutant: Mutant, column: number, other: number, word: string) => Mutant;

function rearranged({ grid, gone }: Mutant, columnOf: (column: number) => number | null): Mutant {
  const cells = new Map<string, GridCell>();
  const moves = new Map<string, string>();
  for (const [key, cell] of grid.cells) {
    const { row, column } = parseAddress(key) as { row: number; column: number };
    const to = columnOf(column);
    if (to === null) continue;
    cells.set(address(row, to), cell);
    moves.set(key, address(row, to));
  }
  const column = (map: ReadonlyMap<number, number>) =>
    new Map([...map].flatMap(([at, width]) => [[columnOf(at) ?? -1, width] as const]));
  return {
    grid: {
      ...grid,
      cells,
      merges: grid.merges.flatMap((area): Area[] => {
        const columns = [];
        for (let at = area.left; at <= area.right; at++) {
          const to = columnOf(at);
          if (to !== null) columns.push(to);
        }
        columns.sort((a, b) => a - b);
        const [left, right] = [columns[0], columns.at(-1)];
        // A block torn apart is no block any more.
        const whole = left !== undefined && right !== undefined && right - left < columns.length;
        return whole ? [{ ...area, left, right }] : [];
      }),
      columnWidths: column(grid.columnWidths),
      hiddenColumns: new Set([...grid.hiddenColumns].map((at) => columnOf(at) ?? -1)),
      names: grid.names.map(({ name, area }) => {
        const to = area && columnOf(area.left);
        return { name, area: area && to ? { ...area, left: to, right: to } : null };
      }),
    },
    gone: new Map([...gone].map(([from, at]) => [from, moves.get(at) ?? ''])),
  };
}

const relabelled = (
  mutant: Mutant,
  column: number,
  word: string,
  rows: readonly number[],
): Mutant => {
  const cells = new Map(mutant.grid.cells);
  for (const row of rows) {
    const cell = cells.get(address(row, column));
    if (cell?.text) cells.set(address(row, column), { ...cell, text: word });
  }
  return { ...mutant, grid: { ...mutant.grid, cells } };
};

const mutations = (
  headerRows: readonly number[],
  lastRow: number,
): Readonly<Record<string, Mutation>> => ({
  swap: (mutant, a, b) => rearranged(mutant, (at) => (at === a ? b : at === b ? a : at)),
  insert: (mutant, a) => rearranged(mutant, (at) => (at >= a ? at + 1 : at)),
  delete: (mutant, a) => rearranged(mutant, (at) => (at === a ? null : at > a ? at - 1 : at)),
  rename: (mutant, a, _, word) => relabelled(mutant, a, word, headerRows),
  hide: (mutant, a) => ({
    ...mutant,
    grid: { ...mutant.grid, hiddenColumns: new Set([...mutant.grid.hiddenColumns, a]) },
  }),
  'hide rows': (mutant, a) => ({
    ...mutant,
    grid: { ...mutant.grid, hiddenRows: new Set([...mutant.grid.hiddenRows, lastRow - a]) },
  }),
  'merge headings': (mutant, a) => merged(mutant, headerRows, a),
  'merge cells': (mutant, a) => merged(mutant, [lastRow - (a % 3)], a),
});

/** Of a block over several rows and columns, any in sight shows the text. */
function isInSight({ merges, hiddenRows, hiddenColumns }: Grid, at: string): boolean {
  const { row, column } = parseAddress(at) as { row: number; column: number };
  const { bottom, right } = merges.find(({ top, left }) => top === row && left === column) ?? {
    bottom: row,
    right: column,
  };
  const some = (from: number, to: number, hidden: ReadonlySet<number>) =>
    Array.from({ length: to - from + 1 }, (_, index) => from + index).some(
      (each) => !hidden.has(each),
    );
  return some(row, bottom, hiddenRows) && some(column, right, hiddenColumns);
}

/** A column that was given another field's heading is that field's, where its own has gone. */
const saysSo = ({ cells }: Grid, at: string, text: string, headerRows: readonly number[]) =>
  headerRows.some((row) => {
    const heading = cells.get(at.replace(/\d+/, String(row)))?.text;
    return heading === (text.startsWith('目標') ? '取組目標' : '実施結果');
  });

/** Excel keeps the first text alone. */
function merged(mutant: Mutant, rows: readonly number[], column: number): Mutant {
  const { grid } = mutant;
  const cells = new Map(grid.cells);
  const merges = [...grid.merges];
  const gone = new Map(mutant.gone);
  for (const row of rows) {
    const area = { top: row, left: column, bottom: row, right: column + 1 };
    const clash = merges.some(
      ({ top, bottom, left, right }) =>
        top <= row && row <= bottom && left <= area.right && right >= area.left,
    );
    if (clash) continue;
    merges.push(area);
    const lost = address(row, column + 1);
    const cell = cells.get(lost);
    if (cell) cells.set(lost, { ...cell, text: '' });
    for (const [from, at] of gone) if (at === lost) gone.set(from, '');
  }
  return { grid: { ...grid, cells, merges }, gone };
}

const rank = (kind: string) => Number(kind.startsWith('merge'));

const words = [
  '取組目標',
  '実施結果',
  'やること',
  '評価',
  '備考',
  '番号',
  '',
  '昨年度の目標',
  '部署名',
];

const named = drawn('部署名|番号|場面|目標|結果\n総務課|1|||\n|2|||\n企画課|1|||\n|2|||', {
  names: { furikaeri_section: 'A1', furikaeri_target: 'D1', furikaeri_result: 'E1' },
});
const templates: readonly (readonly [string, Grid])[] = [
  ['with names', named],
  ...globSync(
    'test/fixtures/templates/{ward-merged,extra-columns,two-header-rows,header-per-page,hidden-rows,section-single,vertical-scenes}.xlsx',
  )
    .sort()
    .map((path) => {
      const opened = openWorkbook(new Uint8Array(readFileSync(path)));
      const grid = opened.ok && gridsOf(opened.value)[0];
      if (!grid) throw new Error(path);
      return [basename(path), grid] as const;
    }),
];

describe.each(templates)('%s', (_, template) => {
  const found = located([template]);
  if (!found.ok) throw new Error(found.problems[0]?.code);
  const places = found.value.sections.filter(({ targets }) => !targets[0]?.hidden);
  const sheet: Sheet = {
    fiscalYear: null,
    ward: null,
    policies: [],
    sections: places.map(({ division, section, targets }) => ({
      division,
      section,
      targets: targets.map((_, index) => ({
        no: index + 1,
        target: `目標${section}${index + 1}`,
        result: `結果${section}${index + 1}`,
      })),
    })),
  };
  /** Which cell is meant for each text. */
  const meant = new Map<string, string>(
    places.flatMap(({ section, targets }) =>
      targets.flatMap(({ cells }, index) => [
        [`目標${section}${index + 1}`, cells.target?.cell ?? ''] as const,
        [`結果${section}${index + 1}`, cells.result?.cell ?? ''] as const,
      ]),
    ),
  );
  const rows = [...template.cells.keys()].map((key) => parseAddress(key)?.row ?? 0);
  const lastRow = Math.max(...rows);
  const headerRows = [...new Set(rows)].filter((row) =>
    [...template.cells].some(
      ([key, { text }]) =>
        parseAddress(key)?.row === row && /^(?:部署名|部\s*署\s*名|所属名|番号|№)$/.test(text),
    ),
  );
  const lastColumn = Math.max(
    ...[...template.cells.keys()].map((key) => parseAddress(key)?.column ?? 0),
  );
  const kinds = mutations(headerRows, lastRow);
  const column = fc.integer({ min: 1, max: lastColumn });
  const steps = fc.array(
    fc.tuple(fc.constantFrom(...Object.keys(kinds)), column, column, fc.constantFrom(...words)),
    { minLength: 1, maxLength: 3 },
  );

  test('is filled right or refused whole', () => {
    const seen = { filled: 0, refused: 0 };
    fc.assert(
      fc.property(steps, (chosen) => {
        const gone = new Map([...template.cells.keys()].map((key) => [key, key]));
        // Merging last: what it has swallowed does not come back.
        const ordered = chosen.toSorted(([a], [b]) => rank(a) - rank(b));
        const mutant = ordered.reduce<Mutant>(
          (before, [kind, a, b, word]) => kinds[kind]?.(before, a, b, word) ?? before,
          { grid: template, gone },
        );
        const again = located([mutant.grid]);
        const plan = again.ok ? planFill(again.value, sheet) : again;
        if (!plan.ok) {
          seen.refused += 1;
          expect(plan.problems).not.toEqual([]);
          return;
        }
        seen.filled += 1;
        for (const each of plan.value.plans) {
          expect(each.insertions).toEqual([]);
          const after = applied(mutant.grid, each);
          for (const { address: at, text } of each.writes) {
            if (text === null || !meant.has(text)) continue;
            const right = meant.get(text) ?? '';
            if (saysSo(mutant.grid, at, text, headerRows)) {
              expect(parseAddress(at)?.row).toBe(parseAddress(right)?.row);
            } else {
              expect(`${text} ${at}`).toBe(`${text} ${mutant.gone.get(right)}`);
            }
            expect(isInSight(mutant.grid, at)).toBe(true);
          }
          const told = [...after.cells.values()].filter(({ text }) => meant.has(text));
          expect(told.length).toBe(meant.size);
        }
      }),
      { numRuns: 120 },
    );
    expect(Math.min(seen.filled, seen.refused)).toBeGreaterThan(5);
  });
});
