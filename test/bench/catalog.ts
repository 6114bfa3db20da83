import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import type { Catalog } from '../../core/catalog/catalog.ts';

const data = 'core/catalog/data/kawasaki-city-2016.json';

/** Gives a peer `count` items of the built-in catalog: just the texts it shows, not to make it pay for the others. */
export const shownItems = (count: number): Plugin => ({
  name: 'bench-items',
  enforce: 'pre',
  load: {
    filter: { id: new RegExp(`${data}$`) },
    handler(id) {
      const { standards }: Catalog = JSON.parse(readFileSync(id, 'utf8'));
      const shown = resize(standards, count).map(({ id, text, guidance }) => ({
        id,
        text,
        guidance,
      }));
      return JSON.stringify({ standards: shown });
    },
  },
});

/** Writes `count` standards into the catalog's file of a copy of the sources. */
export function resizeCatalogIn(root: string, count: number): void {
  const file = join(root, data);
  const catalog: Catalog = JSON.parse(readFileSync(file, 'utf8'));
  const standards = resize(catalog.standards, count);
  writeFileSync(file, JSON.stringify({ ...catalog, standards }));
}

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
