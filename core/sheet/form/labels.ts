import type { Area, GridCell } from '../../xlsx/grid.ts';
import { isPrompt } from '../model/prompt.ts';
import type { GridView, Place } from './grid-view.ts';
import { type Heading, readHeading } from './words.ts';

/** A cell whose words may be a heading. */
export interface Label {
  readonly place: Place;
  readonly heading: Heading;
}

/** A worksheet with more has none: its texts happen to read so. */
const mostLabels = 2000;

const known = new WeakMap<GridView, readonly Label[]>();

/** Every cell in sight whose text may be a heading, in reading order. */
export function labelsOf(view: GridView): readonly Label[] {
  const labels = known.get(view) ?? readLabels(view);
  known.set(view, labels);
  return labels;
}

function readLabels(view: GridView): Label[] {
  const labels: Label[] = [];
  for (const row of view.rows) {
    for (const column of view.columns(row)) {
      const place = view.at(row, column);
      if (place.area.top !== row || place.area.left !== column || place.cell?.formula) continue;
      const heading = place.text ? readHeading(place.text) : null;
      if (heading && isInSight(view, place.area) && !isSeal(view, place))
        labels.push({ place, heading });
    }
  }
  return labels.length > mostLabels ? [] : labels;
}

/** 担当 near 係長 heads the box of a seal. */
export function isSeal(view: GridView, { area, text }: Place): boolean {
  if (!seal.test(text.replace(/[\s\u3000]/g, ''))) return false;
  const columns = [1, 2, 3].flatMap((step) => [area.left - step, area.right + step]);
  return columns.some(
    (column) =>
      column > 0 && officer.test(view.at(area.top, column).text.replace(/[\s\u3000]/g, '')),
  );
}

const seal = /^(?:担当者?|係|課)$/;
const officer = /^(?:.{0,3}長|主[査任幹事]|[課係]員|参事|合議|決裁|起案|供覧|審査)$/;

export function isInSight({ grid }: GridView, { top, bottom, left, right }: Area): boolean {
  return anyOutside(grid.hiddenRows, top, bottom) && anyOutside(grid.hiddenColumns, left, right);
}

function anyOutside(hidden: ReadonlySet<number>, from: number, to: number): boolean {
  for (let at = from; at <= to; at++) if (!hidden.has(at)) return true;
  return false;
}

/** Boxes to tick, which a text would write over. */
const tickBoxes = /[□☐◻✓☑]/;

/** Whether a text can be written to a place: nothing computes it, it is no label, and it is a cell that was drawn. */
export function isWritable(view: GridView, { area, cell, text }: Place): boolean {
  if (!isInSight(view, area) || cell?.formula || tickBoxes.test(text)) return false;
  if (text.trim() !== '' && !isPrompt(text)) return !(cell?.look.filled || readHeading(text));
  if (area.bottom > area.top || area.right > area.left) return true;
  return cell !== undefined && (!view.hasLines || cell.look.edges > 0 || isUnlocked(view, cell));
}

const isUnlocked = ({ grid }: GridView, { look }: GridCell): boolean =>
  grid.protected && !look.locked;

export const isOver = (area: Area, row: number, column: number): boolean =>
  area.top <= row && row <= area.bottom && area.left <= column && column <= area.right;

/** What a label is the label of, and how they stand to each other. */
export interface LabelledPlace {
  readonly value: Place;
  readonly kind: 'label-beside' | 'label-over';
}

/** A remark below a label is no place to write. */
const remark = /^[\s\u3000]*(?:※|[（(]?注|[*＊])/;

/** In a letter a merged place stands one column right of what is below its label, and nothing else is in either row. */
function isIndented(view: GridView, { top, left, bottom, right }: Area, place: Place): boolean {
  const label = view.at(top, left);
  const { area, text, cell } = place;
  if (label.cell?.look.filled || (label.cell?.look.edges ?? 0) > 0 || right > left) return false;
  if (area.left !== left + 1 || area.right < left + 3 || area.top !== bottom + 1) return false;
  const isAlone = [top, area.top].every((row) =>
    view.columns(row).every((column) => {
      const other = view.at(row, column);
      return other.area.left === left && row === top ? true : !other.text.trim();
    }),
  );
  return isAlone && text.trim() === '' && !cell?.formula && isWritable(view, place);
}

/** What is asked between a label and its place: どんなサービスにしたいですか. */
const question = /(?:(?:です|ます|した|しょう|せん)か|ください|下さい|[?？])[。]?[\s\u3000]*$/;

/** The place right of a label, else the one below it; null where neither can be written to. */
export function labelledPlace(view: GridView, { area }: Place): LabelledPlace | null {
  const { top, left, bottom, right } = area;
  let column = right + 1;
  while (view.grid.hiddenColumns.has(column)) column += 1;
  const next = view.at(top, column);
  const after =
    question.test(next.text) && !isPrompt(next.text) ? view.at(top, next.area.right + 1) : next;
  const beside = after !== next && !after.text && isWritable(view, after) ? after : next;
  if (beside.area.top === top && isWritable(view, beside)) {
    return { value: beside, kind: 'label-beside' };
  }
  // A label over several that stand beside it is their group's.
  if (beside.text && beside.area.top === top && beside.area.bottom < bottom) return null;
  const below = view.at(bottom + 1, left);
  if (remark.test(below.text)) return null;
  // A block may reach under what stands beside its label, such as a count of letters.
  const isWider = below.area.right > right && below.area.bottom > below.area.top && !below.text;
  const under =
    below.area.left === left &&
    (below.area.right === right || (right === left && !below.text) || isWider);
  if (under && isWritable(view, below)) return { value: below, kind: 'label-over' };
  const indented = view.at(bottom + 1, left + 1);
  return isIndented(view, area, indented) ? { value: indented, kind: 'label-over' } : null;
}
