import { batch } from '@preact/signals';
import type { StandardId } from '../../core/catalog/catalog.ts';
import { leaveNotes } from './left-notes.ts';
import { drafts, stored } from './pending.ts';
import { answerItem } from './saving.ts';

const pause = 500;

let timer: ReturnType<typeof setTimeout> | undefined;

/** Takes a note as it is typed; it is saved when the typing pauses, and at once when the page is left. */
export function draftNote(standard: StandardId, text: string): void {
  const seen = (drafts.peek()[standard] ?? { seen: stored.peek()?.answers[standard] }).seen;
  drafts.value = { ...drafts.peek(), [standard]: { text, seen } };
  clearTimeout(timer);
  timer = setTimeout(saveNotes, pause);
}

/** Saves what is being typed now. */
export function saveNotes(): void {
  clearTimeout(timer);
  const typed = Object.entries(drafts.peek());
  if (typed.length === 0) return;
  batch(() => {
    drafts.value = {};
    for (const [standard, { text, seen }] of typed) void answerItem(standard, { note: text }, seen);
  });
}

function leave(): void {
  leaveNotes();
  saveNotes();
}

addEventListener('pagehide', leave);
document.addEventListener('visibilitychange', leave);
