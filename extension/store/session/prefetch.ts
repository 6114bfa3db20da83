import { inPrivateWindow } from '../../platform/private-window.ts';
import { firstLook } from '../db/peek.ts';

/** The first look of a page, begun while the rest of its script is still on the way. */
export const prefetched = inPrivateWindow
  ? Promise.resolve(null)
  : firstLook(globalThis.indexedDB, Date.now());
