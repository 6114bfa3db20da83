import type { Area } from '../xlsx/grid.ts';
import { plainText } from './cell-text.ts';
import type { GridView, Place } from './grid-view.ts';
import { areaNamed, type Heading } from './headings.ts';
import type { PolicyPlace } from './template-map.ts';

/** The slots ①②③… for the ward's policies above the table (004). */

const marks = '①②③④⑤⑥⑦⑧⑨⑩';
/** A line's mark, with the blanks after it. */
const marked = /^[\s\u3000]*([①②③④⑤⑥⑦⑧⑨⑩])[\s\u3000]*/;

const markOf = (text: string): string | undefined => marked.exec(text)?.[1];

/**
 * The cells marked ①, ②, … one below the other above row `below`, or one cell that holds them all;
 * else, where a name or a heading 方針 tells of it, the cells right of that or below it. None is no fault.
 */
export function policyPlaces(
  view: GridView,
  headings: readonly Heading[],
  below: number,
): PolicyPlace[] {
  const named = areaNamed(view.grid, 'policies');
  if (named) return slotsIn(view, named);
  const places = placesAbove(view, below);
  const whole = places.find(({ text }) => linesOf(text).length > 1);
  if (whole) {
    return linesOf(whole.text).map((_, line) => ({
      address: whole.address,
      mark: marks[line] ?? '',
      line,
    }));
  }
  const first = places.find(({ text }) => markOf(text) === '①');
  if (first) return withTexts(view, ladder(places, first));
  const label = headings.find(
    ({ field, place }) => field === 'policy' && place.area.bottom < below,
  )?.place;
  return label ? slotsIn(view, beside(label.area)) : [];
}

/** What one slot says, its mark aside. */
export function policyText(view: GridView, { address, mark, line }: PolicyPlace): string | null {
  const text = view.grid.cells.get(address)?.text ?? '';
  const own = line === null ? text : (linesOf(text)[line] ?? '');
  return plainText(mark ? own.replace(marked, '') : own);
}

/** The text of a slot's cell when it says `text`; the marks stay. */
export function policyCellText(
  view: GridView,
  slots: readonly PolicyPlace[],
  texts: ReadonlyMap<PolicyPlace, string | null>,
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

/** Each cell above row `below` once, merged blocks too. */
function placesAbove(view: GridView, below: number): Place[] {
  const rows = view.rows.filter((row) => row < below && !view.grid.hiddenRows.has(row));
  return rows.flatMap((row) =>
    view
      .columns(row)
      .map((column) => ({ column, place: view.at(row, column) }))
      .filter(({ column, place: { area } }) => area.top === row && area.left === column)
      .map(({ place }) => place),
  );
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

/** The mark may have a cell of its own, the text standing right of it. */
function withTexts(view: GridView, steps: readonly Place[]): PolicyPlace[] {
  const bare = steps.every(({ text }) => text.replace(marked, '') === '');
  return steps.map((place) => {
    const right = view.at(place.area.top, place.area.right + 1);
    const apart = bare && right.cell !== undefined && markOf(right.text) === undefined;
    return apart
      ? { address: right.address, mark: '', line: null }
      : { address: place.address, mark: markOf(place.text) ?? '', line: null };
  });
}

const beside = ({ top, right, bottom }: Area): Area => ({
  top,
  left: right + 1,
  bottom,
  right: right + 1,
});

/** One slot a row. */
function slotsIn(view: GridView, { top, left, bottom }: Area): PolicyPlace[] {
  const slots: PolicyPlace[] = [];
  for (let row = top; row <= Math.min(bottom, top + marks.length - 1); row++) {
    const place = view.at(row, left);
    if (place.area.top !== row || (place.cell === undefined && !place.text)) continue;
    const mark = marks[slots.length] ?? '';
    slots.push({
      address: place.address,
      mark: markOf(place.text) === mark ? mark : '',
      line: null,
    });
  }
  return slots;
}
