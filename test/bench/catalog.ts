import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import type { Catalog } from '../../core/catalog/catalog.ts';

/**
 * Gives a build the built-in catalog in another size, so that every page shows
 * the same `count` items and none of them knows that it is being measured.
 * `bare` keeps only what an item shows: peers shall not pay for what they have no use for.
 */
export const catalogOf = (count: number, { bare = false } = {}): Plugin => ({
  name: 'bench-catalog',
  enforce: 'pre',
  load: {
    filter: { id: /core\/catalog\/data\/kawasaki-city-2016\.json$/ },
    handler(id) {
      const catalog: Catalog = JSON.parse(readFileSync(id, 'utf8'));
      const standards = resize(catalog.standards, count);
      if (!bare) return JSON.stringify({ ...catalog, standards });
      return JSON.stringify({
        standards: standards.map(({ id, text, guidance }) => ({ id, text, guidance })),
      });
    },
  },
});

const base = 40;

/** Up to 40: taken evenly from all scenes. Beyond: each of the 40 several times, its copies with a suffixed id. */
export function resize<T extends { readonly id: string }>(all: readonly T[], count: number): T[] {
  const picked = Math.min(count, base);
  const copies = count / picked;
  return Array.from({ length: count }, (_, place) => {
    const one = all[Math.floor((Math.floor(place / copies) * all.length) / picked)] as T;
    const copy = (place % copies) + 1;
    return copy === 1 ? one : { ...one, id: `${one.id}-${copy}` };
  });
}
