/** The letters of a column counted from 1: 1 is `A`, 27 is `AA`. */
export function columnName(column: number): string {
  const rest = column - 1;
  const letter = String.fromCharCode(65 + (rest % 26));
  return rest < 26 ? letter : columnName(Math.floor(rest / 26)) + letter;
}

/** The address of a cell, row and column counted from 1: `address(12, 4)` is `D12`. */
export const address = (row: number, column: number): string => `${columnName(column)}${row}`;

/** Row and column of an address such as `D12` or `$D$12`; `null` where it is none that Excel has. */
export function parseAddress(
  text: string,
): { readonly row: number; readonly column: number } | null {
  // Sign by sign: it is asked of every cell, and a pattern takes four times as long.
  let at = text.charCodeAt(0) === dollar ? 1 : 0;
  let column = 0;
  for (let sign = letterAt(text, at); sign > 0; sign = letterAt(text, ++at)) {
    column = column * 26 + sign;
    if (column > 16_384) return null;
  }
  if (text.charCodeAt(at) === dollar) at++;
  let row = 0;
  for (const first = at; at < text.length; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < (at === first ? 1 : 0) || digit > 9) return null;
    row = row * 10 + digit;
    if (row > 1_048_576) return null;
  }
  return column > 0 && row > 0 ? { row, column } : null;
}

const dollar = 0x24;

/** 1 for A or a, 26 for Z or z; 0 for any other sign and behind the last. */
function letterAt(text: string, at: number): number {
  const letter = (text.charCodeAt(at) & ~0x20) - 64;
  return letter >= 1 && letter <= 26 ? letter : 0;
}
