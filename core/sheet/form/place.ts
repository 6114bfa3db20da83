import { failure, type Problem, type Result, success, whole } from '../../result.ts';
import { parseAddress } from '../../xlsx/address.ts';
import type { Grid } from '../../xlsx/grid.ts';
import type { SheetField } from '../model/fields.ts';
import { sheetProblem } from '../model/sheet-problem.ts';
import { type Form, splitCell } from './form.ts';
import type { Place } from './grid-view.ts';
import { type CardPlace, placeCards } from './place-cards.ts';
import { differs, isMeant, lostCell } from './place-check.ts';
import { policiesIn } from './place-policies.ts';
import { placeTable } from './place-rows.ts';
import {
  distinctSections,
  eachOnce,
  oneAfterTheOther,
  type Placed,
  repeated,
  shownOnce,
} from './place-sections.ts';
import { type Aligned, worksheetsOf } from './place-worksheets.ts';
import type { PlaceOptions, Places, TargetPlace } from './places.ts';
import { type SheetTitle, titleOf, withTaught } from './title.ts';

/**
 * Where a form's fields are in a workbook: its labels are looked for, and rows told apart, as the
 * workbook is now. Nothing hidden is taken.
 * Problems: `form-differs` (param `label`) where the workbook is of another form;
 * `sheet-not-found`, `no-table` where none is in sight; `section-unclear`; `column-unclear` (param
 * `field`) where no row has a cell for the target alone; `section-twice` (`section`), `several-sheets` (`sheets`) where a section stands in
 * two places with different texts.
 */
export function placeForm(
  form: Form,
  grids: readonly Grid[],
  options: PlaceOptions = {},
): Result<Places> {
  const chosen = worksheetsOf(form, grids);
  if (!chosen.ok) return chosen;
  const { main, others } = chosen.value;
  const all = [...main, ...others];
  const placed: Placed[] = [];
  for (const one of main) {
    const result = placeIn(form, one, all, options);
    if (!result.ok) return result;
    placed.push(result.value);
  }
  const ofTargets = form.worksheets.kind === 'per-target';
  const apart = ofTargets || placed.length === 1 ? placed : distinctSections(placed);
  if (!apart) {
    const sheets = placed.map(({ view }) => view.grid.name).join('、');
    return failure('several-sheets', whole, { sheets });
  }
  const policies = policiesIn(form, main, all);
  if (!policies.ok) return policies;
  const titles = all.map(
    ({ view }) =>
      placed.find((one) => one.view === view)?.title ?? titleOf(view, Number.MAX_SAFE_INTEGER),
  );
  const first = <T>(of: (title: SheetTitle) => T | null): T | null =>
    titles.map(of).find((value) => value !== null) ?? null;
  return success({
    form,
    views: new Map(all.map(({ view }) => [view.grid.name, view])),
    fiscalYear: first(({ fiscalYear }) => fiscalYear),
    ward: first(({ ward }) => ward),
    yearCells: titles.flatMap(({ yearCells }) => yearCells),
    wardCells: titles.flatMap(({ wardCells }) => wardCells),
    policies: policies.value,
    fields: new Set(apart.flatMap(({ fields }) => fields)),
    sections: ofTargets ? oneAfterTheOther(form, apart) : apart.flatMap(({ sections }) => sections),
  });
}

function placeIn(
  form: Form,
  { view, alignment }: Aligned,
  all: readonly Aligned[],
  options: PlaceOptions,
): Result<Placed> {
  const { targets } = form;
  const resolve = (address: string): CardPlace | null => {
    const { sheet, cell } = splitCell(address);
    const one =
      sheet === null ? { view, alignment } : all.find((each) => each.view.grid.name === sheet);
    const gone = one?.alignment.cell(cell) ?? null;
    const at = gone === null ? null : parseAddress(gone);
    return one && gone && at ? { ...one, cell: gone, place: one.view.at(at.row, at.column) } : null;
  };
  /** What stands above, and the cells that the form names for the 年度 and the ward. */
  const titleAbove = (row: number): SheetTitle => {
    const taught = (cell: string | null): Place | null => {
      const at = cell === null ? null : resolve(cell);
      return cell !== null && at && isMeant(form, cell, at) ? at.place : null;
    };
    const { year, ward } = form.cells;
    return withTaught(titleOf(view, row), view, taught(year), taught(ward));
  };
  const refuse = (code: Problem['code'], cell: string | null, params?: Problem['params']) => ({
    ok: false as const,
    problems: [sheetProblem(code, view.grid.name, cell, params)],
  });
  if (targets.kind !== 'rows') {
    const lost = lostCell(form, targets, view, alignment, resolve);
    if (lost !== null) return differs(form, view.grid.name, lost);
    const sections = placeCards(view, { cells: form.cells, targets }, resolve, options);
    const top = Math.min(...sections.flatMap((each) => each.targets.map((target) => target.top)));
    const fields = sections.flatMap((each) => each.targets.flatMap(({ cells }) => fieldsOf(cells)));
    return success({ view, alignment, title: titleAbove(top), fields, sections });
  }
  const table = placeTable(view, { cells: form.cells, targets }, alignment, options);
  if (!table) return differs(form, view.grid.name, `A${targets.header.bottom}`);
  const { headers, spans, grouped } = table;
  if (!grouped.sections) return refuse('section-unclear', grouped.unclear || null);
  if (!grouped.sections.some((each) => each.targets.some(({ cells }) => cells.target))) {
    return refuse('column-unclear', null, { field: 'target' });
  }
  const sections = eachOnce(view, shownOnce(grouped.sections));
  const twice = repeated(sections);
  if (twice) return refuse('section-twice', null, { section: twice.section });
  const title = titleAbove(headers[0]?.top ?? 1);
  return success({ view, alignment, title, fields: [...spans.keys()], sections });
}

const fieldsOf = (cells: TargetPlace['cells']) => Object.keys(cells) as SheetField[];
