import type { SheetField } from '../model/fields.ts';
import type { Card, Group } from './card.ts';
import { isCount, numberAbove, numberAt } from './cards-numbers.ts';
import type { GridView, Place } from './grid-view.ts';
import { isWritable } from './labels.ts';

/** Targets that share their labels: side by side in columns, or one below the other. */

/** Targets one below the other beside their label, and so are their results. */
export function stackedTargets(
  chosen: ReadonlyMap<SheetField, Group>,
  target: Group,
  unclear: Set<SheetField>,
): Card[] | null {
  const stack = target.members[0]?.stack ?? [];
  if (stack.length < 2) return null;
  const stacks = [...chosen].flatMap(([field, { members }]) => {
    const [only, other] = members;
    return only && !other && only.stack.length === stack.length ? [{ field, ...only }] : [];
  });
  if (chosen.has('result') && !stacks.some(({ field }) => field === 'result'))
    unclear.add('result');
  return stack.map((_, index) => ({
    no: index + 1,
    places: new Map(
      stacks.flatMap(({ field, stack: own }) => (own[index] ? [[field, own[index]]] : [])),
    ),
    labels: index === 0 ? stacks.map(({ label }) => label.place) : [],
  }));
}

/** Labels down the left, targets across: as many as have a number over them. */
export function columnsOfTargets(
  view: GridView,
  chosen: ReadonlyMap<SheetField, Group>,
  target: Group,
): Card[] | null {
  const [one] = target.members;
  if (!one) return null;
  const columns = chainOf(view, one.value);
  const numbers = columns.map(({ area }) => {
    for (let up = 1; up <= numberAbove + 2 && area.top > up; up++) {
      const number = numberAt(view, area.top - up, area.left);
      if (number !== undefined) return number;
    }
    return null;
  });
  const count = numbers.filter((number) => number !== null).length;
  if (count < 2 || !isCount(numbers.slice(0, count))) return null;
  return columns.slice(0, count).map(({ area: { left } }, index) => {
    const places = new Map<SheetField, Place>();
    for (const [field, { members }] of chosen) {
      const [only, other] = members;
      if (!only || other) continue;
      // Whatever somebody has written there.
      const place = view.at(only.value.area.top, left);
      if (place.area.left === left) places.set(field, place);
    }
    const labels =
      index === 0 ? [...chosen.values()].map(({ members }) => members[0]?.label.place) : [];
    return {
      no: numbers[index] ?? null,
      places,
      labels: labels.filter((each) => each !== undefined),
    };
  });
}

/** A place and those right of it that are as high and as wide. */
function chainOf(view: GridView, first: Place): Place[] {
  const width = (place: Place) => place.area.right - place.area.left;
  const chain = [first];
  for (let last = first; ; ) {
    const next = view.at(last.area.top, last.area.right + 1);
    const alike =
      next.area.top === first.area.top &&
      next.area.bottom === first.area.bottom &&
      width(next) === width(first);
    if (!alike || !isWritable(view, next) || chain.length >= 20) return chain;
    chain.push(next);
    last = next;
  }
}
