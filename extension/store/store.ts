import { computed, type Signal, signal } from '@preact/signals';
import type { StandardId } from '../../core/catalog/catalog.ts';
import type { ProblemCode } from '../../core/result.ts';
import type { Moment, Rating, Review } from '../../core/review/review.ts';
import type { Database } from './db/database.ts';
import type { Environment } from './db/environment.ts';
import type { Opening } from './session/opening.ts';
import type { Change, Conflict, NoteDraft, TypedGoals } from './session/pending.ts';
import type { SavingState } from './session/saving-state.ts';
import type { User } from './session/user.ts';

/**
 * The store as one page sees it: what it stands on, and what the page shows of it. What can be done
 * with it are functions beside it that take it first, so that each page loads only what it does.
 * Nothing is read, opened or heard before `startSession`.
 */
export type Store = ReturnType<typeof createStore>;

export function createStore(environment: Environment) {
  /** The review as it is on the disk, or (with an empty id) the one nobody has answered yet; null without a user. */
  const stored = signal<Review | null>(null);
  /** The user's other reviews as they are on the disk, once they have been read. */
  const storedOthers = signal<readonly Review[] | null>(null);
  /** Changes given on this page and not yet on the disk, oldest first. */
  const pending = signal<readonly Change[]>([]);
  /** Notes being typed, by standard, and the answers they were begun on; a save follows when the typing pauses. */
  const drafts = signal<Readonly<Record<StandardId, NoteDraft>>>({});
  /** Why the last save failed: a problem of the review, or the browser's own name for the error (`QuotaExceededError`). */
  const failure = signal<ProblemCode | (string & {}) | null>(null);
  /** Epoch milliseconds. */
  const savedAt = signal<number | null>(null);
  /** Whether a text is being typed that the disk has not got yet. */
  const typing = signal(false);

  const withPending = (start: Review, of?: string): Review =>
    pending.value.reduce((review, change) => {
      if (change.of !== of) return review;
      const changed = change.act(review, notYet);
      return changed.ok ? changed.value : review;
    }, start);

  return {
    ...environment,

    opening: signal<Opening>({ state: 'opening' }) as Signal<Opening>,
    user: signal<User | null>(null),
    /** Set while another user has become the current one elsewhere: this page waits to be told whose it is from here on. */
    switched: signal<{ readonly to: User | null } | null>(null),
    /** Whether the page knows whose it is, or that the store doesn't tell. */
    looked: signal(false),
    /** The open database. */
    open: deferred<Database>(),
    /**
     * The database has been found whole, or nothing has been heard for long, and never for one known
     * to be damaged: no answer is written before, or the page's own writes could hide that others
     * are missing.
     */
    foundWhole: deferred(),
    /** Somebody needs the store, on a page that opens it only for the first that writes. */
    asked: deferred(),

    stored,
    storedOthers,
    pending,
    drafts,
    /** The review at hand as the page shows it, the changes still pending on top, so that a failed save loses nothing typed; its id is empty before the first answer. */
    review: computed(() => stored.value && withPending(stored.value)),
    /** The other reviews in the same way, once `loadHistory` has read them. */
    others: computed(
      () => storedOthers.value?.map((other) => withPending(other, other.id)) ?? null,
    ),
    typedGoals: signal<TypedGoals | null>(null),

    failure,
    savedAt,
    typing,
    saving: computed<SavingState>(() => {
      if (failure.value) return { state: 'failed', cause: failure.value };
      if (pending.value.length || Object.keys(drafts.value).length || typing.value) {
        return { state: 'saving' };
      }
      return savedAt.value ? { state: 'saved', at: savedAt.value } : { state: 'idle' };
    }),
    /** What this page has written over without having seen it, by item, until the person has looked at it. */
    conflicts: signal<readonly Conflict[]>([]),

    /** What is on its way to the disk, oldest first, while it is. */
    draining: null as Promise<void> | null,
    /** Called once the change is on the disk. */
    whenSaved: new WeakMap<Change, () => void>(),
    /** Numbers of the store's order that this page has written. */
    ownWrites: new Set<number>(),
    /** Ratings that this page has given, by item: its own are no one else's. */
    given: new Map<StandardId, (Rating | null)[]>(),
    /** Notes of this page whose saving has begun, by field. */
    begunNotes: new Map<string, string>(),
    /** What is typed into each field, by field. */
    kept: new Map<string, unknown>(),
    /** The number of this page, under which its texts stand in the second place. */
    page: { id: crypto.randomUUID() as string, isHeld: false },
    /** The name of this tab once it is claimed, and what this page knows of its unfinished forms. */
    tab: { name: '', claiming: null as Promise<string> | null, seen: new Set<string>() },
    /** The item that was noted last as the place to come back to. */
    place: null as StandardId | null,
  };
}

const notYet: Moment = { seq: 0, at: '' };

interface Deferred<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
}

function deferred<T = void>(): Deferred<T> {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
