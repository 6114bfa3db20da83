import { columnName } from '../../xlsx/address.ts';
import { areaText } from '../../xlsx/formula/reference.ts';
import type { Area } from '../../xlsx/grid.ts';
import type { SheetField } from '../model/fields.ts';
import { numberIn } from '../model/number-text.ts';
import type { Fields, Form } from './form.ts';
import type { GridView } from './grid-view.ts';
import { isWritable } from './labels.ts';
import type { Pressed } from './pressed.ts';
import { isLabel, nearestLabel, numberless, placeAt } from './teach-around.ts';

/** How targets repeat, told from the cells that were pressed of some of them. */

/** Rows of a table, cards, or cells one by one. */
export function targetsBy(
  view: GridView,
  pressed: readonly Pressed[],
  main: Pressed,
): Form['targets'] {
  const ofNo = (no: number): Fields =>
    Object.fromEntries(
      pressed
        .filter((one) => one.no === no && one.sheet === main.sheet && one.field !== 'policy')
        .map(({ field, cell }) => [
          field === 'targetPolicy' ? 'policy' : field,
          placeAt(view, cell).address,
        ]),
    );
  const numbers = [
    ...new Set(pressed.flatMap(({ no, field }) => (no === null || field === 'policy' ? [] : no))),
  ].sort((a, b) => a - b);
  const first = ofNo(numbers[0] ?? 1);
  const table = rowsBy(view, pressed, first);
  if (table && numbers.length === 1) return table;
  const repeated = () => acrossBy(view, first) ?? cardsBy(view, first);
  const cards = numbers.length === 1 ? repeated() : pressedCards(numbers.map(ofNo), first, view);
  const [one, two] = cards;
  const anchor = (fields: Fields) => placeAt(view, Object.values(fields)[0] ?? 'A1').area;
  if (!one || !two) return { kind: 'cells', list: cards };
  const offset = {
    rows: anchor(two).top - anchor(one).top,
    columns: anchor(two).left - anchor(one).left,
  };
  const even = cards.every(
    (fields, index) =>
      anchor(fields).top === anchor(one).top + offset.rows * index &&
      anchor(fields).left === anchor(one).left + offset.columns * index,
  );
  const alike = cards.every((fields) => Object.keys(fields).join() === Object.keys(one).join());
  if (!even || !alike) return { kind: 'cells', list: cards };
  return { kind: 'blocks', first: areaText(anchor(one)), offset, count: cards.length, cells: one };
}

/** A table, where target and result stand side by side and the cell below is alike. */
function rowsBy(
  view: GridView,
  pressed: readonly Pressed[],
  first: Fields,
): Form['targets'] | null {
  const places = Object.values(first).map((cell) => placeAt(view, cell));
  const own = first.target ?? first.result;
  const one = own && placeAt(view, own);
  if (!one || !places.every(({ area }) => area.top === one.area.top)) return null;
  const below = view.at(one.area.bottom + 1, one.area.left);
  const alike =
    below.area.left === one.area.left &&
    below.area.right === one.area.right &&
    below.area.top === one.area.bottom + 1 &&
    (isWritable(view, below) || below.text.trim() !== '') &&
    !isLabel(view, below.address);
  const top = headerTop(view, one.area);
  if (!alike || top === null) return null;
  const column = (cell: string) => columnName(placeAt(view, cell).area.left);
  const columns: Partial<Record<SheetField, string>> = Object.fromEntries(
    Object.entries(first).map(([field, cell]) => [field, column(cell)]),
  );
  for (const { field, cell } of pressed) {
    const { area } = placeAt(view, cell);
    if (area.bottom < one.area.top) continue;
    // A name over the columns of 部 and 課 stands in that of 課.
    if (field === 'section') columns[field] = columnName(area.right);
    if (field === 'division') columns[field] = columnName(area.left);
  }
  return {
    kind: 'rows',
    header: { top, bottom: one.area.top - 1 },
    columns,
    sections: columns.section ? 'first-row' : 'title-above',
  };
}

/** The row of the texts right above a table's first row, or null where there are none. */
function headerTop(view: GridView, { top, left }: Area): number | null {
  const above = view.at(top - 1, left);
  return top > 1 && above.text.trim() ? above.area.top : null;
}

/**
 * Targets side by side, their fields below one another: as many as are counted over them, 目標１, 目標２,
 * …. Null where that is not so.
 */
function acrossBy(view: GridView, first: Fields): Fields[] | null {
  const cells = Object.entries(first).map(([field, cell]) => [field, placeAt(view, cell)] as const);
  const [, main] = cells[0] ?? [];
  if (!main || cells.length < 2) return null;
  const { left, right } = main.area;
  if (!cells.every(([, { area }]) => area.left === left && area.right === right)) return null;
  const top = Math.min(...cells.map(([, { area }]) => area.top));
  const found: Fields[] = [];
  for (let at = left; ; at += right - left + 1) {
    const places = cells.map(([field, { area }]) => [field, view.at(area.top, at)] as const);
    const alike = places.every(
      ([, { area, address }]) =>
        area.left === at && area.right === at + right - left && !isLabel(view, address),
    );
    if (!alike || countOver(view, top, at) !== found.length + 1) break;
    found.push(Object.fromEntries(places.map(([field, { address }]) => [field, address])));
  }
  return found.length > 1 ? found : null;
}

/** The number in the text nearest above. */
function countOver(view: GridView, top: number, column: number): number | null {
  for (let row = top - 1; row > 0; row--) {
    const { text } = view.at(row, column);
    if (!text.trim()) continue;
    const found = numberIn(text);
    return found?.rest === '' ? found.number : null;
  }
  return null;
}

/** Cards by the label beside or over the first cell: each further label that says the same, numbers apart. */
function cardsBy(view: GridView, first: Fields): Fields[] {
  const cells = Object.values(first).map((cell) => placeAt(view, cell));
  const [main] = cells;
  const label = main && nearestLabel(view, main.address);
  if (!main || !label) return [first];
  const key = numberless(label.text);
  const anchors = view.rows.flatMap((row) =>
    view
      .columns(row)
      .map((column) => view.at(row, column))
      .filter(({ area, text }, index, all) => {
        const own = area.top === row && all.findIndex((each) => each.area === area) === index;
        return own && text.trim() !== '' && numberless(text) === key;
      }),
  );
  const shifted = (fields: Fields, down: number, across: number): Fields | null => {
    const moved = Object.entries(fields).map(([field, cell]) => {
      const { area } = placeAt(view, cell);
      const place = view.at(area.top + down, area.left + across);
      const fits = place.area.top === area.top + down && place.area.left === area.left + across;
      return fits && !isLabel(view, place.address) ? ([field, place.address] as const) : null;
    });
    return moved.every((one) => one !== null)
      ? (Object.fromEntries(moved as [string, string][]) as Fields)
      : null;
  };
  // 目標１ may head a column of what 目標 stands beside: each place has to have the label of its own.
  const isLike = (card: Fields): boolean =>
    Object.entries(card).every(([field, cell]) => {
      const own = nearestLabel(view, first[field as SheetField] ?? '');
      const other = nearestLabel(view, cell);
      return numberless(own?.text ?? '') === numberless(other?.text ?? '');
    });
  const isCounted = hasNumber(label.text);
  const cards = anchors.flatMap(({ area, text }) => {
    const card = shifted(first, area.top - label.area.top, area.left - label.area.left);
    return card && hasNumber(text) === isCounted && isLike(card) ? [card] : [];
  });
  return cards.length > 0 ? cards : [first];
}

const hasNumber = (text: string): boolean => /[0-9０-９①-⑳]/.test(text);

/** Targets that were pressed one by one: what was not pressed of a later one stands where it does in the first. */
function pressedCards(cards: readonly Fields[], first: Fields, view: GridView): Fields[] {
  const main = (fields: Fields) => placeAt(view, fields.target ?? fields.result ?? 'A1').area;
  const at = main(first);
  return cards.map((card) => {
    const down = main(card).top - at.top;
    const across = main(card).left - at.left;
    const rest = Object.entries(first).flatMap(([field, cell]) => {
      const { area } = placeAt(view, cell);
      const place = view.at(area.top + down, area.left + across);
      return field in card || isLabel(view, place.address) ? [] : [[field, place.address] as const];
    });
    return { ...Object.fromEntries(rest), ...card };
  });
}
