/** What a comparison allows; `null` where it leaves a gap, which two bounds can't tell. */
export function boundsOf(operator: string, first: number | null, second: number | null) {
  const below = first === null ? null : Math.ceil(first) - 1;
  const above = first === null ? null : Math.floor(first) + 1;
  switch (operator) {
    case 'between':
      return { min: first, max: second };
    case 'equal':
      return { min: first, max: first };
    case 'lessThan':
      return { min: null, max: below };
    case 'lessThanOrEqual':
      return { min: null, max: first };
    case 'greaterThan':
      return { min: above, max: null };
    case 'greaterThanOrEqual':
      return { min: first, max: null };
    default:
      return null;
  }
}
