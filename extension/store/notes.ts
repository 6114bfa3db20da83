import { batch, effect } from '@preact/signals';
import type { StandardId } from '../../core/catalog/catalog.ts';
import { forgetSavedNotes, leaveNote, unanswered } from './left-notes.ts';
import { drafts, stored } from './pending.ts';
import { answerItem, saving } from './saving.ts';

const pause = 500;

let timer: ReturnType<typeof setTimeout> | undefined;

/** Notes of this page whose saving has begun. */
const begun = new Map<StandardId, string>();

/** Takes a note as it is typed; it is saved when the typing pauses, and at once when the page is left. */
export function draftNote(standard: StandardId, text: string): void {
  const seen = (drafts.peek()[standard] ?? { seen: stored.peek()?.answers[standard] }).seen;
  drafts.value = { ...drafts.peek(), [standard]: { text, seen } };
  const handed = begun.get(standard);
  const before = [seen?.note ?? null, ...(handed === undefined ? [] : [handed])];
  leaveNote(standard, { text, before });
  clearTimeout(timer);
  timer = setTimeout(saveNotes, pause);
}

/** Saves what is being typed now; resolves when it is on the disk or has failed. */
export async function saveNotes(): Promise<void> {
  clearTimeout(timer);
  const typed = Object.entries(drafts.peek());
  if (typed.length === 0) return;
  const saves = batch(() => {
    drafts.value = {};
    return typed.map(([standard, { text, seen }]) => {
      begun.set(standard, text);
      return answerItem(standard, { note: text }, seen ?? unanswered);
    });
  });
  await Promise.all(saves);
}

// Also after a save that failed at first: until then the note stays left.
effect(() => {
  if (saving.value.state === 'saved') forgetSavedNotes(begun);
});

addEventListener('pagehide', saveNotes);
document.addEventListener('visibilitychange', saveNotes);
