/** The browser's own name for an error, such as `QuotaExceededError`; Dexie wraps the one that says why. */
export function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { inner } = error as { inner?: unknown };
  return inner ? causeOf(inner) : error.name;
}
