import type { Catalog, CatalogRef } from './catalog.ts';
import kawasakiCity2016 from './data/kawasaki-city-2016.json' with { type: 'json' };

/**
 * The catalog that comes with the product. The extension's build leaves out what training alone
 * shows (`scripts/page-part.ts`). A test, not every start, sees that `parseCatalog` accepts it.
 */
export const builtInCatalog = kawasakiCity2016 as Catalog;

/** How a review names it. The digest is of the whole file; a test tells the right one when the file has changed. */
export const builtInRef: CatalogRef = {
  id: builtInCatalog.id,
  edition: builtInCatalog.edition,
  digest: 'sha256-c53c3313d90a73f131b9d690b2e5d86193f0d9125cf74f08e281ff34143a8adc',
};
