import {
  codesOf,
  distances,
  endOfBlock,
  farthestRepeat,
  fixedDistanceLengths,
  fixedLengths,
  lengths,
  longestRepeat,
  type Steps,
} from './huffman.ts';

const hashBits = 14;
/** Shorter repeats are not looked for. */
const hashed = 4;
/** Of the places that begin alike, so many are compared, and none after a repeat of this length. */
const mostTries = 4;
const longEnough = 64;

const stepOf = ({ least }: Steps, value: number): number => {
  let from = 0;
  let to = least.length;
  while (to - from > 1) {
    const middle = (from + to) >> 1;
    if ((least[middle] as number) <= value) from = middle;
    else to = middle;
  }
  return from;
};

/** Of a repeat, the places that later ones are compared with: more would take as long again and save one part in thirty. */
const rememberedIn = 4;

/**
 * Packs bytes (RFC 1951) in one block, with the codes that need not be told: an eighth larger than
 * with codes of their own, for a worksheet's few kilobytes.
 */
export function deflate(content: Uint8Array): Uint8Array {
  const size = content.length;
  const codes = codesOf(fixedLengths);
  const distanceCodes = codesOf(fixedDistanceLengths);
  // Nine bits a byte where nothing repeats, the block's head and end.
  const packed = new Uint8Array(Math.ceil(size * 1.125) + 8);
  let length = 0;
  let bits = 0;
  let held = 0;
  const put = (value: number, count: number) => {
    bits |= value << held;
    for (held += count; held >= 8; held -= 8) {
      packed[length++] = bits;
      bits >>>= 8;
    }
  };
  const putSymbol = (symbol: number) =>
    put(codes[symbol] as number, fixedLengths[symbol] as number);

  /** By a hash of what begins there: the last place, and to each place the one before, both counted from 1. */
  const heads = new Int32Array(1 << hashBits);
  const before = new Int32Array(size + 1);
  const remember = (at: number): number => {
    if (at + hashed > size) return 0;
    const begin =
      (content[at] as number) |
      ((content[at + 1] as number) << 8) |
      ((content[at + 2] as number) << 16) |
      ((content[at + 3] as number) << 24);
    const hash = Math.imul(begin, 0x9e3779b1) >>> (32 - hashBits);
    const known = heads[hash] as number;
    before[at + 1] = known;
    heads[hash] = at + 1;
    return known;
  };

  put(1, 1);
  put(1, 2);
  for (let at = 0; at < size; ) {
    const most = Math.min(longestRepeat, size - at);
    let best = 0;
    let distance = 0;
    let place = remember(at);
    for (let tries = 0; place > 0 && tries < mostTries; tries++) {
      const from = place - 1;
      if (at - from > farthestRepeat) break;
      if (content[from + best] === content[at + best]) {
        let same = 0;
        while (same < most && content[from + same] === content[at + same]) same++;
        if (same > best) {
          best = same;
          distance = at - from;
          if (best >= longEnough || best === most) break;
        }
      }
      place = before[place] as number;
    }
    if (best < hashed) {
      putSymbol(content[at++] as number);
      continue;
    }
    const step = stepOf(lengths, best);
    putSymbol(endOfBlock + 1 + step);
    put(best - (lengths.least[step] as number), lengths.extra[step] as number);
    const far = stepOf(distances, distance);
    put(distanceCodes[far] as number, 5);
    put(distance - (distances.least[far] as number), distances.extra[far] as number);
    for (let k = 1; k < best && k < rememberedIn; k++) remember(at + k);
    at += best;
  }
  putSymbol(endOfBlock);
  put(0, 7);
  return packed.subarray(0, length);
}
