/** What the pane keeps on this PC. Where the web view keeps nothing, it goes on without. */

const prefix = 'furikaeri.pane.';

export function keep(key: string, value: unknown): void {
  try {
    localStorage.setItem(prefix + key, JSON.stringify(value));
  } catch {
    // Full, or not allowed here: what is on the page stays there.
  }
}

/** What was kept, whatever has become of it since; null where there is nothing. */
export function recall(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(prefix + key) ?? 'null');
  } catch {
    return null;
  }
}

export function forget(key: string): void {
  try {
    localStorage.removeItem(prefix + key);
  } catch {
    // There is nothing to forget.
  }
}
