import { signal } from '@preact/signals';
import type { Problem } from '../../core/result.ts';
import { planFill } from '../../core/sheet/fill.ts';
import { locateTemplate } from '../../core/sheet/locate.ts';
import type { WritePlan } from '../../core/xlsx/write-plan.ts';
import { toWrite } from '../../ui/sheet/waiting-targets.ts';
import type { HostError } from '../excel/host-error.ts';
import type { Reading } from '../excel/reading.ts';
import { writeSheet } from '../excel/write-sheet.ts';
import { pointedFor, reading, takeReading } from './at-hand.ts';
import { merged, sectionIn, type Writing } from './bring-together.ts';
import { forgetDraft } from './draft.ts';
import { remember } from './undoing.ts';
import { follow, writing } from './writing.ts';

/** What came of writing. */
export type Told =
  | { readonly kind: 'written'; readonly cells: number; readonly notices: readonly Problem[] }
  | { readonly kind: 'nothing' | 'clash' | 'gone' }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }
  | { readonly kind: 'refused'; readonly error: HostError }
  | { readonly kind: 'restored' | 'broken'; readonly error: HostError | null };

export const outcome = signal<Told | null>(null);

/** Of the worksheet in front all else is shown too. */
function takeIn(now: Reading): void {
  if (reading.value?.id === now.id) takeReading(now);
}

let isWriting = false;

/** Writes to the worksheet, unless something there stands against it; what is written here stays in any case. */
export async function write(): Promise<void> {
  const { value: own } = writing;
  if (!own || isWriting) return;
  isWriting = true;
  try {
    outcome.value = await writeNow(own);
  } finally {
    isWriting = false;
  }
}

async function writeNow(own: Writing): Promise<Told> {
  let left: Told = { kind: 'nothing' };
  let notices: readonly Problem[] = [];
  let sent = own.sheet;
  const decide = (now: Reading): WritePlan | null => {
    takeIn(now);
    const map = locateTemplate([now.grid], pointedFor(now));
    const section = map.ok ? sectionIn(map.value, own.sheet) : map;
    if (!map.ok || !section.ok) {
      left = { kind: 'problems', problems: section.ok ? [] : section.problems };
      return null;
    }
    if (!section.value) {
      left = { kind: 'gone' };
      return null;
    }
    // What was typed while Excel kept us waiting goes along.
    const current = merged(writing.value ?? own, section.value);
    writing.value = current;
    if (current.clashes.length > 0) {
      left = { kind: 'clash' };
      return null;
    }
    const plan = planFill(map.value, toWrite(map.value, current.sheet), { replace: true });
    if (!plan.ok) {
      left = { kind: 'problems', problems: plan.problems };
      return null;
    }
    notices = plan.value.notices;
    sent = current.sheet;
    return plan.value.plans[0] ?? null;
  };
  const done = await writeSheet(own.worksheet.id, decide);
  switch (done.kind) {
    case 'left':
      return left;
    case 'written': {
      const typedSince = writing.value?.sheet !== sent;
      if (writing.value) writing.value = { ...writing.value, base: sent };
      takeIn(done.reading);
      follow(done.reading);
      remember({ kind: 'wrote', snapshot: done.snapshot });
      if (writing.value && !typedSince) forgetDraft(writing.value);
      return { kind: 'written', cells: done.snapshot.cells.length, notices };
    }
    case 'broken':
      remember({ kind: 'wrote', snapshot: done.snapshot });
      return done;
    default:
      return done;
  }
}
