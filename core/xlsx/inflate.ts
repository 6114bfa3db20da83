import {
  codesOf,
  distances,
  endOfBlock,
  fixedDistanceLengths,
  fixedLengths,
  lengths,
} from './huffman.ts';

/** By the bits that come next, the first one lowest: a symbol, its code's length in the four lowest bits; 0 for none. */
type Table = Uint16Array;

/** `null` where there are more codes than bits can tell apart. */
function tableOf(own: Uint8Array): Table | null {
  let longest = 1;
  for (let symbol = 0; symbol < own.length; symbol++) {
    longest = Math.max(longest, own[symbol] as number);
  }
  const table = new Uint16Array(1 << longest);
  const codes = codesOf(own);
  let room = table.length;
  for (let symbol = 0; symbol < own.length; symbol++) {
    const length = own[symbol] as number;
    if (length === 0) continue;
    room -= table.length >> length;
    if (room < 0) return null;
    for (let at = codes[symbol] as number; at < table.length; at += 1 << length) {
      table[at] = (symbol << 4) | length;
    }
  }
  return table;
}

/** The order in which the lengths of the codes for lengths of codes are told. */
const order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

let fixed: readonly [Table, Table] | undefined;
const fixedTables = () =>
  (fixed ??= [tableOf(fixedLengths) as Table, tableOf(fixedDistanceLengths) as Table]);

/**
 * Unpacks deflated data (RFC 1951) that come to so many bytes; never makes more, whatever it is
 * given. `null` where they are damaged or come to another size.
 */
export function inflate(packed: Uint8Array, size: number): Uint8Array<ArrayBuffer> | null {
  const content = new Uint8Array(size);
  let made = 0;
  let at = 0;
  // Bits taken from the data and not yet used, the next one lowest.
  let bits = 0;
  let held = 0;
  const take = (count: number): number => {
    for (; held < count; held += 8) bits |= (packed[at++] ?? 0) << held;
    const value = bits & ((1 << count) - 1);
    bits >>>= count;
    held -= count;
    return value;
  };
  const symbolIn = (table: Table): number => {
    for (; held < 15; held += 8) bits |= (packed[at++] ?? 0) << held;
    const entry = table[bits & (table.length - 1)] as number;
    bits >>>= entry & 15;
    held -= entry & 15;
    return entry === 0 ? -1 : entry >> 4;
  };
  /** The tables that a block tells before its data. */
  const ownTables = (): readonly [Table, Table] | null => {
    const literals = take(5) + 257;
    const all = literals + take(5) + 1;
    const count = take(4) + 4;
    const first = new Uint8Array(19);
    for (const symbol of order.slice(0, count)) first[symbol] = take(3);
    const table = tableOf(first);
    const own = new Uint8Array(all);
    for (let told = 0; told < all; ) {
      const symbol = table ? symbolIn(table) : -1;
      if (symbol < 0 || (symbol === 16 && told === 0)) return null;
      const repeats =
        symbol < 16 ? 1 : symbol === 16 ? take(2) + 3 : symbol === 17 ? take(3) + 3 : take(7) + 11;
      if (told + repeats > all) return null;
      const length = symbol < 16 ? symbol : symbol === 16 ? (own[told - 1] as number) : 0;
      own.fill(length, told, told + repeats);
      told += repeats;
    }
    const tables = [tableOf(own.subarray(0, literals)), tableOf(own.subarray(literals))] as const;
    return tables[0] && tables[1] && [tables[0], tables[1]];
  };

  for (let last = 0; last === 0; ) {
    last = take(1);
    const kind = take(2);
    if (kind === 0) {
      // What is left of this byte is not used; bytes that were taken too early are given back.
      at -= held >> 3;
      bits = held = 0;
      const length = take(16);
      if ((take(16) ^ length) !== 0xffff || at + length > packed.length || made + length > size) {
        return null;
      }
      content.set(packed.subarray(at, at + length), made);
      at += length;
      made += length;
      continue;
    }
    const tables = kind === 1 ? fixedTables() : kind === 2 ? ownTables() : null;
    if (!tables) return null;
    const [symbols, distanceSymbols] = tables;
    for (let symbol = symbolIn(symbols); symbol !== endOfBlock; symbol = symbolIn(symbols)) {
      if (symbol < 0 || made === size || at > packed.length + 4) return null;
      if (symbol < endOfBlock) {
        content[made++] = symbol;
        continue;
      }
      const step = symbol - endOfBlock - 1;
      const length = (lengths.least[step] ?? size) + take(lengths.extra[step] ?? 0);
      const distanceStep = symbolIn(distanceSymbols);
      const distance =
        (distances.least[distanceStep] ?? 0) + take(distances.extra[distanceStep] ?? 0);
      if (distance === 0 || distance > made || length > size - made) return null;
      if (distance >= length) {
        content.copyWithin(made, made - distance, made - distance + length);
        made += length;
      } else {
        for (const to = made + length; made < to; made++) {
          content[made] = content[made - distance] as number;
        }
      }
    }
  }
  return made === size && at - (held >> 3) <= packed.length ? content : null;
}
