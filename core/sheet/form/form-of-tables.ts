import { columnName } from '../../xlsx/address.ts';
import type { Grid } from '../../xlsx/grid.ts';
import type { SheetField } from '../model/fields.ts';
import { sheetProblem } from '../model/sheet-problem.ts';
import type { Candidate } from './candidates.ts';
import type {
  Fields,
  Form,
  FormLabel,
  FormWorksheets,
  PolicySlot,
  SectionsKind,
  TargetRows,
} from './form.ts';
import { type FormOptions, formAround, type Made, weakField } from './form-parts.ts';
import type { GridView } from './grid-view.ts';
import { isExample } from './place-worksheets.ts';
import { targetRows } from './rows.ts';
import type { TableHeader } from './tables.ts';
import { readHeading } from './words.ts';

/** The form whose targets are the rows of a table, in one worksheet or in several of the same form. */
export function formOfTables(
  tables: readonly [Candidate, ...Candidate[]],
  offered: readonly Grid[],
  options: FormOptions,
): Made {
  const [first] = tables;
  const headers = repeatsOf(first.headers);
  const [header] = headers;
  if (!header) return { forms: [], problem: null };
  const { view } = first;
  const { name } = view.grid;
  const around = formAround(
    first,
    offered,
    { from: header.top, to: lastTargetRow(view, header) },
    options,
  );
  const form: Form = {
    ...around,
    fingerprint: { labels: headerLabels(view, header) },
    worksheets: worksheetsOf(tables, offered),
    targets: {
      kind: 'rows',
      header: { top: header.top, bottom: header.bottom },
      columns: columnsBeside(lettersOf(header), around.policies),
      sections: sectionsKind(view, header),
    },
    evidence: header.evidence.map((each) => ({ ...each, sheet: name })),
  };
  const unclearField = (field: SheetField) => sheetProblem('column-unclear', name, null, { field });
  const [other] = header.others;
  const claimed = tables
    .flatMap((table) => repeatsOf(table.headers))
    .flatMap((each) => [...each.unclear]);
  const unclear =
    claimed.find((field) => field !== other?.field) ??
    differing(headers) ??
    hiddenField(view, header) ??
    other?.field;
  if (unclear) {
    const readings = unclear === other?.field ? otherForms(form, header) : [];
    return { forms: [form, ...readings], problem: unclearField(unclear) };
  }
  const weak = weakField(header.weights, view);
  return { forms: [form], problem: weak ? unclearField(weak) : null };
}

/** The form with the target or the result in another column that says so as surely. */
function otherForms(form: Form, { others }: TableHeader): Form[] {
  return others.map(({ field, span }) => {
    const letter = columnName(span.left);
    const columns = Object.fromEntries(
      Object.entries((form.targets as TargetRows).columns).filter(([, each]) => each !== letter),
    );
    return {
      ...form,
      targets: { ...form.targets, columns: { ...columns, [field]: letter } } as TargetRows,
    };
  });
}

/** The last row that a target may stand in: below it come remarks. */
function lastTargetRow(view: GridView, { bottom, spans }: TableHeader): number {
  const rows = targetRows(view, spans, [{ from: bottom + 1, to: Number.MAX_SAFE_INTEGER }]);
  return rows.at(-1)?.bottom ?? bottom;
}

/** The first header and those that repeat it; what has only some of its headings is a target that reads like one. */
export function repeatsOf([first, ...others]: readonly TableHeader[]): TableHeader[] {
  if (!first) return [];
  const isPart = ({ spans }: TableHeader) =>
    spans.size < first.spans.size &&
    [...spans].every(([field, { left }]) => first.spans.get(field)?.left === left);
  return [first, ...others.filter((other) => !isPart(other))];
}

/** A field whose column a further header has elsewhere: then it is another table. */
function differing([first, ...others]: readonly TableHeader[]): SheetField | null {
  for (const { spans } of others) {
    for (const [field, { left }] of spans) {
      if (first?.spans.get(field)?.left !== left) return field;
    }
  }
  return null;
}

/**
 * A field whose own column is hidden, so that another was taken for it, or the rows can't be told: what
 * is called 目標 is hidden, and 取組 taken; the scenes by which rows are told are hidden.
 */
function hiddenField(
  view: GridView,
  { top, bottom, spans, weights }: TableHeader,
): SheetField | null {
  const hidden = [...view.grid.hiddenColumns].flatMap((column) => {
    const texts = Array.from({ length: bottom - top + 1 }, (_, n) => view.at(top + n, column).text);
    return texts.flatMap((text) => readHeading(text) ?? []);
  });
  const says = (field: SheetField) =>
    Math.max(0, ...hidden.map(({ fields }) => fields.get(field) ?? 0));
  const isTold = (['no', 'noScene', 'scene'] as const).some((field) => spans.has(field));
  if (!isTold && says('scene') > 0) return 'scene';
  const taken = (['target', 'result'] as const).find(
    (field) => spans.has(field) && says(field) > (weights.get(field) ?? 0),
  );
  return taken ?? null;
}

/** The ward's policies may stand beside the table: then their column is none of it. */
function columnsBeside({ policy, ...columns }: Fields, slots: readonly PolicySlot[]): Fields {
  const isSlots = slots.some(({ cell }) => cell.replace(/\d+$/, '') === policy);
  return policy === undefined || isSlots ? columns : { ...columns, policy };
}

const lettersOf = ({ spans }: TableHeader): Fields =>
  Object.fromEntries([...spans].map(([field, { left }]) => [field, columnName(left)]));

/** The texts of a header's rows. */
export function headerLabels(view: GridView, { top, bottom }: TableHeader): FormLabel[] {
  const labels: FormLabel[] = [];
  for (let row = top; row <= bottom; row++) {
    for (const column of view.columns(row)) {
      const { text, address, area } = view.at(row, column);
      const own = area.top === row && area.left === column;
      if (own && text.trim()) labels.push({ text, cell: address });
    }
  }
  return labels;
}

function sectionsKind(view: GridView, { bottom, spans }: TableHeader): SectionsKind {
  const column = spans.get('section')?.right;
  if (column === undefined) return 'title-above';
  const below = view.rows.filter((row) => row > bottom).map((row) => view.at(row, column));
  if (below.some(({ area }) => area.bottom > area.top)) return 'merged';
  const texts = below.map(({ text }) => text.trim());
  const again = texts.some((text, index) => text !== '' && text === texts[index + 1]);
  return again ? 'each-row' : 'first-row';
}

function worksheetsOf(meant: readonly Candidate[], offered: readonly Grid[]): FormWorksheets {
  const names = meant.map(({ view }) => view.grid.name);
  const all = offered.every((grid) => isExample(grid) || names.includes(grid.name));
  return all && meant.length > 1 ? { kind: 'per-section' } : { kind: 'named', names };
}
