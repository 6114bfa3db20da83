/**
 * What a person types is kept in two places: at every key in one that answers at once, and on the
 * disk when the typing pauses, at the latest after some seconds of steady typing, and when the page
 * is left or goes out of sight. It knows neither store nor view, and serves every field.
 */

/** Where a value stands until the disk has it: written at once, read when a page begins. */
export interface SecondPlace<T> {
  put(value: T): void;
  /** Lets go of a value that is on the disk, unless another was put since. */
  clear(value: T): void;
}

export interface KeptText<T> {
  /** Takes the value as it is now, at every key. */
  type(value: T): void;
  /** Writes what is not written yet; resolves when that has ended, well or not. */
  flush(): Promise<void>;
  /** Lets go of what is not written yet: it is no longer wanted. */
  drop(): void;
  /** Since when something is not on the disk, by `performance.now()`; null where all is. */
  unsavedSince(): number | null;
}

interface KeptTextOptions<T> {
  readonly second: SecondPlace<T>;
  /** Resolves with true once the value is on the disk; false, or a rejection: it is not. */
  save(value: T): Promise<boolean>;
  readonly pauseMs?: number;
  readonly longestMs?: number;
}

const all = new Set<KeptText<never>>();

let tell = (_isUnsaved: boolean): void => {};

/** Has `listener` hear, whenever it may have changed, whether something typed on this page is not on the disk. */
export function watchUnsavedTexts(listener: (isUnsaved: boolean) => void): void {
  tell = listener;
}

const changed = (): void => tell([...all].some((kept) => kept.unsavedSince() !== null));

/** One text, or one set of fields that is written whole. What could not be saved is tried again with the next key or `flush`. */
export function keepText<T>({
  second,
  save,
  pauseMs = 500,
  longestMs = 2000,
}: KeptTextOptions<T>): KeptText<T> {
  let unsaved: { readonly value: T } | null = null;
  /** The first key after the last save was begun. */
  let since: number | null = null;
  let unsavedSince: number | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing: { readonly item: object; readonly done: Promise<void> } | null = null;

  const write = async (item: { readonly value: T }): Promise<void> => {
    const isSaved = await save(item.value).catch(() => false);
    if (writing?.item === item) writing = null;
    if (!isSaved) return;
    second.clear(item.value);
    if (unsaved === item) unsaved = unsavedSince = null;
    changed();
  };
  const flush = (): Promise<void> => {
    clearTimeout(timer);
    since = null;
    const item = unsaved;
    // Closing a page asks twice: once when it goes out of sight, once when it goes.
    if (!item || writing?.item === item) return writing?.done ?? Promise.resolve();
    // Begun at once: a page that is being left gives no later moment.
    const done = write(item);
    writing = { item, done };
    return done;
  };
  const kept: KeptText<T> = {
    type(value) {
      unsaved = { value };
      second.put(value);
      const now = performance.now();
      since ??= now;
      unsavedSince ??= now;
      changed();
      clearTimeout(timer);
      timer = setTimeout(flush, Math.min(pauseMs, Math.max(0, since + longestMs - now)));
    },
    flush,
    drop() {
      clearTimeout(timer);
      since = null;
      if (unsaved) second.clear(unsaved.value);
      unsaved = unsavedSince = null;
      changed();
    },
    unsavedSince: () => unsavedSince,
  };
  all.add(kept as unknown as KeptText<never>);
  return kept;
}

/** Writes everything that was typed on this page and is not written yet. */
export async function flushTexts(): Promise<void> {
  await Promise.all([...all].map((kept) => kept.flush()));
}

/** Whether something that was typed on this page has not reached the disk for longer than `ms`. */
export const hasUnsavedTexts = (ms: number): boolean =>
  [...all].some((kept) => performance.now() - (kept.unsavedSince() ?? performance.now()) > ms);

/** Has everything written when the page is left or goes out of sight; to be called once a page. */
export function flushWhenLeft(): void {
  addEventListener('pagehide', () => void flushTexts());
  document.addEventListener('visibilitychange', () => void flushTexts());
}
