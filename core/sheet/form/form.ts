import type { Area } from '../../xlsx/grid.ts';
import type { SheetField } from '../model/fields.ts';

/**
 * Where a workbook's form has its fields (furikaeri.form/1): the one thing that filling, reading,
 * checking and every picture work from, whether it was recognised, taught by pressing cells, or handed
 * out as a file. Addresses are those of the form when it was made; they follow their labels.
 */
export interface Form {
  readonly id: string;
  readonly title: string;
  /** Who hands it out; null where nobody says so. */
  readonly issuer: string | null;
  readonly made: FormOrigin;
  readonly fingerprint: { readonly labels: readonly FormLabel[] };
  readonly worksheets: FormWorksheets;
  readonly cells: Readonly<Record<SingleField, string | null>>;
  readonly policies: readonly PolicySlot[];
  readonly targets: FormTargets;
  /** Fields without a place whose words are put behind the result. */
  readonly append: readonly SheetField[];
  /** Why each place was taken; a form that was handed out may have none. */
  readonly evidence?: readonly Evidence[];
}

export const formOrigins = ['recognized', 'taught', 'written'] as const;
export type FormOrigin = (typeof formOrigins)[number];

export const singleFields = ['year', 'ward', 'division', 'section'] as const;
/** What a form tells once, in a cell of its own. */
export type SingleField = (typeof singleFields)[number];

/** A text of the form itself, by which a workbook of the same form is known and places are found again. */
export interface FormLabel {
  readonly text: string;
  readonly cell: string;
}

export type FormWorksheets =
  | { readonly kind: 'named'; readonly names: readonly string[] }
  /** All that carry the labels: all of them, one for each section, or one for each target. */
  | { readonly kind: 'visible' | 'per-section' | 'per-target' };

export interface PolicySlot {
  readonly cell: string;
  /** The ① that stands in the same cell and stays. */
  readonly mark: string;
  /** Which line of the cell, counted from 0, where one cell holds them all. */
  readonly line: number | null;
}

export const sectionsKinds = ['merged', 'each-row', 'first-row', 'title-above', 'none'] as const;
export type SectionsKind = (typeof sectionsKinds)[number];

export type FormTargets = TargetRows | TargetBlocks | TargetCells;

/** The rows of a table. */
export interface TargetRows {
  readonly kind: 'rows';
  readonly header: { readonly top: number; readonly bottom: number };
  /** The letters of a field's column; of several that are merged, the first. */
  readonly columns: Fields;
  readonly sections: SectionsKind;
}

/** Cards that repeat at equal distances, down the page or across. */
export interface TargetBlocks {
  readonly kind: 'blocks';
  /** The area of the first, `A4:C6`. */
  readonly first: string;
  readonly offset: { readonly rows: number; readonly columns: number };
  readonly count: number;
  /** Addresses in the first. */
  readonly cells: Fields;
}

/** Cells one by one, in the order of the targets. */
export interface TargetCells {
  readonly kind: 'cells';
  readonly list: readonly TargetCell[];
}

/** A target's cells; its section where the form names it. */
export interface TargetCell extends Omit<Fields, 'section'> {
  readonly section?: string | null;
}

export type Fields = Readonly<Partial<Record<SheetField, string>>>;

export const evidenceKinds = [
  'named',
  'heading-above',
  'group-above',
  'label-beside',
  'label-over',
  'numbers-below',
  'pressed',
] as const;

/** Why a field was taken to be where it is. */
export interface Evidence {
  readonly field: SheetField | SingleField;
  readonly kind: (typeof evidenceKinds)[number];
  readonly sheet: string;
  /** The label, as written, and where it stands. */
  readonly label: string;
  readonly cell: string;
}

/** An address of a form: where its fields lie in several worksheets it carries its own, `結果!C7`. */
export function splitCell(cell: string): { readonly sheet: string | null; readonly cell: string } {
  const at = cell.lastIndexOf('!');
  return at < 0 ? { sheet: null, cell } : { sheet: cell.slice(0, at), cell: cell.slice(at + 1) };
}

/** A place in a worksheet. */
export interface CellPlace {
  readonly sheet: string;
  readonly cell: string;
}

/** The columns of a heading; more than one where cells are merged across. */
export type Span = Pick<Area, 'left' | 'right'>;
