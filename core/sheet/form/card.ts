import type { SheetField } from '../model/fields.ts';
import type { Place } from './grid-view.ts';
import type { Label, LabelledPlace } from './labels.ts';
import type { Half } from './words.ts';

/** One target's card: its number, where it tells it, and a place for each of its fields. */
export interface Card {
  readonly no: number | null;
  readonly places: ReadonlyMap<SheetField, Place>;
  /** Its labels, in reading order. */
  readonly labels: readonly Place[];
}

/** A label with the place that it is the label of. */
export interface Labelled extends LabelledPlace {
  readonly label: Label;
  /** Where it stands beside numbers one below the other, the place of each. */
  readonly stack: readonly Place[];
}

/** The labels that say the same, numbers apart. */
export interface Group {
  readonly members: readonly Labelled[];
  readonly fields: ReadonlyMap<SheetField, number>;
  readonly numbered: boolean;
  readonly half: Half | null;
}
