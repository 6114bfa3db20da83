import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { isCatalogText } from './start-part.ts';

/** For the Excel pane's build: of the wording and the catalog it takes along the part that it shows. */
export function panePart() {
  const root = resolve(import.meta.dirname, '../office-addin/taskpane/main.tsx');
  const isPaneWord = wordsOf(root);
  const partOf = (path: string): ((key: string) => boolean) | undefined => {
    if (/\/locales\/(?:ja|en)\.json$/.test(path)) return isPaneWord;
    return path.includes('/core/catalog/data/') ? isPaneText : undefined;
  };
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

/** Of the catalog the pane searches the standards, and names the philosophy items and the documents. */
const unseen: ReadonlySet<string> = new Set([
  ...['notes', 'definition', 'aim', 'chains', 'scopeMarks', 'basis'],
]);

const isPaneText = (key: string): boolean => isCatalogText(key) && !unseen.has(key);

/** Tells the keys that a module, or any that it imports, names or puts together. */
export function wordsOf(path: string): (key: string) => boolean {
  const text = [...imported(path)].map((each) => readFileSync(each, 'utf8')).join('\n');
  const named = new Set([...text.matchAll(/['"`]([\w-]+\.[\w.-]+)['"`]/g)].map(([, key]) => key));
  const begun = [...text.matchAll(/`([a-zA-Z]+\.[\w-]*)\$\{/g)].map(([, start]) => start as string);
  return (key) => named.has(key) || begun.some((start) => key.startsWith(start));
}

function imported(path: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(path)) return seen;
  seen.add(path);
  const names = readFileSync(path, 'utf8').matchAll(/(?:from|import\()\s*'(\.[^']+\.tsx?)'/g);
  for (const [, name] of names) imported(join(dirname(path), name as string), seen);
  return seen;
}
