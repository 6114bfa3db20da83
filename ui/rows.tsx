import type { ComponentChildren } from 'preact';

interface RowsProps {
  rows: readonly {
    readonly id: string;
    readonly label: ComponentChildren;
    /** What can be done with it, or how it stands. */
    readonly act: ComponentChildren;
  }[];
}

/** A short list, each with something to do at its end. */
export function Rows({ rows }: RowsProps) {
  return (
    <ul class="f-rows">
      {rows.map(({ id, label, act }) => (
        <li key={id}>
          <span>{label}</span>
          {act}
        </li>
      ))}
    </ul>
  );
}
