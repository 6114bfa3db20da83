import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { isCatalogText } from './start-part.ts';

/**
 * For the Excel pane's build: of the wording and the catalog it takes along the part that it shows.
 * An `import` statement of the wording brings what its first view says, `import()` the rest too.
 */
export function panePart() {
  const root = resolve(import.meta.dirname, '../office-addin/taskpane/main.tsx');
  const isPaneWord = wordsOf(root);
  const isStartWord = wordsOf(root, 'first view');
  const partOf = (path: string): ((key: string) => boolean) | undefined => {
    if (path.endsWith('/locales/ja.json?start')) return isStartWord;
    if (/\/locales\/(?:ja|en)\.json$/.test(path)) return isPaneWord;
    return path.includes('/core/catalog/data/') ? isPaneText : undefined;
  };
  return {
    name: 'pane-part',
    enforce: 'pre' as const,
    resolveId(source: string, importer: string | undefined, { kind }: { kind?: string }) {
      if (kind !== 'import-statement' || importer === undefined) return null;
      const path = resolve(dirname(importer), source);
      return path.endsWith('/locales/ja.json') ? `${path}?start` : null;
    },
    load(id: string) {
      const keeps = partOf(id);
      if (!keeps) return null;
      const text = JSON.stringify(
        JSON.parse(readFileSync(id.replace(/\?start$/, ''), 'utf8')),
        (key, value) => (/^\d*$/.test(key) || keeps(key) ? value : undefined),
      );
      return { code: `export default JSON.parse(${JSON.stringify(text)})`, moduleType: 'js' };
    },
  };
}

/** Of the catalog the pane searches the standards, and names the philosophy items and the documents. */
const unseen: ReadonlySet<string> = new Set([
  ...['notes', 'definition', 'aim', 'chains', 'scopeMarks', 'basis'],
]);

const isPaneText = (key: string): boolean => isCatalogText(key) && !unseen.has(key);

/** Tells the keys that a module, or any that it imports, names or puts together; of its first view alone, what it imports at once. */
export function wordsOf(path: string, of: 'first view' | 'all' = 'all'): (key: string) => boolean {
  const pattern =
    of === 'all'
      ? /(?:^(?:import|export) (?!type)[^']*?from\s*|import\()'(\.[^']+\.tsx?)'/gm
      : /^(?:import|export) (?!type)[^']*?from\s*'(\.[^']+\.tsx?)'/gm;
  const text = [...imported(path, pattern)].map((each) => readFileSync(each, 'utf8')).join('\n');
  const named = new Set([...text.matchAll(/['"`]([\w-]+\.[\w.-]+)['"`]/g)].map(([, key]) => key));
  const begun = [...text.matchAll(/`([a-zA-Z]+\.[\w-]*)\$\{/g)].map(([, start]) => start as string);
  return (key) => named.has(key) || begun.some((start) => key.startsWith(start));
}

function imported(path: string, pattern: RegExp, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(path)) return seen;
  seen.add(path);
  const names = readFileSync(path, 'utf8').matchAll(pattern);
  for (const [, name] of names) imported(join(dirname(path), name as string), pattern, seen);
  return seen;
}
