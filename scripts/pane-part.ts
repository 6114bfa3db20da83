import { readFileSync } from 'node:fs';
import { isCatalogText } from './start-part.ts';

/** For the Excel pane's build: of the wording and the catalog it takes along the part that it shows. */
export function panePart() {
  return {
    name: 'pane-part',
    enforce: 'pre' as const,
    load(id: string) {
      const keeps = partOf(id);
      if (!keeps) return null;
      const text = JSON.stringify(JSON.parse(readFileSync(id, 'utf8')), (key, value) =>
        /^\d*$/.test(key) || keeps(key) ? value : undefined,
      );
      return { code: `export default JSON.parse(${JSON.stringify(text)})`, moduleType: 'js' };
    },
  };
}

function partOf(path: string): ((key: string) => boolean) | undefined {
  if (/\/locales\/(?:ja|en)\.json$/.test(path)) return isPaneWord;
  return path.includes('/core/catalog/data/') ? isCatalogText : undefined;
}

/** Wording of the pane: whole areas, and single keys of others. */
const paneWords: ReadonlySet<string> = new Set([
  ...['pane', 'sheet', 'ui', 'coach', 'problem', 'place', 'unit', 'fiscalYear'],
  ...['achievement', 'cost', 'standardLink', 'restore.unreadable'],
]);

export const isPaneWord = (key: string): boolean =>
  paneWords.has(key) || paneWords.has(key.split('.')[0] ?? '');
