import type { Area } from '../../xlsx/grid.ts';
import type { SheetField } from '../model/fields.ts';
import { numberIn } from '../model/number-text.ts';
import { isForeign, leftIn, yearly } from './foreign.ts';
import type { Evidence, Span } from './form.ts';
import type { GivenHeadings } from './given.ts';
import type { GridView, Place } from './grid-view.ts';
import { isSeal, isWritable } from './labels.ts';
import { widthOf } from './stacks.ts';
import { isPlainResult } from './subject.ts';
import { nameInLine } from './titles.ts';
import { isAnothers, isLeftToOthers } from './whose.ts';
import { type Half, type Heading, readHeading } from './words.ts';
import { isOtherYear } from './years.ts';

/** One column of a header. */
export interface Leaf {
  readonly area: Area;
  /** The texts over it, from the topmost down to its own. */
  readonly path: readonly Place[];
  /** Its own text; null for a column without a heading. */
  readonly label: Place | null;
}

/** What the columns of a header are. */
export interface Assigned {
  readonly spans: ReadonlyMap<SheetField, Span>;
  /** How surely the words say so, 1 to 3. */
  readonly weights: ReadonlyMap<SheetField, number>;
  /** Fields that more than one column claims, or that their own heading contradicts. */
  readonly unclear: ReadonlySet<SheetField>;
  /** Where the target or the result could be as well: columns whose headings say so as surely, or the other half of the 年度. */
  readonly others: readonly { readonly field: SheetField; readonly span: Span }[];
  readonly evidence: readonly Omit<Evidence, 'sheet'>[];
}

/** Whether words say another field as surely. */
export const isTorn = (fields: ReadonlyMap<SheetField, number>, weight: number): boolean =>
  [...fields.values()].filter((each) => each >= weight).length > 1;

interface Candidate extends Leaf {
  readonly fields: ReadonlyMap<SheetField, number>;
  readonly half: Half | null;
  readonly kind: Evidence['kind'];
  /** It speaks of another 年度 than the one that is meant, or is somebody else's. */
  readonly foreign: boolean;
}

/** Which column is which field: by the names of ours, by the heading's words, by those over it, by what stands below. */
export function assignColumns(
  view: GridView,
  leaves: readonly Leaf[],
  bottom: number,
  given: GivenHeadings,
  year: number | null,
): Assigned {
  const free = leaves.filter(
    ({ area, label }) =>
      !(label && isSeal(view, label)) &&
      ![...given.values()].some(
        (one) => one.area.left <= area.right && one.area.right >= area.left,
      ),
  );
  const isLeft = leftIn(view);
  const candidates = free
    .map((leaf) => candidateOf(leaf, free, year))
    .filter(({ foreign }) => !foreign)
    // （事務局記入） stands in the row below the header.
    .filter(({ area, label, fields }) => {
      const below = view.at(bottom + 1, area.left).text;
      const isNone = isLeftToOthers(below) || isLeft(label?.text ?? '');
      return !(isNone && yearly.some((field) => fields.has(field)));
    });
  const spans = new Map<SheetField, Span>();
  const weights = new Map<SheetField, number>();
  const unclear = new Set<SheetField>();
  const evidence: Omit<Evidence, 'sheet'>[] = [];
  const taken = new Set<Candidate>();
  const others: { field: SheetField; span: Span }[] = [];

  for (const [field, { area, column, contradicted }] of given) {
    spans.set(field, { left: column, right: column });
    weights.set(field, 3);
    if (contradicted) unclear.add(field);
    const { text, address } = view.at(area.top, area.left);
    evidence.push({ field, kind: 'named', label: text, cell: address });
  }
  const take = (field: SheetField, one: Candidate, weight: number) => {
    spans.set(field, { left: one.area.left, right: one.area.right });
    weights.set(field, weight);
    taken.add(one);
    const label = one.label ?? one.path.at(-1);
    if (label) evidence.push({ field, kind: one.kind, label: label.text, cell: label.address });
  };
  /** Those that say a field most surely; a word that says another field more surely is left to that. */
  const best = (field: SheetField, least: number) => {
    const saying = candidates.filter(
      (one) => !taken.has(one) && (one.fields.get(field) ?? 0) >= least,
    );
    // A column that repeats another by formulas is none to write in.
    const written = saying.filter(({ area }) => !isComputed(view, area, bottom));
    const able = written.length > 0 ? written : saying;
    const most = Math.max(0, ...able.map(({ fields }) => fields.get(field) ?? 0));
    return { most, saying: able.filter(({ fields }) => fields.get(field) === most) };
  };
  const choose = (field: SheetField, least = 1): void => {
    if (given.has(field) || spans.has(field)) return;
    const { most, saying } = best(field, least);
    const [first, ...rest] = saying;
    if (!first) return;
    if (rest.length > 0) unclear.add(field);
    if (field === 'target' || field === 'result') {
      for (const { area } of rest) alsoAt(field, area);
    }
    take(field, first, most);
  };
  const alsoAt = (field: SheetField, { left, right }: Area): void => {
    others.push({ field, span: { left, right } });
  };

  chooseTarget();
  chooseResult();
  // 計画 beside 実績 is the target.
  const planned = candidates.find((one) => taken.has(one) && one.fields.get('target') === 1)?.label;
  if (planned && readHeading(planned.text)?.plain === '計画' && weights.get('result') === 3) {
    weights.set('target', 2);
  }
  chooseUnits();
  for (const field of [
    'section',
    'division',
    'noScene',
    'no',
    'scene',
    'policy',
    'philosophies',
    'cost',
    'nominate',
    'becomesStandard',
  ] as const) {
    choose(field);
  }
  // What more than one column claims, and is no place for target or result, is left alone.
  for (const field of ['organizationGoal', 'measures', 'countermeasure', 'achievement'] as const) {
    if (given.has(field)) continue;
    const { most, saying } = best(field, field === 'measures' ? 1 : 2);
    const [only] = saying;
    if (saying.length === 1 && only && !(most < 2 && isTorn(only.fields, most))) {
      take(field, only, most);
    }
  }
  chooseNumbers();
  return { spans, weights, unclear, others, evidence };

  function chooseTarget(): void {
    if (given.has('target')) return;
    const { saying: called } = best('target', 2);
    if (called.length > 0) {
      choose('target', 2);
      // 上半期の目標 is not the year's.
      if (called.some(({ half }) => half !== null && half !== 'end')) unclear.add('target');
      return;
    }
    // Where nothing is called 目標, what is to be done is the target.
    const { most, saying } = best('measures', 2);
    const [only] = saying;
    if (saying.length === 1 && only && !isTorn(only.fields, most)) take('target', only, most);
    else choose('target');
  }

  /** 課 and 係 in columns of their own: the 係 sets the targets, the 課 stands over it. */
  function chooseUnits(): void {
    if (given.has('section') || given.has('division')) return;
    const above = best('section', 3).saying;
    const units = candidates.filter(
      (one) =>
        !taken.has(one) && one.fields.get('section') === 2 && holdsNames(view, one.area, bottom),
    );
    const [over] = above;
    const [unit] = units;
    if (above.length === 1 && units.length === 1 && over && unit) {
      take('section', unit, 2);
      take('division', over, 3);
    }
  }

  function chooseResult(): void {
    if (given.has('result')) return;
    const { most, saying } = best('result', 1);
    const [only, other] = saying.length === 0 ? plainResults() : [];
    if (only && !other) {
      take('result', only, 2);
      return;
    }
    const of = (...which: (Half | null)[]) => saying.filter(({ half }) => which.includes(half));
    const [whole, otherWhole] = of(null, 'end');
    const [first, otherFirst] = of('first');
    const [second, otherSecond] = of('second');
    const [mid, otherMid] = of('mid');
    // 中間 and 年度末, where nothing else is a result.
    const bare = (which: Half) =>
      candidates.filter(({ fields, half, label }) => label && fields.size === 0 && half === which);
    const [middle, otherMiddle] = bare('mid');
    const [end, otherEnd] = bare('end');
    if (saying.length === 0 && middle && end && !otherMiddle && !otherEnd) {
      take('midResult', middle, 2);
      take('result', end, 2);
      return;
    }
    if (otherWhole || otherFirst || otherSecond || otherMid) {
      choose('result');
      return;
    }
    // By the middle of the year nothing is asked of its end, and a half or a quarter is not the year.
    const before = mid ?? first;
    if (before && !(mid && first)) take('midResult', before, most);
    if (whole) take('result', whole, most);
    else if (first && second) {
      take('result', second, most);
      alsoAt('result', first.area);
    }
  }

  /** Columns right of the target's, as wide as that, whose heading ends in 結果 or 実績 and says nothing else. */
  function plainResults(): readonly Candidate[] {
    const target = spans.get('target');
    if (!target) return [];
    const width = widthOf(view.grid, { ...target, top: bottom, bottom });
    return candidates.filter(
      ({ fields, half, label, area }) =>
        label &&
        fields.size === 0 &&
        (half === null || half === 'end') &&
        area.left > target.right &&
        widthOf(view.grid, area) * 4 >= width * 3 &&
        isPlainResult(label.text) &&
        !readHeading(label.text)?.isClosed &&
        isWritable(view, view.at(bottom + 1, area.left)),
    );
  }

  /** A column that holds numbers without saying so, as the published sheet has it. */
  function chooseNumbers(): void {
    if (spans.has('no') || spans.has('noScene')) return;
    const column = candidates.find(
      (one) => one.fields.size === 0 && !taken.has(one) && holdsNumbers(view, one.area, bottom),
    );
    if (!column) return;
    const field = spans.has('scene') ? 'no' : 'noScene';
    spans.set(field, { left: column.area.left, right: column.area.right });
    weights.set(field, 2);
    const first = view.at(bottom + 1, column.area.left);
    evidence.push({ field, kind: 'numbers-below', label: first.text, cell: first.address });
  }
}

function candidateOf(leaf: Leaf, leaves: readonly Leaf[], year: number | null): Candidate {
  const read = readLeaf(leaf, leaves, year);
  const texts = leaf.path.map(({ text }) => text);
  // 次年度の取組 is what is done about this year's; 次年度 over 目標 is not.
  const over = leaf.label ? texts.slice(0, -1) : texts;
  const isYears = yearly.some((field) => read.fields.has(field));
  const foreign =
    isYears &&
    (isOtherYear(texts.at(-1) ?? '', year) || over.some((text) => isForeign(text, year)));
  return { ...read, foreign };
}

/** Whose it is, and no field: 課, 事務局 or 前年度 below 結果. */
const isWhose = ({ fields, isClosed }: Heading): boolean =>
  !isClosed && [...fields.keys()].every((field) => field === 'section' || field === 'division');

function readLeaf(
  leaf: Leaf,
  leaves: readonly Leaf[],
  year: number | null,
): Omit<Candidate, 'foreign'> {
  const own = leaf.label ? readHeading(leaf.label.text) : null;
  const over = leaf.label ? leaf.path.slice(0, -1) : leaf.path;
  const half =
    own?.half ?? over.map(({ text }) => readHeading(text)?.half ?? null).findLast(Boolean) ?? null;
  if (own?.isClosed) return { ...leaf, fields: noFields, half: null, kind: 'heading-above' };
  // 目標１ is the title of a card, or of a column of one: not of a column of targets.
  if (own && own.number !== null) return { ...leaf, fields: noFields, half, kind: 'heading-above' };
  const inherited = leaf.label ? inheritedFields(leaf, leaves, year) : noFields;
  if (own && own.fields.size > 0 && !(isWhose(own) && inherited.size > 0))
    return { ...leaf, fields: own.fields, half, kind: 'heading-above' };
  return { ...leaf, fields: inherited, half, kind: 'group-above' };
}

const noFields: ReadonlyMap<SheetField, number> = new Map();
const nothing: Heading = { plain: '', fields: noFields, half: null, number: null, isClosed: false };

/** 内容 under 目標 is the target where nothing else there could be; 上半期 and 下半期 under 結果 both are results. */
function inheritedFields(
  leaf: Leaf,
  leaves: readonly Leaf[],
  year: number | null,
): ReadonlyMap<SheetField, number> {
  const parent = leaf.path.at(-2);
  const fields = parent ? (readHeading(parent.text)?.fields ?? noFields) : noFields;
  const [surest = 0] = [...fields.values()].sort((a, b) => b - a);
  if (!parent || surest < 2 || isWhose({ ...nothing, fields })) return noFields;
  const group = leaves.filter(({ path }) => path.at(-2)?.address === parent.address);
  const said = group.map(({ label }) => readHeading(label?.text ?? '') ?? nothing);
  // A title is over one column, or over columns of other fields.
  const isParted =
    group.length > 1 && said.every((heading) => heading.isClosed || isWhose(heading));
  const siblings = group.filter(({ label }, index) => {
    const heading = said[index] ?? nothing;
    if (!label || heading.isClosed || !isWhose(heading)) return false;
    if (heading.fields.size > 0 && !isParted) return false;
    return !isAnothers(label.text) && !isForeign(label.text, year);
  });
  if (!siblings.includes(leaf)) return noFields;
  const halves = siblings.map(({ label }) => readHeading(label?.text ?? '')?.half);
  const apart = halves.every(Boolean) && new Set(halves).size === halves.length;
  return siblings.length === 1 || apart ? fields : noFields;
}

function isComputed(view: GridView, { left }: Area, bottom: number): boolean {
  const cells = view.rows
    .filter((row) => row > bottom && row <= bottom + 12)
    .flatMap((row) => view.at(row, left).cell ?? []);
  return cells.length > 0 && cells.every(({ formula }) => formula);
}

/** Whether a column says something in the row below its header. */
const holdsNames = (view: GridView, { left }: Area, bottom: number): boolean =>
  view.at(bottom + 1, left).text.trim() !== '';

/** Whether a column has numbers below its header, the first of them 1. */
function holdsNumbers(view: GridView, { left }: Area, bottom: number): boolean {
  const texts = view.rows
    .filter((row) => row > bottom)
    .map((row) => view.at(row, left))
    .filter(({ area, text }, index, all) => {
      const again = all[index - 1]?.area.top === area.top;
      return text.trim() !== '' && area.left === left && !again;
    })
    .map(({ text }) => text);
  const numbers = texts.map(numberIn);
  // The names of further sections may stand between the numbers of each.
  const others = texts.filter((_, index) => numbers[index] === null);
  return (
    numbers.length > 1 &&
    numbers[0]?.number === 1 &&
    others.every((text) => nameInLine(text) !== null)
  );
}
