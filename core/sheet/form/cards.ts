import type { SheetField } from '../model/fields.ts';
import type { Card, Group, Labelled } from './card.ts';
import { columnsOfTargets, stackedTargets } from './cards-across.ts';
import { haveOtherNumbers, numbersOf } from './cards-numbers.ts';
import { isTorn } from './columns.ts';
import type { Evidence } from './form.ts';
import type { GridView, Place } from './grid-view.ts';
import { isWritable, type Label, labelledPlace } from './labels.ts';
import { isNumber, stackOf } from './stacks.ts';

export interface Cards {
  readonly cards: readonly Card[];
  readonly weights: ReadonlyMap<SheetField, number>;
  readonly unclear: ReadonlySet<SheetField>;
  readonly evidence: readonly Omit<Evidence, 'sheet'>[];
}

const cardFields = [
  'result',
  'countermeasure',
  'achievement',
  'measures',
  'scene',
  'no',
  'policy',
  'philosophies',
  'organizationGoal',
  'cost',
  'nominate',
  'becomesStandard',
] as const;

/**
 * The cards of a worksheet: labels left of the places to write, or over them, that repeat down the page
 * or across, or stand there once. Null where no label of a target has a place.
 */
export function cardsIn(
  view: GridView,
  labels: readonly Label[],
  isForeign: (label: Label, place: Place) => boolean = () => false,
): Cards | null {
  const groups = groupsOf(labels.flatMap((label) => labelledBy(view, label, isForeign) ?? []));
  const unclear = new Set<SheetField>();
  const weights = new Map<SheetField, number>();
  const chosen = new Map<SheetField, Group>();
  const choose = (field: SheetField, least: number): void => {
    const able = groups.filter(
      (group) =>
        ![...chosen.values()].includes(group) &&
        (group.fields.get(field) ?? 0) >= least &&
        (field !== 'result' || isOfYear(group)),
    );
    // 目標１ over a card is its title where 目標 stands in it.
    const plain = able.filter(({ numbered }) => !numbered);
    const saying = plain.length > 0 ? plain : able;
    const most = Math.max(0, ...saying.map(({ fields }) => fields.get(field) ?? 0));
    const [first, second] = saying.filter(({ fields }) => fields.get(field) === most);
    if (!first) return;
    if (second) unclear.add(field);
    chosen.set(field, first);
    weights.set(field, most);
  };
  choose('target', 2);
  if (!chosen.has('target')) choose('measures', 2);
  const measures = chosen.get('measures');
  if (measures && !chosen.has('target')) {
    chosen.set('target', measures);
    weights.set('target', isTorn(measures.fields, 2) ? 1 : 2);
    chosen.delete('measures');
  }
  if (!chosen.has('target')) choose('target', 1);
  const target = chosen.get('target');
  if (!target) return null;
  // 上半期の目標 is not the year's.
  if (!isOfYear(target)) unclear.add('target');
  for (const field of cardFields)
    if (!chosen.has(field)) choose(field, field === 'result' || field === 'measures' ? 1 : 2);
  const [before, another] = groups.filter(
    ({ half, fields }) => (half === 'mid' || half === 'first') && (fields.get('result') ?? 0) > 1,
  );
  if (before && !another) chosen.set('midResult', before);

  const columns =
    target.members.length === 1
      ? (columnsOfTargets(view, chosen, target) ?? stackedTargets(chosen, target, unclear))
      : null;
  const cards = columns ?? cardsOf(view, chosen, target, unclear);
  if (cards.length > 1 && haveThemes(view, cards)) unclear.add('target');
  const evidence = [...chosen].flatMap(([field, { members }]) => {
    const [first] = members;
    return first
      ? [
          {
            field,
            kind: first.kind,
            label: first.label.place.text,
            cell: first.label.place.address,
          },
        ]
      : [];
  });
  for (const field of [...unclear]) {
    // Of what is neither target nor result, two places are no place.
    if (field === 'target' || field === 'result') continue;
    unclear.delete(field);
    for (const { places } of cards) (places as Map<SheetField, Place>).delete(field);
    weights.delete(field);
  }
  return { cards, weights, unclear, evidence };
}

/** A half of the 年度, or its middle, is not the year. */
const isOfYear = ({ half }: Group): boolean => half === null || half === 'end';

function labelledBy(
  view: GridView,
  label: Label,
  isForeign: (label: Label, place: Place) => boolean,
): Labelled | null {
  const labelled = labelledPlace(view, label.place);
  if (!labelled) return null;
  if (isForeign(label, labelled.value)) {
    const value = view.at(label.place.area.top, labelled.value.area.right + 1);
    const isOwn = isWritable(view, value) && !value.text.trim() && !isForeign(label, value);
    return isOwn && labelled.kind === 'label-beside'
      ? { label, value, kind: 'label-beside', stack: [] }
      : null;
  }
  if (label.heading.fields.has('no') || !isNumber(labelled.value)) {
    return { label, ...labelled, stack: [] };
  }
  const stack = stackOf(view, label.place);
  const [value] = stack;
  return value ? { label, value, kind: 'label-beside', stack } : { label, ...labelled, stack };
}

function groupsOf(all: readonly Labelled[]): Group[] {
  const groups = new Map<string, Group & { members: Labelled[] }>();
  for (const one of all) {
    const { plain, fields, number, half } = one.label.heading;
    if (fields.size === 0) continue;
    const numbered = number !== null;
    const key = `${plain} ${numbered} ${half}`;
    const group = groups.get(key);
    if (group) group.members.push(one);
    else groups.set(key, { members: [one], fields, numbered, half });
  }
  return [...groups.values()];
}

/** A card for each label of a target; what belongs to it stands at the same distance in each, or before the next. */
function cardsOf(
  view: GridView,
  chosen: ReadonlyMap<SheetField, Group>,
  target: Group,
  unclear: Set<SheetField>,
): Card[] {
  const anchors = target.members.map(({ label }) => label.place.area);
  const cards = anchors.map(() => ({
    places: new Map<SheetField, Place>(),
    labels: [] as Place[],
  }));
  for (const [field, { members }] of chosen) {
    const own = membersOf(anchors, members);
    if (!own) {
      if (field === 'result') unclear.add(field);
      continue;
    }
    own.forEach(({ label, value }, index) => {
      cards[index]?.places.set(field, value);
      cards[index]?.labels.push(label.place);
    });
  }
  const numbers = numbersOf(view, target.members, chosen.get('no'));
  if (!numbers && cards.length > 1 && haveOtherNumbers(view, target.members)) unclear.add('target');
  const numbered = cards.map((card, index) => ({ ...card, no: numbers?.[index] ?? null }));
  return numbers ? numbered.toSorted((a, b) => (a.no ?? 0) - (b.no ?? 0)) : numbered;
}

type Anchor = Place['area'];

/** Of each card the member that is its own, or null where that can't be told. */
function membersOf(anchors: readonly Anchor[], members: readonly Labelled[]): Labelled[] | null {
  const [first] = anchors;
  if (!first || members.length !== anchors.length) return null;
  const at = ({ label }: Labelled) => label.place.area;
  for (const start of members) {
    const down = at(start).top - first.top;
    const across = at(start).left - first.left;
    const own = anchors.map((anchor) =>
      members.find(
        (one) => at(one).top === anchor.top + down && at(one).left === anchor.left + across,
      ),
    );
    if (own.every((one) => one !== undefined)) return own as Labelled[];
  }
  // Cards of different heights, one below the other: each has its own before the next begins.
  const stacked = anchors.every(({ left }) => left === first.left);
  const after = members.every((one, index) => {
    const anchor = anchors[index];
    const next = anchors[index + 1];
    return anchor && at(one).top >= anchor.top && (!next || at(one).top < next.top);
  });
  return stacked && after ? [...members] : null;
}

/** Whether cards have no numbers that could be used, but titles printed over each: 窓口応対, 電話応対, or 目標1 and 目標3. Which target is whose is not said. */
function haveThemes(view: GridView, cards: readonly Card[]): boolean {
  const titles = cards.map(({ no, labels }) => {
    const [first] = [...labels].sort((a, b) => a.area.top - b.area.top);
    if (no !== null || !first || first.area.top < 2) return '';
    const above = view.at(first.area.top - 1, first.area.left);
    const isHead = above.cell?.look.filled || above.cell?.look.bold;
    // What names the 年度 is over the whole.
    return isHead && !/年\s*度/.test(above.text) ? above.text.trim() : '';
  });
  return titles.every((text) => text !== '') && new Set(titles).size === titles.length;
}
