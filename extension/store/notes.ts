import { batch } from '@preact/signals';
import type { StandardId } from '../../core/catalog/catalog.ts';
import { forgetLeftNotes, type LeftNote, leaveNotes } from './left-notes.ts';
import { drafts, type NoteDraft, stored } from './pending.ts';
import { answerItem, saving } from './saving.ts';

const pause = 500;

let timer: ReturnType<typeof setTimeout> | undefined;

/** Notes of this page whose saving has begun. */
const begun = new Map<StandardId, string>();

/** Takes a note as it is typed; it is saved when the typing pauses, and at once when the page is left. */
export function draftNote(standard: StandardId, text: string): void {
  const seen = (drafts.peek()[standard] ?? { seen: stored.peek()?.answers[standard] }).seen;
  drafts.value = { ...drafts.peek(), [standard]: { text, seen } };
  leaveNotes(Object.fromEntries(Object.entries(drafts.peek()).map(left)));
  clearTimeout(timer);
  timer = setTimeout(saveNotes, pause);
}

const left = ([standard, { text, seen }]: [StandardId, NoteDraft]): [StandardId, LeftNote] => {
  const handed = begun.get(standard);
  const before = [seen?.note ?? null, ...(handed === undefined ? [] : [handed])];
  return [standard, { text, before }];
};

/** Saves what is being typed now; resolves when it is on the disk or has failed. */
export async function saveNotes(): Promise<void> {
  clearTimeout(timer);
  const typed = Object.entries(drafts.peek());
  if (typed.length === 0) return;
  const saves = batch(() => {
    drafts.value = {};
    return typed.map(([standard, { text, seen }]) => {
      begun.set(standard, text);
      return answerItem(standard, { note: text }, seen);
    });
  });
  await Promise.all(saves);
  if (saving.peek().state === 'saved' && Object.keys(drafts.peek()).length === 0) {
    forgetLeftNotes();
  }
}

addEventListener('pagehide', saveNotes);
document.addEventListener('visibilitychange', saveNotes);
