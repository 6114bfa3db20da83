import fc from 'fast-check';

/** Texts as they come from real keyboards, old systems and hostile files (F28). */
const oddities = [
  '',
  '\0',
  '\ud800',
  '\udfff',
  '\udc00\ud800',
  '葛\u{e0100}飾区',
  '𠮷野家',
  '\ue000',
  '　字下げ\n二行目\r\n',
  'が\u304b\u3099',
  '\u202exslx.exe',
  '\ufeff',
  '\u2028\u2029',
  '=1+1',
  '<script>alert(1)</script>',
  '"\\',
  '👩‍👩‍👧‍👦',
  'あ'.repeat(50_000),
  '𠮷'.repeat(150),
];

export const oddText = fc.oneof(
  fc.constantFrom(...oddities),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) }),
);
