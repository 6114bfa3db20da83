import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { minifySync, type Plugin } from 'vite';

export const kinds = ['own', 'catalog', 'wording', 'libraries'] as const;
export type Kind = (typeof kinds)[number];

/** The code of each module in a script, by the script's file name. */
export type Modules = Map<string, { readonly id: string; readonly code: string }[]>;

export const modulesInto = (modules: Modules): Plugin => ({
  name: 'bench-modules',
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue;
      modules.set(
        basename(chunk.fileName),
        Object.entries(chunk.modules).map(([id, { code }]) => ({ id, code: code ?? '' })),
      );
    }
  },
});

export const gzipBytes = (text: string | Buffer): number => gzipSync(text, { level: 9 }).length;

/** Bytes after gzip of the files at these paths under a served folder. */
export const weigh = (folder: string, paths: readonly string[]): number =>
  paths.reduce((sum, path) => sum + gzipBytes(readFileSync(join(folder, path))), 0);

/**
 * How the scripts' gzipped bytes fall to our own code, the catalog, the wording
 * and the libraries. Gzip works on whole files, so this is an estimate: each
 * kind's code, minified and zipped by itself, gives its share of the true sum.
 */
export function split(
  folder: string,
  paths: readonly string[],
  modules: Modules,
): Record<Kind, number> {
  const sum = { own: 0, catalog: 0, wording: 0, libraries: 0 };
  for (const path of paths) {
    const parts = modules.get(basename(path)) ?? [];
    const weights = kinds.map((kind) => {
      const code = parts.flatMap(({ id, code }) => (kindOf(id) === kind ? [code] : [])).join('\n');
      return code === '' ? 0 : gzipBytes(minified(code));
    });
    const scale = weigh(folder, [path]) / weights.reduce((a, b) => a + b, 0);
    kinds.forEach((kind, place) => {
      sum[kind] += (weights[place] as number) * scale;
    });
  }
  return sum;
}

function kindOf(id: string): Kind {
  // \0: the bundler's own helpers
  if (id.startsWith('\0') || id.includes('/node_modules/')) return 'libraries';
  if (id.includes('/core/catalog/data/')) return 'catalog';
  return id.endsWith('.json') && id.includes('/locales/') ? 'wording' : 'own';
}

// No compression: a part alone would lose whatever only the other parts call.
const minified = (code: string): string =>
  minifySync('part.js', code, { module: true, compress: false }).code;
