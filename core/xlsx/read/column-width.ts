export const pixelsPerPoint = 4 / 3;

/** Points of a column's width, given in digits (ECMA-376, 18.3.1.13). */
export function columnPoints(width: number, digitWidth: number): number {
  const pixels = Math.floor(((256 * width + Math.floor(128 / digitWidth)) / 256) * digitWidth);
  return pixels / pixelsPerPoint;
}
