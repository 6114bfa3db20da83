import { parseAddress } from '../../xlsx/address.ts';
import type { Area, Validation } from '../../xlsx/grid.ts';
import type { CellPlace } from '../form/form.ts';
import { isOver } from '../form/labels.ts';
import { cellAt, type Places } from '../form/places.ts';
import type { SheetField } from '../model/fields.ts';

/** What is told when a workbook is opened, so that nobody learns it after writing. */
export const findingCodes = [
  'no-result',
  'locked-cells',
  'protected',
  'formula-cells',
  'one-line-cells',
  'list-cells',
  'short-cells',
  'other-year',
  'not-this-year',
  'macros',
  'macro-format',
  'read-only',
  'signed',
  'pivot',
  'table-header',
] as const;
export type FindingCode = (typeof findingCodes)[number];

export interface Finding {
  readonly code: FindingCode;
  /** The cells it is about; none where it is about the workbook. */
  readonly cells: readonly CellPlace[];
  /** `words` of a list, the `max` of letters, the `year` of a draft or of today, and the one `found`. */
  readonly params: Readonly<Record<string, string | number>>;
}

export interface FindingOptions {
  readonly traits?: { readonly macros: boolean; readonly signed: boolean };
  /** What Excel tells of an open workbook, which says neither of these. */
  readonly open?: { readonly name: string; readonly isReadOnly: boolean };
  /** The 年度 of what is to be written. */
  readonly fiscalYear?: number | null;
  /** The 年度 of today. */
  readonly thisYear?: number;
}

/**
 * What stands in the way of filling a form, or should be known before: no place for results;
 * cells that are locked, a
 * protection that leaves them open (no rows are put in there), cells that hold formulas, show one line
 * only, or accept but the words of a list or so many letters; another 年度; macros, a signature that
 * filling breaks, pivot tables, headers of tables; of a workbook in Excel whether it may hold macros,
 * and whether it can be saved in its place.
 */
export function findingsOf(
  places: Places,
  { traits, open, fiscalYear, thisYear }: FindingOptions,
): Finding[] {
  const cells = writtenCells(places);
  const found: Finding[] = [];
  const tell = (
    code: FindingCode,
    some: readonly CellPlace[] = [],
    params: Finding['params'] = {},
  ) => found.push({ code, cells: some, params });
  const among = (code: FindingCode, holds: (place: CellPlace) => boolean) => {
    const some = cells.filter(({ place }) => holds(place)).map(({ place }) => place);
    if (some.length > 0) tell(code, some);
  };
  among('locked-cells', (place) => {
    const view = places.views.get(place.sheet);
    return Boolean(view?.grid.protected) && (cellAt(places, place)?.look.locked ?? true);
  });
  const isProtected = cells.some(({ place }) => places.views.get(place.sheet)?.grid.protected);
  if (isProtected && found.length === 0) tell('protected');
  if (!places.fields.has('result')) tell('no-result');
  among('formula-cells', (place) => cellAt(places, place)?.formula ?? false);
  const texts: readonly SheetField[] = [
    'target',
    'measures',
    'midResult',
    'result',
    'countermeasure',
  ];
  const oneLine = cells
    .filter(({ field }) => texts.includes(field))
    .map(({ place }) => place)
    .filter((place) => !cellAt(places, place)?.look.wraps && !cellAt(places, place)?.look.vertical);
  if (oneLine.length > 0) tell('one-line-cells', oneLine);
  among('table-header', (place) => areasAt(places, place, ({ tables }) => tables.map(headerArea)));
  among('pivot', (place) => areasAt(places, place, ({ pivots }) => pivots));
  for (const { validation, some } of validated(
    places,
    cells.map(({ place }) => place),
  )) {
    if (validation.kind === 'list') {
      tell('list-cells', some, { words: validation.words?.join('、') ?? '' });
    } else if (validation.max !== null) tell('short-cells', some, { max: validation.max });
  }
  if (fiscalYear && places.fiscalYear !== null && places.fiscalYear !== fiscalYear) {
    tell('other-year', [], { year: fiscalYear, found: places.fiscalYear });
  } else if (thisYear && places.fiscalYear !== null && places.fiscalYear !== thisYear) {
    tell('not-this-year', [], { year: thisYear, found: places.fiscalYear });
  }
  if (traits?.macros) tell('macros');
  if (traits?.signed) tell('signed');
  if (open && /\.xl(?:sm|tm|sb)$/i.test(open.name)) tell('macro-format');
  if (open?.isReadOnly) tell('read-only');
  return found;
}

interface Written {
  readonly field: SheetField;
  readonly place: CellPlace;
}

const writtenCells = ({ sections }: Places): Written[] =>
  sections.flatMap(({ targets }) =>
    targets.flatMap(({ cells }) =>
      (Object.entries(cells) as [SheetField, CellPlace][])
        .filter(([field]) => field !== 'no' && field !== 'noScene')
        .map(([field, place]) => ({ field, place })),
    ),
  );

type GridOf = NonNullable<ReturnType<Places['views']['get']>>['grid'];

function areasAt(
  { views }: Places,
  { sheet, cell }: CellPlace,
  areasOf: (grid: GridOf) => readonly Area[],
): boolean {
  const view = views.get(sheet);
  const at = parseAddress(cell);
  return Boolean(view && at && areasOf(view.grid).some((area) => isOver(area, at.row, at.column)));
}

const headerArea = ({ area, headerRows }: { area: Area; headerRows: number }): Area => ({
  ...area,
  bottom: area.top + headerRows - 1,
});

/** The rules that cells have, each with the cells it is for. */
function validated(places: Places, cells: readonly CellPlace[]) {
  const found = new Map<Validation, CellPlace[]>();
  for (const place of cells) {
    const rule = validationAt(places, place);
    if (!rule) continue;
    const others = found.get(rule);
    if (others) others.push(place);
    else found.set(rule, [place]);
  }
  return Array.from(found, ([validation, some]) => ({ validation, some }));
}

/** The rule that a cell's text has to keep, or undefined. */
export function validationAt({ views }: Pick<Places, 'views'>, { sheet, cell }: CellPlace) {
  const at = parseAddress(cell);
  return views
    .get(sheet)
    ?.grid.validations.find(({ areas }) =>
      areas.some((area) => at && isOver(area, at.row, at.column)),
    );
}
