import type { Environment } from './environment.ts';

/** The browser's own name for an error, such as `QuotaExceededError`; Dexie wraps the one that says why. */
export function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { inner } = error as { inner?: unknown };
  return inner ? causeOf(inner) : error.name;
}

/** Bytes: with less, no database can be written to, nor be opened without harm. */
const leastRoom = 5_000_000;

/** Whether this PC has no room left, as far as the browser tells. */
export async function isDiskFull({ storage }: Environment): Promise<boolean> {
  const { usage = 0, quota = Number.POSITIVE_INFINITY } = await storage
    .estimate()
    .catch((): StorageEstimate => ({}));
  return quota - usage < leastRoom;
}

/**
 * The same, of a write: on a full disk Chromium names anything but that (`AbortError`, later
 * `DatabaseClosedError`), so the room is looked at.
 */
export async function failureOf(environment: Environment, error: unknown): Promise<string> {
  const cause = causeOf(error);
  return namesBrowser(cause) && (await isDiskFull(environment)) ? 'QuotaExceededError' : cause;
}

/** Not a problem of ours, such as `review-completed`. */
const namesBrowser = (cause: string): boolean => /^[A-Z]/.test(cause);
