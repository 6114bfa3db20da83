import type { SheetField } from '../model/fields.ts';
import type { CellPlace, SingleField } from './form.ts';

/** What a cell can be pressed to be: `policy` is a slot of the ward's, `targetPolicy` the one that a target serves. */
export type PressedField = SheetField | SingleField | 'targetPolicy';

/** What each target has, in the order in which a form is taught: target and result first. */
export const taughtOfTargets = [
  'target',
  'result',
  'measures',
  'midResult',
  'scene',
  'achievement',
  'countermeasure',
  'no',
  'noScene',
  'philosophies',
  'targetPolicy',
  'organizationGoal',
  'cost',
  'nominate',
  'becomesStandard',
] as const satisfies readonly PressedField[];

/** What a form has once, or for each section. */
export const taughtOnce = [
  'section',
  'division',
  'year',
  'ward',
] as const satisfies readonly PressedField[];

/** All that can be taught; of the ward's policies each is numbered, as targets are. */
export const taughtFields = [...taughtOfTargets, ...taughtOnce, 'policy'] as const;
export type TaughtField = (typeof taughtFields)[number];

/** Whether it is told by a number: of which target, or which policy. */
export const isNumbered = (field: TaughtField): boolean =>
  field === 'policy' || taughtOfTargets.some((each) => each === field);

/** A cell that somebody pressed: what it is, and of which target. */
export interface Pressed extends CellPlace {
  readonly field: PressedField;
  /** Null for what a form has once, and for a column or cell of the section. */
  readonly no: number | null;
}

/** What a form tells itself, and nobody writes over. */
export const isNamed = (field: PressedField): boolean =>
  ['section', 'division', 'no', 'noScene', 'policy', 'year', 'ward'].includes(field);
