import type { Area } from '../../xlsx/grid.ts';
import { plainText } from '../model/cell-text.ts';
import type { PolicySlot } from './form.ts';
import { areaNamed } from './given.ts';
import type { GridView, Place } from './grid-view.ts';
import { isWritable, type Label } from './labels.ts';

/** The slots ①②③… for the ward's policies (004). */

const marks = '①②③④⑤⑥⑦⑧⑨⑩';
/** A line's mark, with the blanks after it. */
const marked = /^[\s\u3000]*([①②③④⑤⑥⑦⑧⑨⑩])[\s\u3000]*/;
/** A number that stands alone before its policy. */
const numbered = /^[\s\u3000]*(?:方針)?[(（]?([0-9０-９]{1,2}|[①-⑩])[)）.．]?[\s\u3000]*$/;

const markOf = (text: string): string | undefined => marked.exec(text)?.[1];

/** Rows in which slots are looked for, both ends included. */
interface Region {
  readonly from: number;
  readonly to: number;
}

/**
 * The slots of a worksheet: those that a name of ours tells; above the table the cells marked ①, ②, …
 * one below the other, or one cell that holds them all; elsewhere the same below a line that speaks of
 * 方針; else the cells right of such a heading or below it. None is no fault.
 */
export function policyPlaces(
  view: GridView,
  labels: readonly Label[],
  targets: Region,
): PolicySlot[] {
  const named = areaNamed(view.grid, 'policies');
  if (named) return slotsIn(view, named);
  const above = { from: 1, to: targets.from - 1 };
  const below = { from: targets.to + 1, to: Number.MAX_SAFE_INTEGER };
  const found = slotsAmong(view, placesIn(view, above));
  if (found.length > 0) return found;
  for (const region of [above, below]) {
    const slots = policiesBelowCaption(view, region);
    if (slots.length > 0) return slots;
  }
  const besideTable = policiesUnder(view, labels);
  if (besideTable.length > 0) return besideTable;
  const label = labels.find(
    ({ heading, place }) => heading.fields.has('policy') && place.area.bottom < targets.from,
  )?.place;
  return label ? slotsIn(view, beside(label.area)) : [];
}

/** ①, ②, … right below their heading, beside the table. */
function policiesUnder(view: GridView, labels: readonly Label[]): PolicySlot[] {
  const label = labels.find(({ heading }) => heading.fields.has('policy'))?.place;
  if (!label) return [];
  const { left, bottom } = label.area;
  // In the column of a table ② says which policy a target serves; a slot is as high as several of them.
  const below = placesIn(view, { from: bottom + 1, to: Number.MAX_SAFE_INTEGER });
  return slotsAmong(
    view,
    below.filter(({ area }) => area.left === left && area.bottom > area.top),
  );
}

/** The slots that follow a line which speaks of 方針. */
export function policiesBelowCaption(
  view: GridView,
  region: Region = { from: 1, to: Number.MAX_SAFE_INTEGER },
): PolicySlot[] {
  const places = placesIn(view, region);
  const at = places.findIndex(({ text }) => captions.test(text) && text.length <= 40);
  if (at < 0) return [];
  const after = places.slice(at);
  const slots = slotsAmong(view, after);
  return slots.length > 0 ? slots : numberedSlots(view, after);
}

const captions = /方\s*針/;

/** What one slot says, its mark aside. */
export function policyText(view: GridView, { cell, mark, line }: PolicySlot): string | null {
  const text = view.grid.cells.get(cell)?.text ?? '';
  const own = line === null ? text : (linesOf(text)[line] ?? '');
  return plainText(mark ? own.replace(marked, '') : own);
}

/** Whether a cell has the mark of a slot, in its line where one cell holds them all. */
export function hasMark(view: GridView, { mark, line }: PolicySlot, cell: string): boolean {
  const text = view.grid.cells.get(cell)?.text ?? '';
  return markOf(line === null ? text : (linesOf(text)[line] ?? '')) === mark;
}

/** The text of a slot's cell when it says `text`; the marks stay. */
export function policyCellText(
  view: GridView,
  slots: readonly PolicySlot[],
  texts: ReadonlyMap<PolicySlot, string | null>,
): string | null {
  const lines = slots.map((slot) => {
    const text = texts.has(slot) ? (texts.get(slot) ?? null) : policyText(view, slot);
    return slot.mark && text ? `${slot.mark} ${text}` : slot.mark || text;
  });
  return lines.join('\n') || null;
}

/** The lines of a cell that holds all policies; none where its lines are not marked ①, ②, …. */
function linesOf(text: string): string[] {
  if (!text.includes('\n')) return [];
  const lines = text.split(/(?=^[ \t\u3000]*[①②③④⑤⑥⑦⑧⑨⑩])/m).filter((line) => line.trim());
  return lines.every((line, index) => markOf(line) === marks[index]) ? lines : [];
}

/** Each cell of a region once, merged blocks too. */
function placesIn(view: GridView, { from, to }: Region): Place[] {
  const rows = view.rows.filter(
    (row) => row >= from && row <= to && !view.grid.hiddenRows.has(row),
  );
  return rows.flatMap((row) =>
    view
      .columns(row)
      .map((column) => ({ column, place: view.at(row, column) }))
      .filter(({ column, place: { area } }) => area.top === row && area.left === column)
      .map(({ place }) => place),
  );
}

/** ①, ②, … one below the other, or in one cell. */
function slotsAmong(view: GridView, places: readonly Place[]): PolicySlot[] {
  const whole = places.find(({ text }) => linesOf(text).length > 1);
  if (whole) {
    return linesOf(whole.text).map((_, line) => ({
      cell: whole.address,
      mark: marks[line] ?? '',
      line,
    }));
  }
  const first = places.find(({ text }) => markOf(text) === '①');
  return first ? withTexts(view, ladder(places, first)) : [];
}

/** ①, ②, … in the same column. */
function ladder(places: readonly Place[], first: Place): Place[] {
  const steps = [first];
  for (const place of places) {
    const mark = markOf(place.text);
    if (mark && mark === marks[steps.length] && place.area.left === first.area.left) {
      steps.push(place);
    }
  }
  return steps;
}

/** 1, 2, … or 方針１, 方針２, … one below the other, each with a place for its policy beside it. */
function numberedSlots(view: GridView, places: readonly Place[]): PolicySlot[] {
  const steps: Place[] = [];
  for (const place of places) {
    const digits = numbered.exec(place.text)?.[1];
    const [first] = steps;
    const isNext = digits && Number(digits.normalize('NFKC')) === steps.length + 1;
    if (isNext && (!first || place.area.left === first.area.left)) steps.push(place);
  }
  const texts = steps.flatMap((place) => textBeside(view, place) ?? []);
  return texts.length === steps.length && steps.length > 1
    ? texts.map(({ address }) => ({ cell: address, mark: '', line: null }))
    : [];
}

/** The place right of a mark, a narrow gap between them or none. */
function textBeside(view: GridView, { area }: Place): Place | null {
  for (let column = area.right + 1; column <= area.right + 2; column++) {
    const place = view.at(area.top, column);
    if (place.text.trim()) return markOf(place.text) ? null : place;
    const isDrawn = (place.cell?.look.edges ?? 0) > 0 || place.cell?.look.filled;
    if (isWritable(view, place) && (isDrawn || place.area.right > place.area.left)) return place;
  }
  return null;
}

/** The mark may have a cell of its own, the text standing right of it. */
function withTexts(view: GridView, steps: readonly Place[]): PolicySlot[] {
  const bare = steps.every(({ text }) => text.replace(marked, '') === '');
  const first = steps[0];
  const right = first && view.at(first.area.top, first.area.right + 1);
  const apart =
    bare && right !== undefined && right.cell !== undefined && markOf(right.text) === undefined;
  return steps.map((place) => {
    const { address } = view.at(place.area.top, place.area.right + 1);
    return apart
      ? { cell: address, mark: '', line: null }
      : { cell: place.address, mark: markOf(place.text) ?? '', line: null };
  });
}

const beside = ({ top, right, bottom }: Area): Area => ({
  top,
  left: right + 1,
  bottom,
  right: right + 1,
});

/** One slot a row. */
function slotsIn(view: GridView, { top, left, bottom }: Area): PolicySlot[] {
  const slots: PolicySlot[] = [];
  for (let row = top; row <= Math.min(bottom, top + marks.length - 1); row++) {
    const place = view.at(row, left);
    if (place.area.top !== row || (place.cell === undefined && !place.text)) continue;
    const mark = marks[slots.length] ?? '';
    slots.push({
      cell: place.address,
      mark: markOf(place.text) === mark ? mark : '',
      line: null,
    });
  }
  return slots;
}
