/** A code's symbols by the bits that come next: the symbol, shifted by four, and how many bits it takes. */
interface Code {
  readonly table: Uint16Array;
  readonly mask: number;
}

const lengthBase = Uint16Array.of(
  ...[3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115],
  ...[131, 163, 195, 227, 258],
);
const lengthExtra = Uint8Array.of(
  ...[0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0],
);
const distanceBase = Uint16Array.of(
  ...[1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537],
  ...[2049, 3073, 4097, 6145, 8193, 12_289, 16_385, 24_577],
);
/** The order in which a block tells the lengths of the code that its lengths are told in. */
const lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const endOfBlock = 256;

/**
 * Unpacks deflated bytes (RFC 1951) that come to so many; `null` where they can't be unpacked or come
 * to another size. It stops at the first byte too many, and takes no memory but that of the outcome: a
 * library's streams take six times as much, and its other way does not stop (F23).
 */
export function inflate(packed: Uint8Array, size: number): Uint8Array | null {
  // Nobody packs so badly: the size is a lie.
  if (packed.length > 2 * size + 1024) return null;
  const content = new Uint8Array(size);
  let [at, length] = [0, 0];
  /** Bits that were read and not yet used, the next one lowest; bits behind the end are 0. */
  let [bits, held] = [0, 0];
  const fill = () => {
    while (held <= 24) {
      bits |= (packed[at++] ?? 0) << held;
      held += 8;
    }
  };
  const take = (count: number) => {
    fill();
    const value = bits & ((1 << count) - 1);
    bits >>>= count;
    held -= count;
    return value;
  };
  const symbol = ({ table, mask }: Code) => {
    fill();
    const entry = table[bits & mask] as number;
    bits >>>= entry & 15;
    held -= entry & 15;
    return entry === 0 ? -1 : entry >>> 4;
  };
  /** Whether more was used than there is. */
  const isOver = () => at - (held >> 3) > packed.length;

  const stored = (): boolean => {
    at -= held >> 3;
    [bits, held] = [0, 0];
    const count = (packed[at] as number) | ((packed[at + 1] as number) << 8);
    const check = (packed[at + 2] as number) | ((packed[at + 3] as number) << 8);
    at += 4;
    if (count !== (~check & 0xffff) || at + count > packed.length || length + count > size) {
      return false;
    }
    content.set(packed.subarray(at, at + count), length);
    at += count;
    length += count;
    return true;
  };
  const ownCodes = (): readonly [Code, Code] | null => {
    const [literals, distances, count] = [take(5) + 257, take(5) + 1, take(4) + 4];
    const told = new Uint8Array(19);
    for (let n = 0; n < count; n++) told[lengthOrder[n] as number] = take(3);
    const lengthCode = codeOf(told);
    if (!lengthCode) return null;
    const lengths = new Uint8Array(literals + distances);
    for (let n = 0; n < lengths.length; ) {
      const sign = symbol(lengthCode);
      if (sign < 0 || isOver()) return null;
      if (sign < 16) {
        lengths[n++] = sign;
        continue;
      }
      if (sign === 16 && n === 0) return null;
      const value = sign === 16 ? (lengths[n - 1] as number) : 0;
      const times = sign === 16 ? 3 + take(2) : sign === 17 ? 3 + take(3) : 11 + take(7);
      if (n + times > lengths.length) return null;
      lengths.fill(value, n, n + times);
      n += times;
    }
    const own = codeOf(lengths.subarray(0, literals));
    const far = codeOf(lengths.subarray(literals));
    return own && far ? [own, far] : null;
  };
  const block = ([own, far]: readonly [Code, Code]): boolean => {
    // The state in variables of its own, and nothing called: here the time is spent.
    let [next, left, from, to] = [bits, held, at, length];
    const last = packed.length;
    const { table, mask } = own;
    const { table: farTable, mask: farMask } = far;
    for (;;) {
      for (; left <= 24; left += 8) next |= (packed[from++] ?? 0) << left;
      const entry = table[next & mask] as number;
      if (entry === 0) return false;
      next >>>= entry & 15;
      left -= entry & 15;
      const sign = entry >>> 4;
      if (sign < endOfBlock) {
        if (to === size) return false;
        content[to++] = sign;
        continue;
      }
      if (sign === endOfBlock) break;
      if (sign > 285) return false;
      const lengthBits = lengthExtra[sign - 257] as number;
      const run = (lengthBase[sign - 257] as number) + (next & ((1 << lengthBits) - 1));
      next >>>= lengthBits;
      left -= lengthBits;
      for (; left <= 24; left += 8) next |= (packed[from++] ?? 0) << left;
      const place = farTable[next & farMask] as number;
      const distance = place >>> 4;
      if (place === 0 || distance > 29) return false;
      next >>>= place & 15;
      left -= place & 15;
      for (; left <= 24; left += 8) next |= (packed[from++] ?? 0) << left;
      const farBits = distance < 4 ? 0 : (distance >> 1) - 1;
      const back = (distanceBase[distance] as number) + (next & ((1 << farBits) - 1));
      next >>>= farBits;
      left -= farBits;
      if (back > to || to + run > size || from - (left >> 3) > last) return false;
      for (const end = to + run; to < end; to++) content[to] = content[to - back] as number;
    }
    [bits, held, at, length] = [next, left, from, to];
    return !isOver();
  };

  for (let isLast = false; !isLast; ) {
    isLast = take(1) === 1;
    const kind = take(2);
    const codes = kind === 1 ? usualCodes() : kind === 2 ? ownCodes() : null;
    if (isOver() || !(kind === 0 ? stored() : codes && block(codes))) return null;
  }
  return length === size ? content : null;
}

/** The code of symbols with these numbers of bits, 0 for none; `null` where there can't be one. */
function codeOf(lengths: Uint8Array): Code | null {
  const counts = new Uint16Array(16);
  for (const length of lengths) counts[length] = (counts[length] as number) + 1;
  counts[0] = 0;
  const next = new Uint16Array(16);
  let [code, room, longest] = [0, 1, 0];
  for (let length = 1; length < 16; length++) {
    const count = counts[length] as number;
    code = (code + (counts[length - 1] as number)) << 1;
    next[length] = code;
    room = room * 2 - count;
    if (room < 0) return null;
    if (count > 0) longest = length;
  }
  const table = new Uint16Array(1 << longest);
  for (let sign = 0; sign < lengths.length; sign++) {
    const length = lengths[sign] as number;
    if (length === 0) continue;
    const own = next[length] as number;
    next[length] = own + 1;
    const entry = (sign << 4) | length;
    for (let at = reversed(own, length); at < table.length; at += 1 << length) table[at] = entry;
  }
  return { table, mask: table.length - 1 };
}

function reversed(code: number, length: number): number {
  let value = 0;
  for (let bit = 0; bit < length; bit++) value |= ((code >> bit) & 1) << (length - 1 - bit);
  return value;
}

let usual: readonly [Code, Code] | null = null;

/** Those of blocks that tell none. */
function usualCodes(): readonly [Code, Code] | null {
  const lengths = Uint8Array.from({ length: 288 }, (_, sign) =>
    sign < 144 ? 8 : sign < 256 ? 9 : sign < 280 ? 7 : 8,
  );
  const own = usual ? null : codeOf(lengths);
  const far = usual ? null : codeOf(new Uint8Array(30).fill(5));
  usual ??= own && far ? [own, far] : null;
  return usual;
}
