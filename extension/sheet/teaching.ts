import { computed, signal } from '@preact/signals';
import type { CellPlace } from '../../core/sheet/form/form.ts';
import type { Places } from '../../core/sheet/form/places.ts';
import type { Pressed } from '../../core/sheet/form/pressed.ts';
import { pressesFor } from '../../core/sheet/form/presses-for.ts';
import { type Taught, teach } from '../../core/sheet/form/teach.ts';
import { grids } from './current-workbook.ts';

/** What was pressed to teach a form, each press to be taken back. */

export interface Lesson {
  readonly pressed: readonly Pressed[];
  /** Proposed cells that were taken out again. */
  readonly excluded: readonly CellPlace[];
  /** The name of the section, where the form has no cell for it. */
  readonly section: string | null;
}

const nothing: Lesson = { pressed: [], excluded: [], section: null };

/** Where the lesson begins: with what was read, or with nothing. */
const begun = signal<Lesson>(nothing);
/** All that was done, the latest last. */
const history = signal<readonly Lesson[]>([]);

export const lesson = computed<Lesson>(() => history.value.at(-1) ?? begun.value);

/** Whether it began with what was read. */
export const isAmended = computed<boolean>(() => begun.value.pressed.length > 0);

/** A lesson goes on where it was left; a new one begins with the places that were read, to be put right. */
export function beginLesson(read: Places | null, section: string | null): void {
  if (history.value.length > 0) return;
  const pressed = read ? pressesFor(grids.value, read, section ? { section } : {}) : [];
  begun.value = pressed.length > 0 ? { ...nothing, pressed, section } : nothing;
}

export const taught = computed<Taught | null>(() => {
  const { pressed, excluded, section } = lesson.value;
  return teach(grids.value, pressed, { excluded, ...(section && { section }) });
});

const next = (part: Partial<Lesson>): void => {
  history.value = [...history.value, { ...lesson.value, ...part }];
};

export const isAt =
  (one: CellPlace) =>
  (other: CellPlace): boolean =>
    one.sheet === other.sheet && one.cell === other.cell;

/** A cell is what was said; what it was before, and what else was said to be that, gives way. */
export function press(one: Pressed): void {
  const { pressed, excluded } = lesson.value;
  const rest = pressed.filter(
    (other) => !isAt(one)(other) && !(other.field === one.field && other.no === one.no),
  );
  next({ pressed: [...rest, one], excluded: excluded.filter((other) => !isAt(one)(other)) });
}

/** A cell is nothing that is written to, whether it was pressed or proposed. */
export function takeOut(place: CellPlace): void {
  const { pressed, excluded } = lesson.value;
  const { sheet, cell } = place;
  if (pressed.some(isAt(place))) next({ pressed: pressed.filter((one) => !isAt(place)(one)) });
  else next({ excluded: [...excluded, { sheet, cell }] });
}

export const tellSection = (section: string): void => next({ section });

export const canUndo = computed<boolean>(() => history.value.length > 0);

export function undoPress(): void {
  history.value = history.value.slice(0, -1);
}

export function startOver(): void {
  history.value = [];
  begun.value = nothing;
}
