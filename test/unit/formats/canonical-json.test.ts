import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '../../../core/formats/canonical-json.ts';
import { oddText } from './odd-text.ts';

// The first four are RFC 8785's own: §3.2.2 and §3.2.3, and numbers of its appendix B.
test.each([
  [
    '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}',
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  ],
  [
    '{"\\u20ac":"Euro Sign","\\r":"Carriage Return","\\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One","\\ud83d\\ude00":"Emoji: Grinning Face","\\u0080":"Control","\\u00f6":"Latin Small Letter O With Diaeresis"}',
    '{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"Latin Small Letter O With Diaeresis","€":"Euro Sign","😀":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
  ],
  [
    '[-0,5e-324,1.7976931348623157e308,9007199254740992,295147905179352830000,9.999999999999997e22]',
    '[0,5e-324,1.7976931348623157e+308,9007199254740992,295147905179352830000,9.999999999999997e+22]',
  ],
  [
    '[1e23,1e21,999999999999999900000,1e-7,0.000001]',
    '[1e+23,1e+21,999999999999999900000,1e-7,0.000001]',
  ],
  ['{"b":[],"a":{"d":1,"c":[{"z":1,"y":2}]}}', '{"a":{"c":[{"y":2,"z":1}],"d":1},"b":[]}'],
  ['"\\ud800 \\udc00x"', '"\\ud800 \\udc00x"'],
  ['{"10":1,"9":2}', '{"10":1,"9":2}'],
  ['null', 'null'],
])('%s', (text, canonical) => {
  expect(canonicalJson(JSON.parse(text))).toBe(canonical);
});

test('what is undefined is absent', () => {
  expect(canonicalJson({ b: undefined, a: 1 })).toBe('{"a":1}');
});

test('the order of keys makes no difference, everything else does', () => {
  const value = fc.dictionary(oddText, fc.oneof(fc.jsonValue(), oddText), {
    noNullPrototype: true,
  });
  fc.assert(
    fc.property(value, (object) => {
      const turned = Object.fromEntries(Object.entries(object).reverse());
      const canonical = canonicalJson(object);
      expect(canonicalJson(turned)).toBe(canonical);
      // -0 is 0 in JSON.
      expect(JSON.parse(canonical)).toEqual(JSON.parse(JSON.stringify(object)));
    }),
  );
});
