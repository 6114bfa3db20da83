import fc from 'fast-check';
import { expect, test } from 'vitest';
import { utf8 } from '../../../../core/utf8.ts';
import { parseXml, type XmlNode, type XmlPart } from '../../../../core/xlsx/xml/xml.ts';
import { attributeOf, attributesOf, tagOf, textOf } from '../../../../core/xlsx/xml/xml-look.ts';
import { encode } from '../../../../core/xlsx/xml/xml-text.ts';

const parsed = (text: string): XmlPart => {
  const part = parseXml(utf8(text));
  if (!part.ok) throw new Error(part.problems[0]?.code);
  return part.value;
};
const drawn = ({ name, children }: XmlNode): string =>
  children.length > 0 ? `${name}(${children.map(drawn).join(' ')})` : name;

test.each<[text: string, tree: string]>([
  ['<a/>', 'a'],
  ['\ufeff<?xml version="1.0" encoding="UTF-8"?>\n<a><b/><c></c></a>\n', 'a(b c)'],
  ['<x:a xmlns:x="u"><x:b/><x:b>は</x:b></x:a>', 'a(b b)'],
  ['<a><c><v>1</v></c><c><v/></c><cc/></a>', 'a(c(v) c(v) cc)'],
  ['<a><!-- <b> --><![CDATA[<c>]]><?d <e>?><f/></a>', 'a(f)'],
  ['<a t="1 > 0" u=\'"/>\'><b/></a>', 'a(b)'],
  ['<a\n><b\t/></a >', 'a(b)'],
])('%s', (text, tree) => {
  expect(drawn(parsed(text).root)).toBe(tree);
});

test.each<[text: string, problem: string]>([
  ['', 'damaged-workbook'],
  ['は', 'damaged-workbook'],
  ['<a>', 'damaged-workbook'],
  ['<a></b>', 'damaged-workbook'],
  ['<a></ab>', 'damaged-workbook'],
  ['<ab></a>', 'damaged-workbook'],
  ['<x:a></y:a>', 'damaged-workbook'],
  ['<a/><b/>', 'damaged-workbook'],
  ['<a><!-- </a>', 'damaged-workbook'],
  ['<a t="></a>', 'damaged-workbook'],
  ['<a></a', 'damaged-workbook'],
  ['<?xml version="1.0" encoding="Shift_JIS"?><a/>', 'unsafe-workbook'],
  ['<a>'.repeat(101), 'too-large'],
])('%s is refused', (text, problem) => {
  const part = parseXml(utf8(text));
  expect(part.ok || part.problems[0]?.code).toBe(problem);
});

test('attributes, all of them or one', () => {
  const value = fc.string({
    unit: fc.constantFrom('は', '=', '"', "'", '>', '/', '<', '&', ' ', 'r', '1'),
  });
  const blank = fc.constantFrom(' ', '\n', '\t  ');
  const own = fc.uniqueArray(
    fc.record({
      name: fc.constantFrom('r', 's', 't', 'x:r', 'sr', 'rs', 'style'),
      value,
      quote: fc.constantFrom('"', "'"),
      before: blank,
      around: fc.constantFrom('', ' ', '\n'),
    }),
    { selector: ({ name }) => name },
  );
  fc.assert(
    fc.property(own, value, (list, text) => {
      const tag = list.map(({ name, value, quote, before, around }) => {
        const written = encode(value).replaceAll("'", '&apos;');
        return `${before}${name}${around}=${around}${quote}${written}${quote}`;
      });
      const part = parsed(`<a><c${tag.join('')}>${encode(text)}</c><c r="other"/></a>`);
      const [node] = part.root.children as [XmlNode];
      expect(tagOf(part, node)).toBe(`<c${tag.join('')}>`);
      expect(textOf(part, node)).toBe(text);
      expect([...attributesOf(part, node)]).toEqual(list.map(({ name, value }) => [name, value]));
      for (const name of ['r', 's', 't', 'x:r', 'sr', 'rs', 'style', 'yle']) {
        expect(attributeOf(part, node, name)).toBe(list.find((one) => one.name === name)?.value);
      }
    }),
  );
});
