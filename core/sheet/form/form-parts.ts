import type { Problem } from '../../result.ts';
import type { Grid } from '../../xlsx/grid.ts';
import type { SheetField } from '../model/fields.ts';
import { type Candidate, titlesOf } from './candidates.ts';
import type { Form, FormLabel, PolicySlot } from './form.ts';
import { type GridView, viewOf } from './grid-view.ts';
import { labelsOf } from './labels.ts';
import { policiesBelowCaption, policyPlaces } from './policy-places.ts';
import { plainWords } from './words.ts';

/** Parts that a form has whatever its targets are in. */

/** Forms that a workbook may be of, the likeliest first, and why none of them is sure. */
export interface Made {
  readonly forms: readonly Form[];
  readonly problem: Problem | null;
}

export interface FormOptions {
  /** Of the form that is made. */
  readonly id?: string;
  readonly title?: string;
}

export interface Rows {
  readonly from: number;
  readonly to: number;
}

/** A form without its targets; `targets` are the rows in which these stand in the candidate's worksheet. */
export function formAround(
  { view, labels }: Candidate,
  offered: readonly Grid[],
  targets: Rows,
  { id = '', title = '' }: FormOptions,
): Omit<Form, 'targets' | 'worksheets' | 'fingerprint'> {
  const own = policyPlaces(view, labels, targets);
  return {
    id,
    title,
    issuer: null,
    made: 'recognized',
    cells: { year: null, ward: null, division: null, section: null },
    policies: own.length > 0 ? own : policiesElsewhere(view, offered),
    append: [],
  };
}

/** Slots in a worksheet of their own, which has to speak of 方針. */
function policiesElsewhere(own: GridView, offered: readonly Grid[]): PolicySlot[] {
  for (const grid of offered) {
    if (grid.name === own.grid.name) continue;
    const view = viewOf(grid);
    // Where targets are set, each section may have slots of its own.
    if (labelsOf(view).some(({ heading }) => (heading.fields.get('result') ?? 0) > 1)) continue;
    const slots = policiesBelowCaption(view);
    if (slots.length > 0) {
      return slots.map((slot) => ({ ...slot, cell: `${grid.name}!${slot.cell}` }));
    }
  }
  return [];
}

export const labelAt = (view: GridView, cell: string): FormLabel => ({
  text: view.grid.cells.get(cell)?.text ?? '',
  cell,
});

/** Words of target and result that may mean other things too make a person ask. */
export function weakField(
  weights: ReadonlyMap<SheetField, number>,
  view: GridView,
): SheetField | null {
  if ((weights.get('target') ?? 0) < 2) return 'target';
  const result = weights.get('result') ?? weights.get('midResult');
  if (result !== undefined) return result < 2 ? 'result' : null;
  return ourTitle.test(plainWords(titlesOf(view).join(' '))) ? null : 'result';
}

/** A paper of targets alone is one of ours where its title says so. */
const ourTitle =
  /(?:サービス|接遇|応対|窓口|区民|市民|改善).*(?:目標|取組)|目標.*(?:サービス|接遇|応対|窓口)/;
