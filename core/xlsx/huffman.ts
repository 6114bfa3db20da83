/** What deflated data are made of (RFC 1951, 3.2): codes of differing lengths, lengths and distances of repeats. */

/** The symbol that ends a block; those above it are the lengths of repeats. */
export const endOfBlock = 256;

/** Lengths and distances come in steps: each symbol's least, and how many bits tell the rest. */
export interface Steps {
  readonly least: readonly number[];
  readonly extra: readonly number[];
}

/** `same` symbols for each number of bits that tell the rest, after the first ones that need none. */
function stepsFrom(first: number, count: number, same: number): Steps {
  const least: number[] = [];
  const extra: number[] = [];
  let next = first;
  for (let symbol = 0; symbol < count; symbol++) {
    const bits = Math.max(0, Math.floor(symbol / same) - 1);
    least.push(next);
    extra.push(bits);
    next += 1 << bits;
  }
  return { least, extra };
}

export const longestRepeat = 258;
export const farthestRepeat = 32_768;

const lengthSteps = stepsFrom(3, 28, 4);
/** The longest repeat has a symbol of its own. */
export const lengths: Steps = {
  least: [...lengthSteps.least, longestRepeat],
  extra: [...lengthSteps.extra, 0],
};
export const distances: Steps = stepsFrom(1, 30, 2);

/** The lengths of the codes that need not be told. */
export const fixedLengths = Uint8Array.from({ length: 288 }, (_, symbol) =>
  symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8,
);
export const fixedDistanceLengths = new Uint8Array(30).fill(5);

/** Each symbol's code by the codes' lengths, its bits in the order in which they are written, the first one lowest. */
export function codesOf(lengths: Uint8Array): Uint16Array {
  const next = new Uint16Array(17);
  for (let symbol = 0; symbol < lengths.length; symbol++) {
    const length = lengths[symbol] as number;
    if (length > 0) next[length + 1] = (next[length + 1] as number) + 1;
  }
  for (let length = 1; length <= 16; length++) {
    next[length] = ((next[length - 1] as number) + (next[length] as number)) << 1;
  }
  const codes = new Uint16Array(lengths.length);
  for (let symbol = 0; symbol < lengths.length; symbol++) {
    const length = lengths[symbol] as number;
    let code = next[length] as number;
    next[length] = code + 1;
    let turned = 0;
    for (let bit = 0; bit < length; bit++) {
      turned = (turned << 1) | (code & 1);
      code >>= 1;
    }
    codes[symbol] = turned;
  }
  return codes;
}
