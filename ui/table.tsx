import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface TableProps {
  caption: ComponentChildren;
  head: readonly string[];
  /** The first cell of a row is its header. */
  rows: readonly (readonly ComponentChildren[])[];
  /** Columns of numbers, aligned right; counted from 0. */
  numeric?: readonly number[];
  /** Where it is narrow, each cell goes below the one before it, of several under the word above its column: for long values. */
  stacks?: boolean;
}

/** A plain table; where it is wider than the page, it alone scrolls. */
export function Table({ caption, head, rows, numeric = [], stacks = false }: TableProps) {
  const kind = (column: number) => (numeric.includes(column) ? 'f-number' : undefined);
  const label = (column: number) => (stacks && head.length > 2 ? head[column] : undefined);
  const id = useId();
  // From five columns on it may scroll, so the keyboard must reach it.
  const scrolls =
    head.length > 4 && ({ role: 'region', tabIndex: 0, 'aria-labelledby': id } as const);
  return (
    <div class="f-table" data-stacks={stacks} {...scrolls}>
      <table>
        <caption id={id}>{caption}</caption>
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
                <td key={index} class={kind(index + 1)} data-label={label(index + 1)}>
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
