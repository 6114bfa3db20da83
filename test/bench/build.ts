import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, globSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { platform, stderr, stdout } from 'node:process';
import { build as buildSite, type Plugin } from 'vite';
import { build as buildExtension, type Logger } from 'wxt';
import { resizeCatalogIn, shownItems } from './catalog.ts';
import { type Modules, modulesInto } from './weight.ts';

const silent = () => {};
const quiet: Logger = {
  debug: silent,
  log: silent,
  info: silent,
  warn: console.warn,
  error: console.error,
  fatal: console.error,
  success: silent,
  level: 0,
};

const root = join(import.meta.dirname, '../..');
const out = join(root, 'dist/bench');

/** Fetches the peers' packages once; they are no part of the product's own installation. */
export function installPeers(): void {
  const folders = globSync('peers/*/package.json', { cwd: import.meta.dirname }).map(dirname);
  const installed = folders.map((folder) => `node_modules/bench-${basename(folder)}`);
  if (installed.every((path) => existsSync(join(import.meta.dirname, path)))) return;
  const { status } = spawnSync('npm', ['ci', '--prefix', import.meta.dirname], {
    stdio: 'inherit',
    shell: platform === 'win32',
  });
  if (status !== 0) throw new Error('npm ci --prefix test/bench');
}

/** Builds `peers/<name>` with `count` items; answers with its folder. */
export async function buildPeer(name: string, count: number): Promise<string> {
  const folder = join(out, `${name}-${count}`);
  await buildSite({
    root: join(import.meta.dirname, 'peers', name),
    configFile: false,
    logLevel: 'error',
    plugins: [shownItems(count)],
    json: { stringify: true },
    build: { outDir: folder, emptyOutDir: true, modulePreload: { polyfill: false } },
  });
  return folder;
}

/** Builds the extension as it is shipped; answers with its folder, and with the modules of each of its scripts. */
export async function buildShipped(): Promise<{ folder: string; modules: Modules }> {
  const modules: Modules = new Map();
  return { folder: await buildExtensionOf(root, 'ours-shipped', [modulesInto(modules)]), modules };
}

/**
 * Builds the extension with `count` items, and the seed beside it; answers with
 * its folder. The build runs on a copy of the sources with another catalog file,
 * so that the product needs no door for it.
 */
export async function buildOurs(count: number): Promise<string> {
  const copy = join(out, `sources-${count}`);
  rmSync(copy, { recursive: true, force: true });
  for (const part of sources) cpSync(join(root, part), join(copy, part), { recursive: true });
  resizeCatalogIn(copy, count);
  const folder = await buildExtensionOf(copy, `ours-${count}`);
  await buildSite({
    root: import.meta.dirname,
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: false,
      lib: { entry: 'seed.ts', formats: ['es'], fileName: () => 'seed.js' },
    },
  });
  return folder;
}

const sources = [
  ...['core', 'extension', 'locales', 'scripts', 'templates', 'ui'],
  ...['package.json', 'tsconfig.base.json', 'tsconfig.json', 'wxt.config.ts'],
];

async function buildExtensionOf(
  sourceRoot: string,
  name: string,
  plugins: readonly Plugin[] = [],
): Promise<string> {
  const outDir = join(out, name);
  await quietly(() =>
    buildExtension({
      root: sourceRoot,
      browser: 'chrome',
      manifestVersion: 3,
      outDir,
      logger: quiet,
      vite: () => ({ plugins: [...plugins] }),
    }),
  );
  return join(outDir, 'chrome-mv3');
}

/** WXT turns a spinner on standard output, whatever its logger; that is for the report alone. */
async function quietly<T>(act: () => Promise<T>): Promise<T> {
  const { write } = stdout;
  stdout.write = stderr.write.bind(stderr);
  try {
    return await act();
  } finally {
    stdout.write = write;
  }
}
