import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeJson, parseJson } from '../../../core/formats/json-text.ts';
import { locationText } from '../../../core/result.ts';
import { oddText } from './odd-text.ts';

const limits = { characters: 60, depth: 3, values: 8 };

test.each([
  ['{}', {}],
  [' [ ]\r\n', []],
  ['null', null],
  ['-0.5e+2', -50],
  ['"\\u00e9\\n\\/"', 'é\n/'],
  ['\ufeff{"a":[1,{"b":true}]}', { a: [1, { b: true }] }],
  ['[[[1]]]', [[[1]]]],
  ['{"to_proto__":1,"Constructor":2}', { to_proto__: 1, Constructor: 2 }],
  ['["__proto__","constructor"]', ['__proto__', 'constructor']],
])('%s is read', (text, value) => {
  expect(parseJson(text, limits)).toEqual({ ok: true, value });
});

test.each([
  ['', 'not-json 1:1'],
  ['\n\n  ', 'not-json 3:3'],
  ['{"a":1', 'not-json 1:7'],
  ['{"a":1,\r\n "b":', 'not-json 2:6'],
  ['{"a":\r1,\r"b"}', 'not-json 3:4'],
  ['{"a":"bro', 'not-json 1:10'],
  ['{"a":"bro\n"}', 'not-json 1:10'],
  ['"\\x"', 'not-json 1:2'],
  ['"\\u12g4"', 'not-json 1:4'],
  ['{"a":1,}', 'not-json 1:8'],
  ['[1,]', 'not-json 1:4'],
  ['[1 2]', 'not-json 1:4'],
  ['[1}', 'not-json 1:3'],
  ['{"a"=1}', 'not-json 1:5'],
  ["{'a':1}", 'not-json 1:2'],
  ['{a:1}', 'not-json 1:2'],
  ['01', 'not-json 1:2'],
  ['+1', 'not-json 1:1'],
  ['.5', 'not-json 1:1'],
  ['NaN', 'not-json 1:1'],
  ['truex', 'not-json 1:5'],
  ['{} {}', 'not-json 1:4'],
  ['// no\n1', 'not-json 1:1'],
  ['\u00a01', 'not-json 1:1'],
  ['PK\u0003\u0004', 'not-json 1:1'],
  ['[1e999]', 'wrong-value 1:2'],
  ['-1e999', 'wrong-value 1:1'],
  ['[[[[1]]]]', 'too-deep 1:4'],
  ['{"a":[{"b":{}}]}', 'too-deep 1:12'],
  ['[1,1,1,1,1,1,1,1]', 'too-large 1:16'],
  [`"${'a'.repeat(60)}"`, 'too-large '],
  ['{"__proto__":{}}', 'forbidden-key 1:2'],
  ['{"a":1,\n "constructor":2}', 'forbidden-key 2:2'],
  ['[{"prototype":null}]', 'forbidden-key 1:3'],
  ['{"\\u005f_proto__":1}', 'forbidden-key 1:2'],
  ['{"\\u005F\\u005f\\u0070roto__":1}', 'forbidden-key 1:2'],
])('%o is refused: %s', (text, problem) => {
  const read = parseJson(text, limits);
  expect(read.ok ? [] : read.problems.map(({ code, at }) => `${code} ${locationText(at)}`)).toEqual(
    [problem],
  );
});

/** What the formats never hold: a forbidden key, and a number that has become infinite. */
const isBarred = (value: unknown): boolean =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).some(
        ([key, member]) =>
          ['__proto__', 'constructor', 'prototype'].includes(key) || isBarred(member),
      )
    : Math.abs(value as number) === Number.POSITIVE_INFINITY;

const parsed = (text: string): { value: unknown } | null => {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
};

test('it reads what JSON.parse reads, and nothing else', () => {
  const pieces = fc.constantFrom(
    ...['{', '}', '[', ']', ',', ':', '"', '\\', '\\u00', '4a', 'a', '"a"', '1', '-', '.', 'e'],
    ...['0', 'true', 'null', ' ', '\n', '\t', '\u0000', '\ud800', '{"a":', '[1,'],
  );
  const texts = fc.oneof(
    fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')),
    fc.json(),
    fc
      .json()
      .chain((text) =>
        fc
          .tuple(fc.nat(text.length), fc.nat(3), pieces)
          .map(([at, cut, piece]) => text.slice(0, at) + piece + text.slice(at + cut)),
      ),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const known = parsed(text);
      const read = parseJson(text);
      if (known && !isBarred(known.value)) expect(read).toEqual({ ok: true, ...known });
      else expect(read.ok).toBe(false);
    }),
    { numRuns: 1000 },
  );
});

test('odd texts come back unit by unit', () => {
  fc.assert(
    fc.property(oddText, oddText, (text, key) => {
      const value = { [`.${key}`]: text };
      expect(parseJson(makeJson(value))).toEqual({ ok: true, value });
    }),
  );
});

// F23: whatever is this large or deep, no recursion and no pattern overflows the stack.
test.each([
  ['brackets', '['.repeat(1_000_000), 'too-deep'],
  ['objects', '{"a":'.repeat(1_000_000), 'too-deep'],
  ['numbers', `[${'1,'.repeat(1_000_000)}1]`, 'too-large'],
  ['empty lists', `[${'[],'.repeat(1_000_000)}[]]`, 'too-large'],
  ['characters', 'a'.repeat(16_000_001), 'too-large'],
  ['blanks', ' '.repeat(15_000_000), 'not-json'],
  ['line ends', '\n'.repeat(2_000_000), 'not-json'],
  ['escapes', `"${'\\n'.repeat(7_000_000)}`, 'not-json'],
  ['digits', `${'1'.repeat(1_000_000)}`, 'wrong-value'],
])('a bomb of %s is refused', (_, text, code) => {
  const read = parseJson(text);
  expect(!read.ok && read.problems[0]?.code).toBe(code);
});
