import fc from 'fast-check';
import { expect, test } from 'vitest';
import { builtInCatalog } from '../../../core/catalog/built-in.ts';
import { makeCatalog, parseCatalog } from '../../../core/catalog/parse.ts';
import { parseJson } from '../../../core/formats/json-text.ts';
import { locationText } from '../../../core/result.ts';

/** A free copy of the built-in catalog, to be broken. */
// biome-ignore lint/suspicious/noExplicitAny: the point is to put in what the types forbid.
const copy = (): any => structuredClone(builtInCatalog);

const problemsOf = (value: unknown) => {
  const parsed = parseCatalog(value);
  return parsed.ok ? [] : parsed.problems.map(({ code, at }) => `${code} ${locationText(at)}`);
};

test('the built-in catalog is accepted as it is', () => {
  expect(parseCatalog(builtInCatalog)).toEqual({ ok: true, value: builtInCatalog });
});

test('what is made is parsed to the same catalog, through its text', () => {
  const text = makeCatalog(builtInCatalog);
  expect(text).toMatch(/^\{\n {2}"format": "furikaeri\.catalog\/1",\n[^\r]*\n\}\n$/);
  const json = parseJson(text);
  expect(json.ok && parseCatalog(json.value)).toEqual({ ok: true, value: builtInCatalog });
});

test('keys of others are kept', () => {
  const catalog = copy();
  catalog.remark = { by: '区政推進課' };
  catalog.standards[0].colour = 'blue';
  expect(parseCatalog(catalog)).toEqual({ ok: true, value: catalog });
});

test('a layer may refer to the catalog it extends', () => {
  const layer = copy();
  Object.assign(layer, { scope: 'ward', extends: { id: 'kawasaki-city', edition: '2016' } });
  Object.assign(layer, { scenes: [], philosophies: [] });
  layer.standards[0].raises = 'some-standard-below';
  expect(problemsOf(layer)).toEqual([]);
});

// biome-ignore lint/suspicious/noExplicitAny: as above.
const broken: [string, (catalog: any) => void, string[]][] = [
  ['no title', (c) => delete c.title, ['missing title']],
  ['a number for a title', (c) => (c.title = 5), ['wrong-type title']],
  ['another scope', (c) => (c.scope = 'country'), ['wrong-value scope']],
  ['a list for the aim', (c) => (c.aim = []), ['wrong-type aim']],
  ['an object for a list', (c) => (c.policies = {}), ['wrong-type policies']],
  ['null for a text', (c) => (c.standards[3].text = null), ['wrong-type standards[3].text']],
  [
    'a long text',
    (c) => (c.scopeMarks[1].name = 'あ'.repeat(201)),
    ['too-long scopeMarks[1].name'],
  ],
  ['an id of other letters', (c) => (c.standards[0].id = 'Ａ'), ['wrong-value standards[0].id']],
  ['a scene number of 9', (c) => (c.scenes[7].no = 9), ['wrong-value scenes[7].no']],
  ['an unknown scene', (c) => (c.standards[1].scene = 'web'), ['unknown-id standards[1].scene']],
  [
    'an unknown philosophy item',
    (c) => c.standards[2].philosophies.splice(0, 9, 'profit'),
    ['unknown-id standards[2].philosophies[0]'],
  ],
  [
    'a scene that is not in the catalog',
    (c) => {
      c.standards = c.standards.filter(({ scene }: { scene: string }) => scene === 'wayfinding');
      c.standards.length = 1;
      c.scenes.pop();
    },
    ['unknown-id standards[0].scene'],
  ],
  [
    'something raised by a catalog alone',
    (c) => (c.standards[0].raises = 'x'),
    ['unknown-id standards[0].raises'],
  ],
  [
    'the same id twice',
    (c) => (c.standards[5].id = c.standards[4].id),
    ['duplicate-id standards[5].id'],
  ],
  [
    'furigana over another text',
    (c) => Object.assign(c.standards[6], { text: '読みます。', ruby: '｜書《か》きます。' }),
    ['ruby-differs standards[6].ruby'],
  ],
  [
    'several things at once',
    (c) => {
      c.edition = 2016;
      c.standards[0] = {};
    },
    [
      'wrong-type edition',
      'missing standards[0].id',
      'missing standards[0].scene',
      'missing standards[0].text',
      'missing standards[0].status',
      'missing standards[0].basis',
      'missing standards[0].philosophies',
      'missing standards[0].raises',
    ],
  ],
];

test.each(broken)('refused: %s', (_, breakIt, problems) => {
  const catalog = copy();
  breakIt(catalog);
  expect(problemsOf(catalog)).toEqual(problems);
});

test.each([
  [null, 'unknown-format format'],
  [[], 'unknown-format format'],
  [{}, 'unknown-format format'],
  [{ format: 'furikaeri.catalog/2' }, 'newer-format format'],
  [{ format: 'furikaeri.review/1' }, 'other-format format'],
])('refused: %o', (value, problem) => {
  expect(problemsOf(value)).toEqual([problem]);
});

test('any value put anywhere is refused or kept, and never throws', () => {
  const catalog = copy();
  const places = ['title', 'aim', 'standards', 'scenes', 'philosophies', 'chains', 'extends'];
  fc.assert(
    fc.property(fc.constantFrom(...places), fc.jsonValue(), (place, value) => {
      const parsed = parseCatalog({ ...catalog, [place]: value });
      if (parsed.ok) expect(parsed.value).toEqual({ ...catalog, [place]: value });
      else expect(parsed.problems).not.toEqual([]);
    }),
  );
});
