import { computed, signal } from '@preact/signals';
import type { CellPlace } from '../../core/sheet/form/form.ts';
import { viewOf } from '../../core/sheet/form/grid-view.ts';
import { isNamed, type Pressed, type PressedField } from '../../core/sheet/form/pressed.ts';
import { pressesFor } from '../../core/sheet/form/presses-for.ts';
import { type Taught, teach } from '../../core/sheet/form/teach.ts';
import { isLabel } from '../../core/sheet/form/teach-around.ts';
import { parseAddress } from '../../core/xlsx/address.ts';
import { places, readings, section } from './current-worksheet.ts';

/** A form as it is being taught: cells that were pressed, and proposals that were taken out. */
interface Lesson {
  readonly pressed: readonly Pressed[];
  readonly excluded: readonly CellPlace[];
}

/** What the next press means. */
export interface Meaning {
  readonly field: PressedField;
  readonly no: number | null;
}

const begun: Lesson = { pressed: [], excluded: [] };

/** The lesson after each press, the last one last: each can be taken back. */
const lessons = signal<readonly Lesson[]>([begun]);
export const meaning = signal<Meaning | null>(null);
/** A cell that looks like a label: nobody writes there without being asked. */
export const doubted = signal<CellPlace | null>(null);

export const lesson = computed(() => lessons.value.at(-1) ?? begun);
export const canUndo = computed(() => lessons.value.length > 1);

const gridsNow = () => readings.value.map(({ grid }) => grid);

export const taught = computed<Taught | null>(() => {
  const { pressed, excluded } = lesson.value;
  return teach(gridsNow(), pressed, { excluded, section: section.value });
});

/** Begins with the places that were read, to be put right. */
export function startLesson(): void {
  const { value: read } = places;
  const pressed = read ? pressesFor(gridsNow(), read, { section: section.value }) : [];
  lessons.value = [{ ...begun, pressed }];
  meaning.value = null;
  doubted.value = null;
}

export function undoPress(): void {
  if (canUndo.value) lessons.value = lessons.value.slice(0, -1);
  doubted.value = null;
}

/** A cell was selected in Excel: it is what was asked for; of one that looks like a label the chief is asked first. */
export function press({ sheet, cell }: CellPlace, isSure = false): void {
  const { value: meant } = meaning;
  const grid = readings.value.find((one) => one.grid.name === sheet)?.grid;
  const at = grid && firstOf(cell);
  if (!meant || !grid || !at) return;
  const view = viewOf(grid);
  const { address, text } = view.at(at.row, at.column);
  const isWords = isProse(meant.field) && isShort(text);
  const isAsked = !isSure && !isNamed(meant.field) && (isLabel(view, address) || isWords);
  doubted.value = isAsked ? { sheet, cell: address } : null;
  if (isAsked) return;
  const pressed = { sheet, cell: address, ...meant };
  const { value: now } = lesson;
  const others = now.pressed.filter(
    (one) => !(one.field === meant.field && one.no === meant.no && one.sheet === sheet),
  );
  add({ ...now, pressed: [...others, pressed] });
  meaning.value = null;
}

/** Takes a place out: what was pressed, or a proposal. */
export function takeOut({ sheet, cell }: CellPlace): void {
  const { value: now } = lesson;
  const isIt = (one: CellPlace) => one.sheet === sheet && one.cell === cell;
  add(
    now.pressed.some(isIt)
      ? { ...now, pressed: now.pressed.filter((one) => !isIt(one)) }
      : { ...now, excluded: [...now.excluded, { sheet, cell }] },
  );
}

function add(next: Lesson): void {
  lessons.value = [...lessons.value, next];
}

/** Fields of whole sentences: a word or two in such a cell is hardly an earlier text, drawn as a label or not. */
const isProse = (field: Meaning['field']): boolean =>
  ['target', 'measures', 'midResult', 'result', 'countermeasure'].includes(field);

const isShort = (text: string): boolean => /^[^。\n]{1,20}$/.test(text.trim());

/** `B5:D7` was selected: a merged block, or several cells, of which the first is meant. */
const firstOf = (selected: string) => parseAddress(selected.split(':')[0] ?? '');
