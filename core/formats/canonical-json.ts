/**
 * The RFC 8785 form of a JSON value: no blanks, keys in order of their UTF-16 units. What a digest is
 * taken of. Keys whose value is undefined are left out, as JSON does. A lone surrogate (F28), which
 * the RFC leaves open, stays as its escape `\udXXX`, so two different texts never look the same.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}
