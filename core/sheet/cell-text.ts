import { withLineFeeds } from '../xlsx/writable-text.ts';

/** A text as it stands in a cell, and as the model has it (formats.md, furikaeri.sheet/1). */

/**
 * A text without what a cell does not keep: CR, blanks at line ends, the full-width blank that opens
 * a paragraph, empty lines around it. What says nothing is null.
 */
export function plainText(text: string): string | null {
  const lines = withLineFeeds(text)
    .split('\n')
    .map((line) => {
      const end = lastIndex(line.length, (at) => !' \t\u3000'.includes(line.charAt(at)));
      return line.slice(0, end).replace(/^\u3000+/, '');
    });
  const end = lastIndex(lines.length, (at) => lines[at] !== '');
  const begin = lines.findIndex((line) => line !== '');
  return end === 0 ? null : lines.slice(begin, end).join('\n');
}

/** One past the last place of which something is so. A pattern with `$` would take the square of a long run of blanks. */
function lastIndex(length: number, holds: (at: number) => boolean): number {
  let end = length;
  while (end > 0 && !holds(end - 1)) end -= 1;
  return end;
}

/** A plain text as it is written: paragraphs, where there are several, each opened by a full-width blank. */
export function cellText(plain: string): string {
  const lines = plain.split('\n');
  return lines.length > 1 ? lines.map((line) => line && `\u3000${line}`).join('\n') : plain;
}
