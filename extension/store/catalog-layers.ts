import type { Catalog, CatalogRef } from '../../core/catalog/catalog.ts';
import { catalogRef } from '../../core/exchange/digest.ts';
import { sha256 } from '../platform/sha256.ts';

/**
 * The catalog layers a review begun now is answered against, city first. Apart from what a page
 * starts with: the digest is of the whole catalog, and needed with a review's first answer only.
 */
export async function catalogLayers(): Promise<CatalogRef[]> {
  const { default: whole } = await import('../../core/catalog/data/kawasaki-city-2016.json');
  return [await catalogRef(whole as Catalog, sha256)];
}
