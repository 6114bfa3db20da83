/** What a spreadsheet takes for a formula, in whatever width it is written. */
const formula = /^[\t\r\n ]*[=+\-@＝＋－＠]/;

/**
 * A table as CSV for Excel: with a byte order mark, so that it is read as UTF-8, and CRLF. A text
 * that a spreadsheet would take for a formula gets an apostrophe in front, so that nothing is ever
 * calculated.
 */
export function makeCsv(rows: readonly (readonly (string | number | null)[])[]): string {
  const lines = rows.map((cells) => cells.map(cellOf).join(','));
  return `\ufeff${lines.map((line) => `${line}\r\n`).join('')}`;
}

function cellOf(cell: string | number | null): string {
  if (typeof cell !== 'string') return cell === null ? '' : String(cell);
  const text = formula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
