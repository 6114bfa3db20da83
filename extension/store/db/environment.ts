import type { TextStorage } from '../../platform/extension-storage.ts';
import type { FallbackStorage } from '../../platform/fallback-storage.ts';
import type { Broadcast } from '../session/broadcast.ts';

/** What a store stands on: the browser's own parts on a page, stand-ins for them in a test. */
export interface Environment {
  readonly indexedDB: IDBFactory;
  readonly keyRange: typeof IDBKeyRange;
  readonly storage: {
    /** Answers at once, and is shared by all pages: `localStorage`. */
    readonly local: Storage;
    /** The tab's own, and outlives reloading: `sessionStorage`. */
    readonly tab: Storage;
    /** Outside IndexedDB and roomier, for the second copy. */
    readonly extension: TextStorage;
    /** Where the database goes when its ordinary place can no longer be opened. */
    readonly fallback: FallbackStorage;
    estimate(): Promise<StorageEstimate>;
  };
  readonly clock: {
    /** Epoch milliseconds. */
    now(): number;
  };
  readonly locks: LockManager;
  readonly broadcast: Broadcast;
  readonly lifecycle: {
    /** Resolves once the page is drawn, which a slow PC may take a second for, and has nothing else to do. */
    idle(): Promise<unknown>;
    /** Has `act` called whenever the page is left. */
    whenLeft(act: () => void): void;
    startAnew(): void;
  };
}
