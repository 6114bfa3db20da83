import { extensionApi } from './extension.ts';

/** The extension's version; null on a served page, which has no manifest to ask. */
export async function extensionVersion(): Promise<string | null> {
  return (await extensionApi())?.runtime.getManifest().version ?? null;
}

export interface Space {
  /** Bytes. */
  readonly used: number | null;
  readonly quota: number | null;
  /** Whether the browser has promised not to clear the data when the disk is short; extensions are never cleared. */
  readonly persisted: boolean;
}

/** How much this origin takes up on the disk, and may. */
export async function spaceOnDisk(): Promise<Space> {
  const [{ usage, quota }, persisted] = await Promise.all([
    navigator.storage.estimate(),
    navigator.storage.persisted(),
  ]);
  return { used: usage ?? null, quota: quota ?? null, persisted };
}
