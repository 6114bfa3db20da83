/** Storage Buckets, not in TypeScript's library yet: Chrome and Edge from version 122. */
interface StorageBuckets {
  open(name: string, options: { durability: 'strict'; persisted: boolean }): Promise<Bucket>;
  delete(name: string): Promise<void>;
}

interface Bucket {
  readonly indexedDB: IDBFactory;
}

const name = 'furikaeri-spare';

const buckets = (): StorageBuckets | undefined =>
  (navigator as { storageBuckets?: StorageBuckets }).storageBuckets;

export interface FallbackStorage {
  /** Null where the browser has none. */
  open(): Promise<IDBFactory | null>;
  delete(): Promise<void>;
}

/**
 * An IndexedDB in a folder of its own. When a file of Chromium's ordinary folder is gone, that
 * folder can be neither opened nor deleted from a page any more (F5); this one still can.
 */
export const fallbackStorage: FallbackStorage = {
  async open() {
    const bucket = await buckets()?.open(name, { durability: 'strict', persisted: true });
    return bucket?.indexedDB ?? null;
  },
  async delete() {
    await buckets()?.delete(name);
  },
};
