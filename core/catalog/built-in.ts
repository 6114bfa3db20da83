import type { Catalog } from './catalog.ts';
import kawasakiCity2016 from './data/kawasaki-city-2016.json' with { type: 'json' };

/**
 * The catalog that comes with the product. The extension's build leaves out what training alone
 * shows (`scripts/start-part.ts`). A test, not every start, sees that `parseCatalog` accepts it.
 */
export const builtInCatalog = kawasakiCity2016 as Catalog;
