import type { ComponentChildren } from 'preact';

interface TableProps {
  caption: ComponentChildren;
  head: readonly string[];
  /** The first cell of a row is its header. */
  rows: readonly (readonly ComponentChildren[])[];
  /** Columns of numbers, aligned right; counted from 0. */
  numeric?: readonly number[];
}

/** A plain table; where it is wider than the page, it alone scrolls. */
export function Table({ caption, head, rows, numeric = [] }: TableProps) {
  const kind = (column: number) => (numeric.includes(column) ? 'f-number' : undefined);
  return (
    <div class="f-table">
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {head.map((text, column) => (
              <th key={text} scope="col" class={kind(column)}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first, ...cells], row) => (
            <tr key={row}>
              <th scope="row">{first}</th>
              {cells.map((cell, index) => (
                <td key={index} class={kind(index + 1)}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
