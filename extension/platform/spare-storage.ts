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

/**
 * An IndexedDB in a folder of its own, or null where the browser has none. When
 * a file of Chromium's ordinary folder is gone, that folder can be neither
 * opened nor deleted from a page any more (F5); this one still can.
 */
export async function spareStorage(): Promise<IDBFactory | null> {
  const bucket = await buckets()?.open(name, { durability: 'strict', persisted: true });
  return bucket?.indexedDB ?? null;
}

export async function deleteSpareStorage(): Promise<void> {
  await buckets()?.delete(name);
}
