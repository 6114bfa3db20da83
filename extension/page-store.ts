import { extensionStorage } from './platform/extension-storage.ts';
import { fallbackStorage } from './platform/fallback-storage.ts';
import { openBroadcast } from './store/session/broadcast.ts';
import { createStore } from './store/store.ts';

/** The store of this page, on the browser's own parts. */
export const store = createStore({
  indexedDB: globalThis.indexedDB,
  keyRange: globalThis.IDBKeyRange,
  storage: {
    // Asked for only when needed: where a browser forbids it, asking throws.
    get local() {
      return localStorage;
    },
    get tab() {
      return sessionStorage;
    },
    extension: extensionStorage,
    fallback: fallbackStorage,
    estimate: () => navigator.storage.estimate(),
  },
  clock: { now: () => Date.now() },
  locks: navigator.locks,
  broadcast: openBroadcast('furikaeri'),
  lifecycle: {
    idle: () => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 2000 })),
    whenLeft: (act) => addEventListener('pagehide', act),
    startAnew: () => location.reload(),
  },
});
