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
  const [, letters, digits] = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/.exec(text) ?? [];
  if (!letters || !digits) return null;
  const column = [...letters.toUpperCase()].reduce(
    (sum, letter) => sum * 26 + letter.charCodeAt(0) - 64,
    0,
  );
  const row = Number(digits);
  return column <= 16_384 && row <= 1_048_576 ? { row, column } : null;
}
