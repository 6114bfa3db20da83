import fc from 'fast-check';
import { viewOf } from '../../../core/sheet/form/grid-view.ts';
import { readHeading } from '../../../core/sheet/form/words.ts';
import { address, parseAddress } from '../../../core/xlsx/address.ts';
import type { Area, Grid, GridCell } from '../../../core/xlsx/grid.ts';

/** What people do to a form: rows and columns put in, captions and remarks added, labels in other words, merged or hidden. */

export interface Mutant {
  readonly grids: readonly Grid[];
  /** By `worksheet!cell` of the form: where the cell has gone; absent where it is lost. */
  readonly gone: ReadonlyMap<string, string>;
}

export interface Step {
  readonly kind: (typeof kinds)[number];
  /** Shares of the rows, columns and labels there are, so that one step fits every form. */
  readonly at: number;
  readonly word: number;
}

const kinds = [
  'insert row',
  'insert column',
  'swap columns',
  'caption',
  'remark',
  'spread letters',
  'other words',
  'merge label',
  'hide column',
  'hide row',
  'rename tab',
] as const;

/** Further words for the same field, as offices have them. */
const synonyms: Readonly<Record<string, readonly string[]>> = {
  target: ['目標', '今年度の目標', '取組目標', 'サービス向上目標'],
  result: ['実施結果', '取組結果', '実績', '結果'],
  section: ['部署名', '所属', '担当課', '課名'],
  no: ['番号', 'No.', '項番'],
  scene: ['場面', '基本的な場面'],
  countermeasure: ['今後の対応方策', '今後の取組'],
};
const remarks = ['※年度末に記入', '（200字以内）', '（年度当初に記入してください）', '\n※必須'];

export const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(...kinds),
  at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  word: fc.nat(),
});

const pick = <T>(from: readonly T[], share: number): T | undefined =>
  from[Math.floor(share * from.length)];

/** Where the lines of one worksheet go. */
export function moved(
  mutant: Mutant,
  grid: Grid,
  rowOf: (row: number) => number,
  columnOf: (column: number) => number,
): Mutant {
  const cells = new Map<string, GridCell>();
  const moves = new Map<string, string>();
  for (const [key, cell] of grid.cells) {
    const { row, column } = parseAddress(key) as { row: number; column: number };
    const to = address(rowOf(row), columnOf(column));
    cells.set(to, cell);
    moves.set(key, to);
  }
  const areaOf = (area: Area): Area => ({
    top: rowOf(area.top),
    bottom: rowOf(area.bottom),
    left: columnOf(area.left),
    right: columnOf(area.right),
  });
  const lines = <T>(map: ReadonlyMap<number, T>, of: (line: number) => number) =>
    new Map([...map].map(([line, value]) => [of(line), value] as const));
  const changed: Grid = {
    ...grid,
    cells,
    merges: grid.merges.map(areaOf),
    names: grid.names.map(({ name, area }) => ({ name, area: area && areaOf(area) })),
    validations: [],
    tables: grid.tables.map((table) => ({ ...table, area: areaOf(table.area) })),
    hiddenRows: new Set([...grid.hiddenRows].map(rowOf)),
    hiddenColumns: new Set([...grid.hiddenColumns].map(columnOf)),
    rowHeights: lines(grid.rowHeights, rowOf),
    columnWidths: lines(grid.columnWidths, columnOf),
  };
  const at = `${grid.name}!`;
  return {
    grids: mutant.grids.map((each) => (each === grid ? changed : each)),
    gone: new Map(
      [...mutant.gone].map(([from, to]) => {
        if (!to.startsWith(at)) return [from, to];
        const cell = to.slice(at.length);
        const place = parseAddress(cell);
        const shifted = place ? address(rowOf(place.row), columnOf(place.column)) : cell;
        return [from, at + (moves.get(cell) ?? shifted)];
      }),
    ),
  };
}

function retold(mutant: Mutant, grid: Grid, cell: string, text: string): Mutant {
  const old = grid.cells.get(cell);
  const cells = new Map(grid.cells);
  if (old) cells.set(cell, { ...old, text });
  return {
    ...mutant,
    grids: mutant.grids.map((each) => (each === grid ? { ...grid, cells } : each)),
  };
}

export function mutate(mutant: Mutant, { kind, at, word }: Step): Mutant {
  const sheets = mutant.grids.filter(({ hidden }) => !hidden);
  const grid = pick(sheets, (at * 7919) % 1);
  if (!grid) return mutant;
  const view = viewOf(grid);
  const labels = [...grid.cells].filter(([, { text, formula }]) => {
    return !formula && text.length < 30 && (readHeading(text)?.fields.size ?? 0) > 0;
  });
  const [cell, label] = pick(labels, at) ?? [];
  const last = view.rows.at(-1) ?? 1;
  const columns = view.rows.flatMap((row) => view.columns(row));
  const row = 1 + Math.floor(at * last);
  const column = 1 + Math.floor(at * Math.max(1, ...columns));
  switch (kind) {
    case 'insert row':
      return moved(
        mutant,
        grid,
        (each) => (each >= row ? each + 1 : each),
        (each) => each,
      );
    case 'insert column':
      return moved(
        mutant,
        grid,
        (each) => each,
        (each) => (each >= column ? each + 1 : each),
      );
    case 'swap columns': {
      // A block over several columns is not torn apart.
      const torn = grid.merges.some(
        ({ left, right }) => left !== right && left <= column + 1 && right >= column,
      );
      const other = (each: number) =>
        each === column ? column + 1 : each === column + 1 ? column : each;
      return torn ? mutant : moved(mutant, grid, (each) => each, other);
    }
    case 'caption': {
      const lower = moved(
        mutant,
        grid,
        (each) => each + 1,
        (each) => each,
      );
      const changed = lower.grids.find(({ name }) => name === grid.name);
      const first = [...grid.cells.values()][0];
      if (!changed || !first) return lower;
      const cells = new Map(changed.cells);
      cells.set('A1', { ...first, text: '区役所サービス向上目標', formula: false });
      return {
        ...lower,
        grids: lower.grids.map((each) => (each === changed ? { ...changed, cells } : each)),
      };
    }
    case 'remark':
      return cell && label
        ? retold(mutant, grid, cell, label.text + (remarks[word % remarks.length] ?? ''))
        : mutant;
    case 'spread letters':
      return cell && label ? retold(mutant, grid, cell, [...label.text].join('\u3000')) : mutant;
    case 'other words': {
      const fields = [...(readHeading(label?.text ?? '')?.fields ?? [])];
      const own = fields.length === 1 && fields[0]?.[1] === 3 ? synonyms[fields[0][0]] : undefined;
      const other = own?.[word % own.length];
      return cell && other ? retold(mutant, grid, cell, other) : mutant;
    }
    case 'merge label': {
      const place = cell && parseAddress(cell);
      if (!place) return mutant;
      const { area } = view.at(place.row, place.column);
      const beside = view.at(area.top, area.right + 1);
      // Excel keeps the first text alone: only what is empty is merged along.
      if (beside.text || beside.area.top !== area.top || beside.area.bottom !== area.bottom)
        return mutant;
      const wide = { ...area, right: beside.area.right };
      const merges = grid.merges.filter(
        (each) =>
          !(each.top === area.top && (each.left === area.left || each.left === beside.area.left)),
      );
      const swallowed = `${grid.name}!${beside.address}`;
      return {
        grids: mutant.grids.map((each) =>
          each === grid ? { ...grid, merges: [...merges, wide] } : each,
        ),
        gone: new Map([...mutant.gone].filter(([, to]) => to !== swallowed)),
      };
    }
    case 'hide column':
    case 'hide row': {
      const hidden =
        kind === 'hide row'
          ? { hiddenRows: new Set([...grid.hiddenRows, row]) }
          : { hiddenColumns: new Set([...grid.hiddenColumns, column]) };
      return {
        ...mutant,
        grids: mutant.grids.map((each) => (each === grid ? { ...grid, ...hidden } : each)),
      };
    }
    case 'rename tab': {
      const name = `${grid.name}*`;
      return {
        grids: mutant.grids.map((each) => (each === grid ? { ...grid, name } : each)),
        gone: new Map(
          [...mutant.gone].map(([from, to]) =>
            to.startsWith(`${grid.name}!`)
              ? [from, `${name}!${to.slice(grid.name.length + 1)}`]
              : [from, to],
          ),
        ),
      };
    }
  }
}
