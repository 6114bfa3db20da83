import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

/** What each file imports, types too: the lint rule passes over those. */
type Imports = ReadonlyMap<string, readonly string[]>;

const importsOf = (paths: readonly string[], textOf: (path: string) => string): Imports =>
  new Map(
    paths.map((path) => [
      path,
      [...textOf(path).matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(([, name = '']) =>
        join(dirname(path), name).replaceAll('\\', '/'),
      ),
    ]),
  );

/** The files in cycles, and those between two of them: what is left when ends are taken away. */
function inCycles(imports: Imports): string[] {
  for (let left = [...imports.keys()]; ; ) {
    const all = new Set(left);
    const imported = new Set(left.flatMap((path) => imports.get(path) ?? []));
    const kept = left.filter(
      (path) => imported.has(path) && imports.get(path)?.some((to) => all.has(to)),
    );
    if (kept.length === left.length) return kept.sort();
    left = kept;
  }
}

const read = (folder: string): Imports =>
  importsOf(
    globSync(`${folder}/**/*.{ts,tsx}`).map((path) => path.replaceAll('\\', '/')),
    (path) => readFileSync(path, 'utf8'),
  );

test('a cycle is found, also one of types alone', () => {
  const texts: Record<string, string> = {
    'core/a.ts': "import { b } from './b.ts';",
    'core/b.ts': "import type { C } from './sheet/c.ts';",
    'core/sheet/c.ts': "export type A = import('../a.ts').A;",
    'core/d.ts': "export { a } from './a.ts';",
    'core/e.ts': 'export const e = 1;',
  };
  const imports = importsOf(Object.keys(texts), (path) => texts[path] ?? '');
  expect(inCycles(imports)).toEqual(['core/a.ts', 'core/b.ts', 'core/sheet/c.ts']);
});

test.each(['core', 'ui', 'locales', 'cli', 'office-addin', 'extension'])(
  'no file of %s leads back to itself',
  (folder) => {
    const imports = read(folder);
    expect(imports.size).toBeGreaterThan(1);
    expect(inCycles(imports)).toEqual([]);
  },
);

test('no folder of core/xlsx imports from a later one, nor what all need from any', () => {
  const order = ['', 'zip', 'xml', 'formula', 'read', 'write'];
  const placeOf = (path: string) => order.indexOf(/^core\/xlsx\/(?:(.*)\/)?/.exec(path)?.[1] ?? '');
  const backwards = [...read('core/xlsx')].flatMap(([path, imported]) =>
    imported
      .filter((to) => to.startsWith('core/xlsx/') && placeOf(to) > placeOf(path))
      .map((to) => `${path} imports ${to}`),
  );
  expect(backwards).toEqual([]);
});
