/** Longer texts are compared by their beginnings: the work grows with the square. */
const longest = 2000;

/**
 * How much two texts share, from 0 to 1: twice the length of their longest common subsequence over
 * both lengths. Width, blanks and punctuation make no difference.
 */
export function similarity(one: string, other: string): number {
  const [a, b] = [lettersOf(one), lettersOf(other)];
  const total = a.length + b.length;
  if (total === 0) return 1;
  // However alike the rest, the lengths alone keep the share below.
  if ((2 * Math.min(a.length, b.length)) / total < 0.5) return 0;
  let row = new Uint16Array(b.length + 1);
  for (const letter of a) {
    const next = new Uint16Array(b.length + 1);
    for (let at = 1; at <= b.length; at++) {
      next[at] =
        letter === b[at - 1] ? (row[at - 1] ?? 0) + 1 : Math.max(row[at] ?? 0, next[at - 1] ?? 0);
    }
    row = next;
  }
  return (2 * (row[b.length] ?? 0)) / total;
}

const lettersOf = (text: string): string[] =>
  [...text.normalize('NFKC').replace(/[\s\p{P}]/gu, '')].slice(0, longest);
