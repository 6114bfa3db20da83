import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { builtInCatalog } from '../../../core/catalog/built-in.ts';
import type { Catalog } from '../../../core/catalog/catalog.ts';
import { parseCatalog } from '../../../core/catalog/parse.ts';

/** The small example layers: what may be quoted of 000 and 002, and nothing else. */

const folder = new URL('../../../core/catalog/data/', import.meta.url);
const layers = readdirSync(folder)
  .filter((name) => !name.startsWith(builtInCatalog.id))
  .map((name) => [name, JSON.parse(readFileSync(new URL(name, folder), 'utf8'))] as const);

const quoted: Readonly<Record<string, readonly string[]>> = {
  'takatsu-ward-2014.json': [
    '区民の声に耳を傾け、区民の視点に立った区役所',
    '区民に対して親切で分かりやすい区役所',
    '区民に正確かつ迅速にサービスを提供する区役所',
    '各部署の連携を図り、効率的な手続きが行える区役所',
    '心・情報・物のバリアフリーを進め、点検と改善を実践する区役所',
  ],
  'counter-service-2009.json': [
    '「笑顔とまごころでお迎えします」～窓口サービス№1宣言～',
    'お客さま（区民）本位のまごころサービスを',
  ],
};

test('both are there', () => {
  expect(layers.map(([name]) => name).sort()).toEqual(Object.keys(quoted).sort());
});

describe.each(layers)('%s', (name, value: Catalog) => {
  test('is a catalog that stands on the city’s', () => {
    expect(parseCatalog(value)).toEqual({ ok: true, value });
    const { id, edition } = builtInCatalog;
    expect(value.extends).toEqual({ id, edition });
  });

  test('quotes its policies word for word, each with its clause', () => {
    expect(value.policies.map(({ text }) => text)).toEqual(quoted[name]);
    const [{ id = '' } = {}] = value.sources;
    for (const { status, basis } of value.policies) {
      expect([status, basis]).toEqual(['official', expect.stringMatching(`^${id} §1\\(\\d\\)$`)]);
    }
    expect(value.aim.status).toBe('summary');
  });
});
