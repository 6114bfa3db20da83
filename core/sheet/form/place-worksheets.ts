import { failure, inSheet, type Result, success } from '../../result.ts';
import type { Grid } from '../../xlsx/grid.ts';
import { type Alignment, align } from './align.ts';
import { type Form, type FormLabel, splitCell } from './form.ts';
import { type GridView, viewOf } from './grid-view.ts';

/** Which worksheets of a workbook a form has places in. */

/** Worksheets that show how to fill one in; not meant where another is there. */
export const isExample = ({ name }: Grid): boolean =>
  /[記作入](?:入|載|成|力)例|[記作](?:入|載|成)(?:要領|方法|見本)|書き方|見本|サンプル|例示|原紙|原本|の例$|[（(【]例[）)】]|^例[0-9０-９①-⑨]?$/.test(
    name,
  );

/** A worksheet with where a form's labels stand in it. */
export interface Aligned {
  readonly view: GridView;
  readonly alignment: Alignment;
}

/** The worksheets that a form has targets in, and those that other places of it name. */
export function worksheetsOf(
  form: Form,
  grids: readonly Grid[],
): Result<{ main: readonly Aligned[]; others: readonly Aligned[] }> {
  const { worksheets } = form;
  const named =
    worksheets.kind === 'named'
      ? worksheets.names.flatMap((name) => grids.find((grid) => grid.name === name) ?? [])
      : [];
  // A tab may have been renamed: then the labels tell.
  const offered =
    named.length > 0 ? named : grids.filter((grid) => !grid.hidden && !isExample(grid));
  const aligned = offered.map((grid) => {
    const view = viewOf(grid);
    return { view, alignment: align(labelsIn(form, grid.name, true), view) };
  });
  const main = aligned.flatMap(({ view, alignment }) =>
    alignment.ok ? [{ view, alignment: alignment.value }] : [],
  );
  const isWhole = named.length > 0 ? main.length === aligned.length : main.length > 0;
  if (!isWhole || main.length === 0) {
    const problems = aligned.flatMap(({ alignment }) => (alignment.ok ? [] : alignment.problems));
    if (problems[0]) return { ok: false, problems: problems.slice(0, 1) };
    // No worksheet is in sight.
    return worksheets.kind === 'named'
      ? failure('sheet-not-found', inSheet(worksheets.names.join('、')))
      : failure('no-table');
  }
  const further = new Set(cellsOf(form).flatMap((cell) => splitCell(cell).sheet ?? []));
  const others = grids
    .filter(({ name }) => further.has(name) && !main.some(({ view }) => view.grid.name === name))
    .flatMap((grid) => {
      const view = viewOf(grid);
      const alignment = align(labelsIn(form, grid.name, false), view);
      return alignment.ok ? [{ view, alignment: alignment.value }] : [];
    });
  // Of a form whose targets are in one worksheet the others only hold what belongs to them.
  const [first, ...rest] = main;
  const isApart = first && further.size > 0 && form.targets.kind === 'cells';
  return success(isApart ? { main: [first], others: [...rest, ...others] } : { main, others });
}

/** The labels of a worksheet: those that name it, and those that name none where it has targets. */
const labelsIn = ({ fingerprint }: Form, sheet: string, isMain: boolean): FormLabel[] =>
  fingerprint.labels.flatMap(({ text, cell }) => {
    const at = splitCell(cell);
    return at.sheet === sheet || (isMain && at.sheet === null) ? [{ text, cell: at.cell }] : [];
  });

const cellsOf = ({ targets, policies }: Form): string[] => [
  ...policies.map(({ cell }) => cell),
  ...(targets.kind === 'cells'
    ? targets.list.flatMap(({ section: _, ...cells }) => Object.values(cells))
    : []),
];
