import type { Grid } from '../../xlsx/grid.ts';
import type { SheetField } from '../model/fields.ts';
import type { SectionName } from '../model/section-name.ts';
import { findSections } from '../session/section-id.ts';
import type { Candidate } from './candidates.ts';
import type { Form, FormLabel, Span, TargetCell } from './form.ts';
import { headerLabels } from './form-of-tables.ts';
import { type FormOptions, formAround, type Made } from './form-parts.ts';
import type { TargetPlace } from './places.ts';
import { type Body, type TargetRow, targetRows } from './rows.ts';
import { countsOn, sectionsOf } from './sections.ts';
import type { TableHeader } from './tables.ts';
import { titlesIn } from './titles.ts';

/** A table in its worksheet. */
export interface Table {
  readonly candidate: Candidate;
  readonly header: TableHeader;
}

/**
 * The form that sets targets in one table and reports on them in another, on a further page or worksheet:
 * target 2 is the row numbered 2 in both. Null where their rows have no numbers that say so.
 */
export function formOfPair(
  plan: Table,
  report: Table,
  offered: readonly Grid[],
  options: FormOptions,
): Made | null {
  const { view, labels } = plan.candidate;
  const same = plan.candidate === report.candidate;
  const planRows = rowsOf(plan, same ? report.header.top : Number.MAX_SAFE_INTEGER);
  const reportRows = rowsOf(report, Number.MAX_SAFE_INTEGER);
  const pairs = plan.header.spans.has('section')
    ? pairsBySection(planRows, reportRows)
    : pairsByNumber(planRows, reportRows);
  if (!pairs) return null;
  const prefix = same ? '' : `${report.candidate.view.grid.name}!`;
  const list = pairs.map(({ name, target, report }): TargetCell => {
    const { target: result, no: _, ...more } = report.cells;
    const further = Object.entries({ ...more, ...(result && { result }) }).map(
      ([field, { cell }]) => [field, prefix + cell],
    );
    const own = Object.entries(target.cells).map(([field, { cell }]) => [field, cell]);
    const section = name && [name.division, name.section].filter(Boolean).join('\n');
    return { ...Object.fromEntries([...own, ...further]), section };
  });
  const [title] = titlesIn(view, labels, () => false);
  const base = formAround(plan.candidate, offered, spread(planRows), options);
  const reportLabels = headerLabels(report.candidate.view, report.header).map(
    ({ text, cell }): FormLabel => ({ text, cell: prefix + cell }),
  );
  const names = [plan, report].map(({ candidate }) => candidate.view.grid.name);
  const form: Form = {
    ...base,
    cells: {
      ...base.cells,
      section: title?.place?.cell ?? null,
      division: title?.above?.address ?? null,
    },
    fingerprint: {
      labels: [
        ...headerLabels(view, plan.header).map(({ text, cell }) => ({
          text,
          cell: same ? cell : `${names[0]}!${cell}`,
        })),
        ...reportLabels,
      ],
    },
    worksheets: { kind: 'named', names: [...new Set(names)] },
    targets: { kind: 'cells', list },
    evidence: [plan, report].flatMap(({ candidate, header }) =>
      header.evidence.map((each) => ({ ...each, sheet: candidate.view.grid.name })),
    ),
  };
  return { forms: [form], problem: null };
}

/** A target's place, and that of its report. */
interface Pair {
  /** Whose it is, where the tables say so. */
  readonly name: SectionName | null;
  readonly target: TargetPlace;
  readonly report: TargetPlace;
}

function pairsByNumber(plan: readonly TargetRow[], report: readonly TargetRow[]): Pair[] | null {
  if (!isCounted(plan) || plan.length !== report.length) return null;
  // The results may stand in another order.
  const pairs = plan.flatMap((target) => {
    const other = report.find(({ number }) => number === target.number);
    return other ? [{ name: null, target, report: other }] : [];
  });
  return pairs.length === plan.length ? pairs : null;
}

/** Both tables name their sections: each has its rows in both. */
function pairsBySection(plan: readonly TargetRow[], report: readonly TargetRow[]): Pair[] | null {
  const [plans, reports] = [sectionsOf(plan).sections, sectionsOf(report).sections];
  if (!plans || !reports) return null;
  const pairs = plans.flatMap((own): Pair[] => {
    const [other, another] = findSections(reports, own);
    if (!other || another || other.targets.length !== own.targets.length) return [];
    const { division, section } = own;
    return own.targets.flatMap((target, index) => {
      const place = other.targets[index];
      return place ? [{ name: { division, section }, target, report: place }] : [];
    });
  });
  const all = plans.flatMap(({ targets }) => targets).length;
  return pairs.length === all && all > 0 ? pairs : null;
}

/** The rows of a table; of a report those of its results. */
function rowsOf({ candidate, header }: Table, before: number): readonly TargetRow[] {
  const spans = new Map<SheetField, Span>(header.spans);
  const result = spans.get('result');
  if (!spans.has('target') || candidate.reports.includes(header)) {
    if (result) spans.set('target', result);
    spans.delete('result');
    spans.delete('scene');
  }
  const body: Body = { from: header.bottom + 1, to: before - 1 };
  return targetRows(candidate.view, spans, [body]);
}

/** Whether rows are numbered 1, 2, … once. */
const isCounted = (rows: readonly TargetRow[]): boolean =>
  rows.length > 0 && countsOn(rows) && rows.every(({ number }, index) => number === index + 1);

const spread = (rows: readonly TargetRow[]) => ({
  from: Math.min(...rows.map(({ top }) => top)) - 1,
  to: Math.max(...rows.map(({ bottom }) => bottom)),
});
