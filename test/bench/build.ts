import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { platform, stderr, stdout } from 'node:process';
import { build as buildSite } from 'vite';
import { build as buildExtension, type Logger } from 'wxt';
import { catalogOf } from './catalog.ts';
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
  if (existsSync(join(import.meta.dirname, 'node_modules'))) return;
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
    plugins: [catalogOf(count, { bare: true })],
    json: { stringify: true },
    build: { outDir: folder, emptyOutDir: true, modulePreload: { polyfill: false } },
  });
  return folder;
}

/**
 * Builds the extension as it is, or with `count` items in its catalog; answers
 * with its folder, and with the modules of each of its scripts.
 */
export async function buildOurs(
  count?: number,
): Promise<{ readonly folder: string; readonly modules: Modules }> {
  const modules: Modules = new Map();
  const outDir = join(out, `ours-${count ?? 'whole'}`);
  const folder = join(outDir, 'chrome-mv3');
  await quietly(() =>
    buildExtension({
      root,
      browser: 'chrome',
      manifestVersion: 3,
      outDir,
      logger: quiet,
      vite: () => ({
        plugins: [modulesInto(modules), ...(count === undefined ? [] : [catalogOf(count)])],
      }),
    }),
  );
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
  return { folder, modules };
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
