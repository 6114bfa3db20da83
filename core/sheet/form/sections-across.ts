import type { SheetField } from '../model/fields.ts';
import { isUnitName, parseSectionName } from '../model/section-name.ts';
import type { TargetCell } from './form.ts';
import type { GridView, Place } from './grid-view.ts';
import { isWritable } from './labels.ts';
import { unitEnd } from './titles.ts';
import { readHeading } from './words.ts';

/** The places of a target's fields. */
type TargetPlaces = ReadonlyMap<SheetField, Place>;

/**
 * Sections that stand side by side over the targets' places, each with a column of its own while the
 * labels stand at the left: the cells of all, told from the targets of one. Null where no section's
 * name stands over the places; empty where names do, and not all of them have the same cells below.
 */
export function sectionsAcross(
  view: GridView,
  targets: readonly TargetPlaces[],
): TargetCell[] | null {
  const main = targets[0]?.get('target') ?? targets[0]?.get('result');
  const names = main ? namesOver(view, main) : [];
  if (!main || names.length < 2) return null;
  // A label that reaches over a section's column has its place under another's name.
  const places = targets.flatMap((each) => [...each.values()]);
  if (places.some(({ area }) => area.left !== main.area.left)) return [];
  const found = names.map((name) => ({ name, cells: cellsUnder(view, targets, main, name) }));
  // What stands over the labels is no section, whatever it says: 項目＼課.
  const isTorn = found.some(({ name, cells }) => !cells && name.area.left > main.area.left);
  return isTorn ? [] : found.flatMap(({ cells }) => cells ?? []);
}

/** The cells of all targets under another name; null where they are not the same. */
function cellsUnder(
  view: GridView,
  targets: readonly TargetPlaces[],
  main: Place,
  name: Place,
): TargetCell[] | null {
  const { division, section } = parseSectionName(name.text);
  const list: TargetCell[] = [];
  for (const places of targets) {
    const cells: Partial<Record<SheetField, string>> = {};
    for (const [field, { area }] of places) {
      const there = view.at(area.top, area.left + name.area.left - main.area.left);
      const isAlike =
        there.area.top === area.top &&
        there.area.bottom === area.bottom &&
        there.area.right - there.area.left === area.right - area.left &&
        (isWritable(view, there) || !readHeading(there.text));
      if (!isAlike) return null;
      cells[field] = there.address;
    }
    list.push({ ...cells, section: [division, section].filter(Boolean).join('\n') });
  }
  return list;
}

/** The names of sections in the nearest row above a place that has one right over it. */
function namesOver(view: GridView, { area }: Place): Place[] {
  const isName = ({ text }: Place) =>
    isUnitName(text) && unitEnd.test(parseSectionName(text).section) && !readHeading(text);
  for (let row = area.top - 1; row > 0; row--) {
    const over = view.at(row, area.left);
    // A title over all of the columns names one section, or none.
    if (over.area.left !== area.left || over.area.right > area.right || !isName(over)) continue;
    return view
      .columns(row)
      .map((column) => view.at(row, column))
      .filter((place, index, all) => isName(place) && all[index - 1]?.address !== place.address);
  }
  return [];
}
