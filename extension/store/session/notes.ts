import { batch } from '@preact/signals';
import type { StandardId } from '../../../core/catalog/catalog.ts';
import { flushTexts, type KeptText, keepText } from '../../../ui/kept-text.ts';
import { unanswered } from './left-answers.ts';
import { drafts, stored } from './pending.ts';
import { answerChange, commitUntilSaved } from './saving.ts';
import { type LeftAnswer, secondPlace } from './second-place.ts';
import { user } from './session.ts';

/** The notes being typed on this page, by user, 年度 and item. */
const kept = new Map<string, KeptText<LeftAnswer>>();

/** Notes of this page whose saving has begun. */
const begun = new Map<string, string>();

/** Takes a note as it is typed; it is saved when the typing pauses, and at once when the page is left. */
export function draftNote(standard: StandardId, text: string): void {
  const owner = user.peek()?.id;
  const year = stored.peek()?.fiscalYear;
  if (owner === undefined || year === undefined) return;
  const seen = (drafts.peek()[standard] ?? { seen: stored.peek()?.answers[standard] }).seen;
  drafts.value = { ...drafts.peek(), [standard]: { text, seen } };
  const field = ['note', owner, String(year), standard] as const;
  const key = field.join('/');
  let note = kept.get(key);
  if (!note) {
    note = keepText({ second: secondPlace(field), save: () => save(key, standard) });
    kept.set(key, note);
  }
  const handed = begun.get(key);
  const before = [seen?.note ?? null, ...(handed === undefined ? [] : [handed])];
  note.type({ change: { note: text }, before: before.map((each) => ({ note: each })) });
}

function save(key: string, standard: StandardId): Promise<boolean> {
  const draft = drafts.peek()[standard];
  // On its way already: it is among the pending changes.
  if (!draft) return Promise.resolve(false);
  return batch(() => {
    const { [standard]: _, ...others } = drafts.peek();
    drafts.value = others;
    begun.set(key, draft.text);
    return commitUntilSaved(answerChange(standard, { note: draft.text }, draft.seen ?? unanswered));
  });
}

/** Saves what is being typed now; resolves when it is on the disk or has failed. */
export const saveNotes = flushTexts;
