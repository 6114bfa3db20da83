import { whole } from '../../result.ts';
import { areaText } from '../../xlsx/formula/reference.ts';
import type { Area, Grid } from '../../xlsx/grid.ts';
import { sheetProblem } from '../model/sheet-problem.ts';
import { labelKey } from './align.ts';
import type { Candidate } from './candidates.ts';
import type { Card } from './card.ts';
import type { Cards } from './cards.ts';
import type { Evidence, Fields, Form, FormWorksheets } from './form.ts';
import { type FormOptions, formAround, labelAt, type Made, weakField } from './form-parts.ts';
import { worksheetNumber } from './place-cards.ts';
import { isExample } from './place-worksheets.ts';
import { sectionsAcross } from './sections-across.ts';
import { tabTitle, titlesIn } from './titles.ts';

/** The form whose targets are cards: several in a worksheet, or one in each of several. */
export function formOfCards(
  slips: readonly [Candidate, ...Candidate[]],
  offered: readonly Grid[],
  options: FormOptions,
): Made {
  const [first] = slips;
  const { view, labels } = first;
  const cards = first.cards as Cards;
  const { name } = view.grid;
  const own = new Set(
    cards.cards.flatMap((card) =>
      [...card.places.values(), ...card.labels].map(({ address }) => address),
    ),
  );
  const from = Math.min(...cards.cards.flatMap((card) => card.labels.map(({ area }) => area.top)));
  const to = Math.max(
    ...cards.cards.flatMap((card) => [...card.places.values()].map(({ area }) => area.bottom)),
  );
  // What each card has is not the section's.
  const isRepeated = (text: string) =>
    labels.filter(({ place }) => labelKey(place.text) === labelKey(text)).length > 1;
  const base = formAround(first, offered, { from, to }, options);
  const [title] = titlesIn(
    view,
    labels,
    ({ address, text }) => own.has(address) || isRepeated(text),
  );
  const worksheets = slipsKind(slips, offered);
  const across = sectionsAcross(
    view,
    cards.cards.map(({ places }) => places),
  );
  const form: Form = {
    ...base,
    cells: {
      ...base.cells,
      section: across ? null : (title?.place?.cell ?? null),
      division: across ? null : (title?.above?.address ?? null),
    },
    fingerprint: {
      labels: [
        ...(title?.label ? [labelAt(view, title.label.address)] : []),
        ...cards.cards.flatMap((card) => card.labels.map(({ address }) => labelAt(view, address))),
      ],
    },
    worksheets: worksheets ?? { kind: 'named', names: [name] },
    targets: across ? { kind: 'cells', list: across } : targetsOf(cards.cards),
    evidence: cards.evidence.map((each): Evidence => ({ ...each, sheet: name })),
  };
  if (!worksheets) {
    const sheets = slips.map((each) => each.view.grid.name).join('、');
    return { forms: [form], problem: { code: 'several-sheets', at: whole, params: { sheets } } };
  }
  if (across?.length === 0) {
    return {
      forms: [],
      problem: sheetProblem('column-unclear', name, null, { field: 'section' }),
    };
  }
  const field = [...cards.unclear][0] ?? weakField(cards.weights, view);
  return {
    forms: [form],
    problem: field ? sheetProblem('column-unclear', name, null, { field }) : null,
  };
}

/** Which worksheets a form of cards has; null where that can't be told. */
function slipsKind(
  slips: readonly [Candidate, ...Candidate[]],
  offered: readonly Grid[],
): FormWorksheets | null {
  const names = slips.map(({ view }) => view.grid.name);
  if (slips.length === 1) return { kind: 'named', names };
  const [first] = slips;
  if (!slips.every(({ cards }) => sameCards(cards, first.cards))) return null;
  const numbers = slips.map(({ view, cards }) =>
    worksheetNumber(view, cards?.cards[0]?.places.get('no')?.address),
  );
  const isOne = first.cards?.cards.length === 1;
  if (isOne && numbers.every((_, index) => numbers.includes(index + 1))) {
    return { kind: 'per-target' };
  }
  if (!slips.every(({ view }) => tabTitle(view) !== null) && !namedApart(slips)) return null;
  const all = offered.every((grid) => isExample(grid) || names.includes(grid.name));
  return all ? { kind: 'per-section' } : { kind: 'named', names };
}

function namedApart(slips: readonly Candidate[]): boolean {
  const names = slips.map(
    ({ view, labels }) => titlesIn(view, labels, () => false)[0]?.section ?? '',
  );
  return names.every((name) => name !== '') && new Set(names).size === names.length;
}

function sameCards(one: Cards | null, other: Cards | null): boolean {
  const fieldsOf = (cards: Cards | null) =>
    JSON.stringify(cards?.cards.map(({ places }) => [...places.keys()]));
  return fieldsOf(one) === fieldsOf(other);
}

/** Blocks where cards repeat at equal distances, else cell by cell. */
function targetsOf(cards: readonly Card[]): Form['targets'] {
  const cells = cards.map(
    (card): Fields =>
      Object.fromEntries([...card.places].map(([field, { address }]) => [field, address])),
  );
  const areas = cards.map(boundsOf);
  const [one, two] = areas;
  const [first] = cells;
  if (!one || !first) return { kind: 'cells', list: [] };
  const offset = { rows: two ? two.top - one.top : 0, columns: two ? two.left - one.left : 0 };
  const even = areas.every(
    (area, index) =>
      area.top === one.top + offset.rows * index && area.left === one.left + offset.columns * index,
  );
  const alike = cells.every((each) => Object.keys(each).join() === Object.keys(first).join());
  return even && alike
    ? { kind: 'blocks', first: areaText(one), offset, count: cards.length, cells: first }
    : { kind: 'cells', list: cells };
}

function boundsOf({ places }: Card): Area {
  const areas = [...places.values()].map(({ area }) => area);
  return {
    top: Math.min(...areas.map(({ top }) => top)),
    left: Math.min(...areas.map(({ left }) => left)),
    bottom: Math.max(...areas.map(({ bottom }) => bottom)),
    right: Math.max(...areas.map(({ right }) => right)),
  };
}
