import type { Plugin } from 'vite';

/**
 * For the extension's build: all that the review page begins with goes into one file, `start`, and
 * nothing else does, since a request for each few modules took longer than reading them. Before it
 * comes the small file `early`, which asks the store while `start` is on its way.
 */

interface ModuleGraph {
  getModuleInfo(id: string): { readonly importers: readonly string[] } | null;
}

/** The file a module goes into; null for what comes later, and for the entries: they act, and other pages take from these files too. */
function startChunk(id: string, modules: ModuleGraph): 'early' | 'start' | null {
  const isPartOf = (isRoot: (id: string) => boolean) => leadsTo(isRoot, id, modules, new Set());
  if (isEntry(id)) return null;
  if (isPartOf(isEarly)) return 'early';
  return isPartOf((root) => isEntry(root) && root.includes('/review/')) ? 'start' : null;
}

const isEarly = (id: string): boolean => id.endsWith('/store/session/prefetch.ts');
const isEntry = (id: string): boolean => id.includes('/extension/entrypoints/');

/** Whether a module is the root, or is imported by it, itself or through others. */
function leadsTo(
  isRoot: (id: string) => boolean,
  id: string,
  modules: ModuleGraph,
  seen: Set<string>,
): boolean {
  if (isRoot(id)) return true;
  if (seen.has(id)) return false;
  seen.add(id);
  const { importers = [] } = modules.getModuleInfo(id) ?? {};
  return importers.some((importer) => leadsTo(isRoot, importer, modules, seen));
}

/** Puts the modules into these files, and begins the pages with `early`. */
export function startFirst(): Plugin {
  return {
    name: 'start-first',
    outputOptions: (options) =>
      // The background is one file whatever it holds.
      options.format === 'iife'
        ? null
        : {
            ...options,
            codeSplitting: { groups: [{ debugName: 'start', name: startChunk }] },
          },
    transformIndexHtml: {
      order: 'post',
      handler(_, { bundle, chunk }) {
        const early = Object.values(bundle ?? {}).find(({ name }) => name === 'early');
        return early && chunk?.imports.includes(early.fileName)
          ? [
              {
                tag: 'script',
                attrs: { type: 'module', src: `/${early.fileName}` },
                injectTo: 'head-prepend',
              },
            ]
          : [];
      },
    },
  };
}
