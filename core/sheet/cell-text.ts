/** A text as it stands in a cell, and as the model has it (formats.md, furikaeri.sheet/1). */

/**
 * A text without what a cell does not keep: CR, blanks at line ends, the full-width blank that opens
 * a paragraph, empty lines around it. What says nothing is null.
 */
export function plainText(text: string): string | null {
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/[ \t\u3000]+$/, '').replace(/^\u3000+/, ''));
  return lines.join('\n').replace(/^\n+|\n+$/g, '') || null;
}

/** A plain text as it is written: paragraphs, where there are several, each opened by a full-width blank. */
export function cellText(plain: string): string {
  const lines = plain.split('\n');
  return lines.length > 1 ? lines.map((line) => line && `\u3000${line}`).join('\n') : plain;
}
