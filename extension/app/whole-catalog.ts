import type { Catalog } from '../../core/catalog/catalog.ts';

/** The built-in catalog with furigana and examples, which the pages of the review start without (`scripts/page-part.ts`). */
export async function wholeCatalog(): Promise<Catalog> {
  const { default: catalog } = await import('../../core/catalog/data/kawasaki-city-2016.json');
  return catalog as unknown as Catalog;
}
