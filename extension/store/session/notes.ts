import { batch } from '@preact/signals';
import type { StandardId } from '../../../core/catalog/catalog.ts';
import { flushTexts, type KeptText, keepText } from '../../../ui/kept-text.ts';
import type { Store } from '../store.ts';
import { unanswered } from './left-answers.ts';
import { answerChange, commitUntilSaved } from './saving.ts';
import { keeperOf, type LeftAnswer, secondPlace } from './second-place.ts';

/** Takes a note as it is typed; it is saved when the typing pauses, and at once when the page is left. */
export function draftNote(store: Store, standard: StandardId, text: string): void {
  const owner = store.user.peek()?.id;
  const year = store.stored.peek()?.fiscalYear;
  if (owner === undefined || year === undefined) return;
  const seen = (store.drafts.peek()[standard] ?? { seen: store.stored.peek()?.answers[standard] })
    .seen;
  store.drafts.value = { ...store.drafts.peek(), [standard]: { text, seen } };
  const field = ['note', owner, String(year), standard] as const;
  const key = field.join('/');
  const note: KeptText<LeftAnswer> = keeperOf(store, field, () =>
    keepText({ second: secondPlace(store, field), save: () => save(store, key, standard) }),
  );
  const handed = store.begunNotes.get(key);
  const before = [seen?.note ?? null, ...(handed === undefined ? [] : [handed])];
  note.type({ change: { note: text }, before: before.map((each) => ({ note: each })) });
}

function save(store: Store, key: string, standard: StandardId): Promise<boolean> {
  const draft = store.drafts.peek()[standard];
  // On its way already: it is among the pending changes.
  if (!draft) return Promise.resolve(false);
  return batch(() => {
    const { [standard]: _, ...others } = store.drafts.peek();
    store.drafts.value = others;
    store.begunNotes.set(key, draft.text);
    return commitUntilSaved(
      store,
      answerChange(store, standard, { note: draft.text }, draft.seen ?? unanswered),
    );
  });
}

/** Saves what is being typed now; resolves when it is on the disk or has failed. */
export const saveNotes = flushTexts;
