import type { ComponentChildren } from 'preact';
import type { GridView } from '../../core/sheet/grid-view.ts';
import { columnName } from '../../core/xlsx/address.ts';

/** What was found in a column, or in several that are merged. */
export interface FoundColumns {
  readonly first: number;
  readonly last: number;
  readonly name: string;
}

interface DrawnProps {
  view: GridView;
  caption: string;
  rows: readonly number[];
  found: readonly FoundColumns[];
  /** How a cell is shown; as its text where absent. */
  cell?: (address: string, text: string) => ComponentChildren;
}

const mostColumns = 16;

/** A part of a worksheet, drawn as Excel shows it: letters above, numbers beside, merged cells as one. */
export function Drawn({
  view,
  caption,
  rows: wanted,
  found,
  cell = (_, text) => text,
}: DrawnProps) {
  const rows = wanted.filter((row) => !view.grid.hiddenRows.has(row));
  const columns = [...new Set(rows.flatMap((row) => [...view.columns(row)]))]
    .filter((column) => !view.grid.hiddenColumns.has(column))
    .sort((a, b) => a - b)
    .slice(0, mostColumns);
  // It may be wider than the page, so the keyboard must reach it.
  const scrolls = { role: 'region', tabIndex: 0, 'aria-label': caption } as const;
  const span = (shown: readonly number[], first: number, last: number) =>
    shown.filter((each) => each >= first && each <= last).length;
  const of = (column: number) => found.find(({ first, last }) => first <= column && column <= last);
  return (
    <div class="s-drawn" {...scrolls}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <td />
            {columns.map((column) => {
              const name = of(column);
              return (
                <th key={column} scope="col" data-found={name !== undefined}>
                  {columnName(column)}
                  {name?.first === column && <strong>{name.name}</strong>}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row}>
              <th scope="row">{row}</th>
              {columns.map((column) => {
                const { area, address, text } = view.at(row, column);
                const isFirst =
                  row === rows.find((each) => each >= area.top) &&
                  column === columns.find((each) => each >= area.left);
                if (!isFirst) return null;
                return (
                  <td
                    key={column}
                    rowSpan={span(rows, area.top, area.bottom)}
                    colSpan={span(columns, area.left, area.right)}
                    data-found={of(column) !== undefined}
                  >
                    {cell(address, text)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
