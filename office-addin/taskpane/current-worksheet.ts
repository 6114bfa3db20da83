import { batch, computed, signal } from '@preact/signals';
import type { Result } from '../../core/result.ts';
import { appendableFields } from '../../core/sheet/fill/append.ts';
import { readSheet } from '../../core/sheet/fill/read-sheet.ts';
import type { Opened } from '../../core/sheet/form/open.ts';
import type { Places } from '../../core/sheet/form/places.ts';
import type { Sheet } from '../../core/sheet/model/sheet.ts';
import type { DraftFile } from '../../core/sheet/model/sheet-draft.ts';
import { draftFile } from '../../core/sheet/session/draft-file.ts';
import type { HostError } from '../excel/host-error.ts';
import { readCurrent } from '../excel/read-workbook.ts';
import type { Reading } from '../excel/reading.ts';
import { decidedForm, keptForms } from './kept-forms.ts';
import { openWorksheet } from './open-worksheet.ts';
import { rememberedSection } from './remembered-section.ts';

/** The worksheets in sight, in their order, as they were read last. */
export const readings = signal<readonly Reading[]>([]);
const currentId = signal<string | null>(null);
/** Why the one in front could not be read. */
export const refused = signal<HostError | null>(null);

/** The workbook, as Excel names it: before it was read, by no name. */
export const workbook = signal({ name: '', isReadOnly: false });

/** The same, as a draft names it. */
export const fileOf = ({ form }: Places): DraftFile => draftFile(workbook.value.name, form);

/** A cell that is selected in the worksheet in front. */
export interface Selected {
  readonly sheet: string;
  readonly cell: string;
}
export const selected = signal<Selected | null>(null);

/** The worksheet in front. */
export const reading = computed<Reading | null>(
  () => readings.value.find(({ id }) => id === currentId.value) ?? null,
);

/** Excel's own mark of a worksheet by its name. */
export const idOf = (name: string): string =>
  readings.value.find(({ grid }) => grid.name === name)?.id ?? name;

/** The section that a form does not tell, as the chief has told it. */
export const section = signal<string | undefined>(undefined);

/** What form the worksheet in front is of, alone or with others beside it. */
export const opened = computed<Opened | null>(() => {
  const { value: now } = reading;
  if (!now) return null;
  const grids = readings.value.map(({ grid }) => grid);
  const options = { section: section.value };
  return openWorksheet(now.grid, grids, keptForms.value, options, decidedForm.value);
});

/** Where it has its fields; what has none there is put behind the result. */
export const places = computed<Places | null>(() => {
  const { value } = opened;
  return value?.kind === 'sure' || value?.kind === 'known' ? appending(value.places) : null;
});

/** Whether what a form has no place for is put behind the result. */
export const appends = signal(true);

export const appending = (found: Places): Places =>
  appends.value ? { ...found, form: { ...found.form, append: appendableFields } } : found;

/** What it says now. */
export const parsedSheet = computed<Result<Sheet> | null>(() => {
  const { value } = places;
  return value && readSheet(value);
});

/** Whether nothing stands in it. */
export const isBlank = computed(
  () => reading.value !== null && [...reading.value.grid.cells.values()].every(({ text }) => !text),
);

let turns = 0;

/** Reads the worksheet in front, and those beside it that were not read yet; of several askings the last counts. */
export async function readAgain(): Promise<void> {
  const turn = ++turns;
  const outcome = await readCurrent(new Set(readings.value.map(({ id }) => id)));
  if (turn !== turns) return;
  if (!outcome.ok) {
    batch(() => {
      refused.value = outcome.error;
      // Something else than a worksheet is in front.
      if (outcome.error.cause === 'chart') currentId.value = null;
    });
    return;
  }
  const { current, others, order, name, isReadOnly } = outcome.value;
  batch(() => {
    workbook.value = { name, isReadOnly };
    const known = new Map(readings.value.map((one) => [one.id, one]));
    for (const one of [...others, current]) known.set(one.id, one);
    readings.value = order.flatMap((id) => known.get(id) ?? []);
    refused.value = null;
    show(current);
  });
}

/** Worksheets were read again, in front or not. */
export function takeReadings(now: readonly Reading[]): void {
  turns++;
  const fresh = new Map(now.map((one) => [one.id, one]));
  const others = readings.value.map((one) => fresh.get(one.id) ?? one);
  const added = now.filter(({ id }) => !readings.value.some((one) => one.id === id));
  readings.value = [...others, ...added];
}

/** Shows a worksheet that was made here. */
export function takeCurrent(now: Reading): void {
  batch(() => {
    takeReadings([now]);
    refused.value = null;
    show(now);
  });
}

function show(now: Reading): void {
  if (currentId.value === now.id) return;
  currentId.value = now.id;
  selected.value = null;
  section.value = rememberedSection(now.grid);
}
