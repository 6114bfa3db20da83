import { Fragment } from 'preact';

/** The head of a narrow column: its lines break where the words have a `|`, and nowhere within a word. */
export function ColumnHead({ text }: { text: string }) {
  return (
    <th scope="col">
      {text.split('|').map((part) => (
        <Fragment key={part}>
          {part}
          <wbr />
        </Fragment>
      ))}
    </th>
  );
}
