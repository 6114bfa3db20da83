import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { minifySync, type Plugin } from 'vite';
import type { LoadedFile } from './measure.ts';

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

const gzipBytes = (text: string | Buffer): number => gzipSync(text, { level: 9 }).length;

/** Bytes after gzip: of the scripts asked for before the first click and after it, and of the style sheets. */
export interface Weight {
  readonly start: number;
  readonly later: number;
  readonly styles: number;
}

export function weightOf(folder: string, files: readonly LoadedFile[]): Weight {
  const { start, later, styles } = sorted(files);
  return {
    start: weigh(folder, start),
    later: weigh(folder, later),
    styles: weigh(folder, styles),
  };
}

export function sorted(files: readonly LoadedFile[]): Record<keyof Weight, LoadedFile[]> {
  const scripts = files.filter(({ path }) => path.endsWith('.js'));
  return {
    start: scripts.filter(({ atStart }) => atStart),
    later: scripts.filter(({ atStart }) => !atStart),
    styles: files.filter(({ path }) => path.endsWith('.css')),
  };
}

const weigh = (folder: string, files: readonly LoadedFile[]): number =>
  files.reduce((sum, { path }) => sum + gzipBytes(readFileSync(join(folder, path))), 0);

/**
 * How the scripts' gzipped bytes fall to our own code, the catalog, the wording
 * and the libraries. Gzip works on whole files, so this is an estimate: each
 * kind's code, minified and zipped by itself, gives its share of the true sum.
 */
export function split(
  folder: string,
  files: readonly LoadedFile[],
  modules: Modules,
): Record<Kind, number> {
  const sum = { own: 0, catalog: 0, wording: 0, libraries: 0 };
  for (const file of files) {
    const parts = modules.get(basename(file.path)) ?? [];
    const weights = kinds.map((kind) => {
      const code = parts.flatMap(({ id, code }) => (kindOf(id) === kind ? [code] : [])).join('\n');
      return code === '' ? 0 : gzipBytes(minified(code));
    });
    const all = weights.reduce((a, b) => a + b, 0);
    const scale = all === 0 ? 0 : weigh(folder, [file]) / all;
    kinds.forEach((kind, place) => {
      sum[kind] += (weights[place] as number) * scale;
    });
  }
  return sum;
}

function kindOf(module: string): Kind {
  const id = module.replace(/\?.*$/, '');
  // \0: the bundler's own helpers
  if (id.startsWith('\0') || id.includes('/node_modules/')) return 'libraries';
  if (id.includes('/core/catalog/data/')) return 'catalog';
  return id.endsWith('.json') && id.includes('/locales/') ? 'wording' : 'own';
}

// No compression: a part alone would lose whatever only the other parts call.
const minified = (code: string): string =>
  minifySync('part.js', code, { module: true, compress: false }).code;
