import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * For the extension's build: of the wording and the catalog, a page starts with the part its first
 * view shows. An `import` statement brings that part; `import()`, as everywhere else, the whole.
 */
export function startPart() {
  return {
    name: 'start-part',
    enforce: 'pre' as const,
    resolveId(source: string, importer: string | undefined, { kind }: { kind?: string }) {
      if (kind !== 'import-statement' || importer === undefined) return null;
      const path = resolve(dirname(importer), source);
      return partOf(path) ? `${path}?start` : null;
    },
    load(id: string) {
      const path = id.replace(/\?start$/, '');
      const keeps = path === id ? undefined : partOf(path);
      if (!keeps) return null;
      const text = JSON.stringify(JSON.parse(readFileSync(path, 'utf8')), (key, value) =>
        /^\d*$/.test(key) || keeps(key) ? value : undefined,
      );
      return `export default JSON.parse(${JSON.stringify(text)})`;
    },
  };
}

/** Which keys of a file the first views need; undefined where they need them all. */
function partOf(path: string): ((key: string) => boolean) | undefined {
  if (path.endsWith('/locales/ja.json')) return isStartWord;
  if (path.includes('/core/catalog/data/')) return isCatalogText;
  return undefined;
}

/** Wording of the first views: whole areas, and single keys of others. */
const startWords: ReadonlySet<string> = new Set([
  ...['ui', 'review', 'fiscalYear', 'rating', 'status', 'keys', 'closed', 'date', 'reminder'],
  ...['user', 'panel', 'conflict', 'saveFailure', 'notMine', 'badge', 'manifest.action'],
  ...['check.title', 'result.title', 'result.titleOf', 'handOver.title', 'firstRun.title'],
  ...['own.talkTitle', 'own.formTitle', 'paper.modelsShort'],
]);

export const isStartWord = (key: string): boolean =>
  startWords.has(key) || startWords.has(key.split('.')[0] ?? '');

/** Of a standard, what training alone shows. */
const trainingTexts: ReadonlySet<string> = new Set(['ruby', 'good', 'poor']);

export const isCatalogText = (key: string): boolean => !trainingTexts.has(key);
