import { describe, expect, test } from 'vitest';
import { builtInCatalog } from '../../../core/catalog/built-in.ts';
import type { Catalog, Standard } from '../../../core/catalog/catalog.ts';
import { sameWords } from '../../../core/catalog/same-words.ts';
import { searchStandards } from '../../../core/catalog/search.ts';

const standard = (id: string, text: string, guidance?: string): Standard => ({
  id,
  scene: 'phone',
  text,
  status: 'model',
  basis: '001 §4',
  philosophies: ['empathy'],
  raises: null,
  ...(guidance === undefined ? {} : { guidance }),
});

const catalog: Catalog = {
  ...builtInCatalog,
  standards: [
    standard('guidance-only', 'わかりやすく話しています。', 'メモをとりながら聞きます。'),
    standard('text', 'メモをそばに置いています。'),
    standard('wide', 'ＯＪＴで学んでいます。', 'ﾒﾓを見直します。'),
    standard('plain', '「おはようございます」と言っています。'),
  ],
};

test.each([
  ['メモ', ['text', 'guidance-only', 'wide']],
  ['めも', ['text', 'guidance-only', 'wide']],
  ['ﾒﾓ', ['text', 'guidance-only', 'wide']],
  ['ojt', ['wide']],
  ['ＯＪＴ', ['wide']],
  ['OJT　メモ', ['wide']],
  ['  メモ　 わかり ', ['guidance-only']],
  ['メモ OJT おはよう', []],
  ['電話', ['guidance-only', 'text', 'wide', 'plain']],
  ['市民と共感 おはよう', ['plain']],
  ['', []],
  [' 　', []],
  ['.*', []],
  ['\ud842', []],
])('%o finds %o', (query, found) => {
  expect(searchStandards(catalog, query).map((hit) => hit.standard)).toEqual(found);
});

test.each([
  ['OJT めも', 'wide', ['text', 'guidance']],
  ['電話 メモ 話して', 'guidance-only', ['text', 'names', 'guidance']],
])('%o says where it hit', (query, id, fields) => {
  expect(searchStandards(catalog, query)).toEqual([{ standard: id, fields }]);
});

describe('as people say it', () => {
  const found = (query: string) => {
    const hits = searchStandards(builtInCatalog, query).map(({ standard }) => standard);
    return builtInCatalog.standards.filter(({ id }) => hits.includes(id)).map(({ text }) => text);
  };

  test.each([
    ['まどぐち', '窓口'],
    ['マドグチ', '窓口'],
    ['でんわ', '電話'],
    ['しょるい', '書類'],
    ['あんない', '案内'],
    ['あいさつ', '声をかけ'],
    ['挨拶', '声をかけ'],
    ['クレーム', '苦情'],
    ['くるまいす', '車いす'],
  ])('%s finds the items with %s', (query, word) => {
    const texts = found(query);
    const expected = builtInCatalog.standards.filter(({ text }) => text.includes(word));
    expect(expected.length).toBeGreaterThan(0);
    for (const { text } of expected) expect(texts).toContain(text);
  });

  test('a word that says nothing of it finds nothing', () => {
    expect(found('しょうぼうしゃ')).toEqual([]);
  });

  const texts = builtInCatalog.standards.flatMap(({ text, guidance = '' }) => [text, guidance]);
  test.each(sameWords)('%s: a word of the group is in an item', (...group) => {
    expect(group.some((word) => texts.some((text) => text.includes(word)))).toBe(true);
  });
});
