import { parseAddress } from '../../xlsx/address.ts';
import type { Grid } from '../../xlsx/grid.ts';
import type { Candidate } from './candidates.ts';
import type { Form, FormLabel, TargetCell } from './form.ts';
import { type FormOptions, formAround, labelAt, type Made } from './form-parts.ts';
import { targetRows } from './rows.ts';
import { countsOn } from './sections.ts';
import type { TableHeader } from './tables.ts';
import { linesOfNames, type Title } from './titles.ts';

/** How many rows above its table a section may be named in a line of its own. */
const nearest = 3;

/**
 * The form whose tables stand side by side, each of a section that is named right above it. Null where
 * one is not named, or two have the same name.
 */
export function formOfAbreast(
  candidate: Candidate,
  offered: readonly Grid[],
  options: FormOptions,
): Made | null {
  const { view, headers } = candidate;
  const lines = linesOfNames(view, () => false);
  const tables = headers.map((header) => ({ header, title: titleOver(lines, header) }));
  const names = tables.map(({ title }) => `${title?.division}\n${title?.section}`);
  if (tables.some(({ title }) => !title) || new Set(names).size < names.length) return null;
  const list: TargetCell[] = [];
  let last = 0;
  for (const { header, title } of tables) {
    const below = headers.filter(({ top, from }) => top > header.bottom && from === header.from);
    const stop = Math.min(...below.map(({ top }) => top), ...titlesBelow(lines, header));
    const rows = targetRows(view, header.spans, [{ from: header.bottom + 1, to: stop - 1 }]);
    if (header.spans.has('no') && !countsOn(rows)) return null;
    last = Math.max(last, ...rows.map(({ bottom }) => bottom));
    const section = [title?.division, title?.section].filter(Boolean).join('\n');
    for (const { cells } of rows) {
      const own = Object.entries(cells).map(([field, { cell }]) => [field, cell]);
      list.push({ ...Object.fromEntries(own), section });
    }
  }
  const from = Math.min(...headers.map(({ top }) => top));
  const cells = new Map<string, FormLabel>();
  for (const { header, title } of tables) {
    for (const { cell } of header.evidence) cells.set(cell, labelAt(view, cell));
    if (title?.place) cells.set(title.place.cell, labelAt(view, title.place.cell));
  }
  const form: Form = {
    ...formAround(candidate, offered, { from, to: last }, options),
    fingerprint: { labels: [...cells.values()] },
    worksheets: { kind: 'named', names: [view.grid.name] },
    targets: { kind: 'cells', list },
    evidence: headers.flatMap(({ evidence }) =>
      evidence.map((each) => ({ ...each, sheet: view.grid.name })),
    ),
  };
  return list.length > 0 ? { forms: [form], problem: null } : null;
}

const columnOf = ({ place }: Title): number => parseAddress(place?.cell ?? '')?.column ?? 0;

/** The line nearest over a table that begins over its columns. */
const titleOver = (lines: readonly Title[], { top, from, to }: TableHeader): Title | undefined =>
  lines.findLast((line) => {
    const column = columnOf(line);
    return line.row < top && line.row >= top - nearest && column >= from && column <= to;
  });

/** Where the next section is named below a table's header. */
const titlesBelow = (lines: readonly Title[], { bottom, from, to }: TableHeader): number[] =>
  lines
    .filter((line) => line.row > bottom && columnOf(line) >= from && columnOf(line) <= to)
    .map(({ row }) => row);
