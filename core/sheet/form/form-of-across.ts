import { address } from '../../xlsx/address.ts';
import type { Grid } from '../../xlsx/grid.ts';
import type { Form, FormLabel, TargetCell } from './form.ts';
import type { Table } from './form-of-pairs.ts';
import { headerLabels } from './form-of-tables.ts';
import { type FormOptions, formAround, type Made } from './form-parts.ts';
import { targetRows } from './rows.ts';
import { sectionsOf } from './sections.ts';

/**
 * The form whose table has a row for each section, and a section's targets side by side in it. Null
 * where a row does not tell whose it is, or a section has several.
 */
export function formOfAcross(
  { candidate, header }: Table,
  offered: readonly Grid[],
  options: FormOptions,
): Made | null {
  const { view } = candidate;
  const rows = targetRows(view, header.spans, [
    { from: header.bottom + 1, to: Number.MAX_SAFE_INTEGER },
  ]);
  const { sections } = sectionsOf(rows);
  if (!sections || sections.length === 0) return null;
  if (!sections.every(({ section, targets }) => section !== '' && targets.length === 1))
    return null;
  const list = sections.flatMap(({ division, section, targets: [row] }) =>
    header.across.map((columns): TargetCell => {
      const cells = [...columns].map(([field, { left }]) => [
        field,
        view.at(row?.top ?? 1, left).address,
      ]);
      return {
        ...Object.fromEntries(cells),
        section: [division, section].filter(Boolean).join('\n'),
      };
    }),
  );
  const used = list.flatMap(({ section: _, ...cells }) => Object.values(cells));
  // Merged over several columns, one cell would be several targets'.
  if (new Set(used).size < used.length) return null;
  // Each row is found again by the name in it.
  const column = header.spans.get('section')?.right ?? 1;
  const names = sections.flatMap(({ targets: [row] }): FormLabel[] => {
    const place = row && view.at(row.top, column);
    return place ? [{ text: place.text, cell: address(place.area.top, place.area.left) }] : [];
  });
  const last = Math.max(...rows.map(({ bottom }) => bottom));
  const form: Form = {
    ...formAround(candidate, offered, { from: header.top, to: last }, options),
    fingerprint: { labels: [...headerLabels(view, header), ...names] },
    worksheets: { kind: 'named', names: [view.grid.name] },
    targets: { kind: 'cells', list },
    evidence: header.evidence.map((each) => ({ ...each, sheet: view.grid.name })),
  };
  return { forms: [form], problem: null };
}
