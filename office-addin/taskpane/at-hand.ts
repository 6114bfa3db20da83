import { batch, computed, signal } from '@preact/signals';
import type { Result } from '../../core/result.ts';
import { locateTemplate } from '../../core/sheet/locate.ts';
import { readSheet } from '../../core/sheet/read-sheet.ts';
import type { Sheet } from '../../core/sheet/sheet.ts';
import type { Pointed, TemplateMap } from '../../core/sheet/template-map.ts';
import type { HostError } from '../excel/host-error.ts';
import { readActiveSheet } from '../excel/read-sheet.ts';
import type { Reading } from '../excel/reading.ts';
import { pointedIn, rememberPointed } from './remembered.ts';

/** The worksheet in front, as it was read last. */
export const reading = signal<Reading | null>(null);
/** Why it could not be read. */
export const refused = signal<HostError | null>(null);
/** What the chief has pointed at in it. */
export const pointed = signal<Pointed>({});
/** The cell that is selected in it. */
export const selected = signal<string | null>(null);

/** Where it has its places, or what is to be pointed at. */
export const located = computed<Result<TemplateMap> | null>(() => {
  const { value } = reading;
  return value && locateTemplate([value.grid], pointed.value);
});

/** What it says now. */
export const told = computed<Result<Sheet> | null>(() => {
  const { value } = located;
  return value?.ok ? readSheet(value.value) : null;
});

/** Whether nothing stands in it. */
export const isBlank = computed(
  () => reading.value !== null && [...reading.value.grid.cells.values()].every(({ text }) => !text),
);

let asked = 0;

/** Reads the worksheet in front, in one round trip; of several at once the last counts. */
export async function readAgain(): Promise<void> {
  const turn = ++asked;
  const outcome = await readActiveSheet();
  if (turn !== asked) return;
  if (outcome.ok) takeReading(outcome.value);
  else {
    batch(() => {
      refused.value = outcome.error;
      // Something else than a worksheet is in front.
      if (outcome.error.cause === 'chart') reading.value = null;
    });
  }
}

export function takeReading(now: Reading): void {
  asked++;
  batch(() => {
    const isOther = reading.value?.id !== now.id;
    if (isOther) {
      pointed.value = pointedIn(now.grid);
      selected.value = null;
    }
    reading.value = now;
    refused.value = null;
  });
}

/** What was pointed at in a worksheet, in front or not. */
export const pointedFor = (one: Reading): Pointed =>
  one.id === reading.value?.id ? pointed.value : pointedIn(one.grid);

/** Remembers on this PC what was pointed at. */
export function point(more: Pointed): void {
  pointed.value = more;
  if (reading.value) rememberPointed(reading.value.grid, more);
}
