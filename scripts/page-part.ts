import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Plugin } from 'vite';

/**
 * For the builds of the extension and the Excel pane: of the wording and the catalog, a page starts
 * with the part that its first view shows. An `import` statement of `ja.json` brings the words that
 * the modules named in `first`, and all that they import at once, say; an `import()` brings the rest
 * too. Of the catalog an `import` statement leaves out the texts that are named, `import()` nothing.
 *
 * A bundler shares out modules, never the entries of one JSON module, and which words a module says it
 * can't know: `t()` takes a key. So what is said is looked up in the sources.
 */
interface Parts {
  /** The modules that pages begin with, of those that show words before the rest has come. */
  readonly first: readonly string[];
  /** Where the host shows a part of the pages alone: the modules they begin with. No other words are built in. */
  readonly all?: readonly string[];
  /** Of the catalog: keys that are not shown first. */
  readonly without: readonly string[];
}

/** The pages that do not wait for the whole wording before they stand. */
export const firstPages: readonly string[] = [
  'extension/entrypoints/review/main.tsx',
  'extension/entrypoints/sidepanel/main.tsx',
  'extension/entrypoints/background.ts',
];

/** Of a standard, what training alone shows. */
const forTraining: readonly string[] = ['ruby', 'good', 'poor'];

export const extensionPart = () => pagePart({ first: firstPages, without: forTraining });

const pane: readonly string[] = ['office-addin/taskpane/main.tsx'];

/** Of the catalog the pane searches the standards, and names the philosophy items and the documents. */
export const panePart = () =>
  pagePart({
    first: pane,
    all: pane,
    without: [...forTraining, 'notes', 'definition', 'aim', 'chains', 'scopeMarks', 'basis'],
  });

function pagePart({ first, all, without }: Parts): Plugin {
  const isFirst = wordsOf(first, 'at once');
  const isAny = all && wordsOf(all, 'ever');
  const isCatalog = (path: string) => path.includes('/core/catalog/data/');
  /** Which keys of a file are kept; undefined where they all are. */
  const partOf = (id: string): ((key: string) => boolean) | undefined => {
    const [path = '', isPart] = id.split(/(?=\?first$)/);
    if (isCatalog(path)) return isPart ? (key) => !without.includes(key) : undefined;
    if (path.endsWith('/locales/ja.json') && isPart) return isFirst;
    return /\/locales\/\w+\.json$/.test(path) ? isAny : undefined;
  };
  return {
    name: 'page-part',
    enforce: 'pre',
    resolveId(source, importer, { kind }) {
      if (kind !== 'import-statement' || importer === undefined) return null;
      const path = resolve(dirname(importer), source);
      return path.endsWith('/locales/ja.json') || isCatalog(path) ? `${path}?first` : null;
    },
    load(id) {
      const keeps = partOf(id);
      if (!keeps) return null;
      const text = JSON.stringify(
        JSON.parse(readFileSync(id.replace('?first', ''), 'utf8')),
        (key, value) => (/^\d*$/.test(key) || keeps(key) ? value : undefined),
      );
      return { code: `export default JSON.parse(${JSON.stringify(text)})`, moduleType: 'js' };
    },
  };
}

const importAtOnce = /^(?:import|export) (?!type)[^']*?from '(\.[^']+\.tsx?)'/gm;
const importEver = new RegExp(`${importAtOnce.source}|import\\('(\\.[^']+\\.tsx?)'\\)`, 'gm');

/** Tells the keys that modules, and those they import at once or ever, name or put together. */
export function wordsOf(
  paths: readonly string[],
  when: 'at once' | 'ever',
): (key: string) => boolean {
  const seen = new Set<string>();
  const root = resolve(import.meta.dirname, '..');
  for (const path of paths)
    follow(join(root, path), when === 'ever' ? importEver : importAtOnce, seen);
  // The core knows no wording; what looks like a key in it is something else.
  const hosts = [...seen].filter((path) => !path.startsWith(join(root, 'core')));
  const text = hosts.map((path) => readFileSync(path, 'utf8')).join('\n');
  const named = new Set([...text.matchAll(/['"`]([\w-]+\.[\w.-]+)['"`]/g)].map(([, key]) => key));
  const begun = [...text.matchAll(/`([a-zA-Z]+\.[\w-]*)\$\{/g)].map(([, start]) => start as string);
  return (key) => named.has(key) || begun.some((start) => key.startsWith(start));
}

function follow(path: string, pattern: RegExp, seen: Set<string>): void {
  if (seen.has(path)) return;
  seen.add(path);
  for (const [, atOnce, later] of readFileSync(path, 'utf8').matchAll(pattern)) {
    follow(join(dirname(path), (atOnce ?? later) as string), pattern, seen);
  }
}
