import { withLineFeeds } from '../../xlsx/writable-text.ts';

/** A text as it stands in a cell, and as the model, `furikaeri.sheet/1`, has it. */

/** What is taken out of a text: asked first, for most have none of it. */
const untidy = /\r|^\n|\n$|(?:^|\n)\u3000|[ \t\u3000](?:\n|$)/;

/**
 * A text without what a cell does not keep: CR, blanks at line ends, the full-width blank that opens
 * a paragraph, empty lines around it. What says nothing is null.
 */
export function plainText(text: string): string | null {
  if (!untidy.test(text)) return text || null;
  const lines = withLineFeeds(text)
    .split('\n')
    .map((line) => {
      let [from, to] = [0, line.length];
      // A pattern with `$` would take the square of a long run of blanks.
      while (to > 0 && ' \t\u3000'.includes(line.charAt(to - 1))) to--;
      while (from < to && line.charAt(from) === '\u3000') from++;
      return line.slice(from, to);
    });
  let [from, to] = [0, lines.length];
  while (to > 0 && lines[to - 1] === '') to--;
  while (from < to && lines[from] === '') from++;
  return to === 0 ? null : lines.slice(from, to).join('\n');
}

/** A plain text as it is written: paragraphs, where there are several, each opened by a full-width blank. */
export function cellText(plain: string): string {
  const lines = plain.split('\n');
  return lines.length > 1 ? lines.map((line) => line && `\u3000${line}`).join('\n') : plain;
}
