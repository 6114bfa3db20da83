import type { SheetField } from '../model/fields.ts';
import { isPrompt } from '../model/prompt.ts';
import type { SectionName } from '../model/section-name.ts';
import type { CellPlace, Form, PolicySlot } from './form.ts';
import type { GridView } from './grid-view.ts';

/** Where a form's fields are in the worksheets of one workbook. */
export interface Places {
  readonly form: Form;
  /** By the worksheet's name, those that are part of the form. */
  readonly views: ReadonlyMap<string, GridView>;
  /** The 年度 and the ward as the workbook tells them; null where it does not. */
  readonly fiscalYear: number | null;
  readonly ward: string | null;
  /** Cells that wait for them. */
  readonly yearCells: readonly CellPlace[];
  readonly wardCells: readonly CellPlace[];
  readonly policies: readonly PolicyPlace[];
  /** The fields that have a place. */
  readonly fields: ReadonlySet<SheetField>;
  readonly sections: readonly SectionPlace[];
}

export interface PolicyPlace extends PolicySlot {
  readonly sheet: string;
}

export interface SectionPlace extends SectionName {
  /** Where its name is yet to be written; such a place is free for any section. */
  readonly nameCells: readonly CellPlace[];
  readonly divisionCell: CellPlace | null;
  /** One for each target, in order: the first is target 1. */
  readonly targets: readonly TargetPlace[];
  /**
   * What its numbers count: its own targets; all sections' targets through, so that no row can be put
   * in between; or something else, such as the scenes, where there are numbers at all.
   */
  readonly numbers: 'own' | 'through' | 'other';
  /** The same section, with the same texts, stands in the worksheet again. */
  readonly copied: boolean;
  /** Its places are those of cards or worksheets: no rows can be put in for more. */
  readonly fixed: boolean;
}

export type FieldPlaces = Readonly<Partial<Record<SheetField, CellPlace>>>;

export interface TargetPlace {
  /** Where its rows are; of some forms the results stand in another worksheet. */
  readonly sheet: string;
  readonly top: number;
  readonly bottom: number;
  readonly hidden: boolean;
  /** Below it comes a row that looks like a target's and has no number: none is put in between. */
  readonly orphanBelow: boolean;
  /** A field is absent where its cell is not this target's alone. */
  readonly cells: FieldPlaces;
}

/** What was told beside the workbook. */
export interface PlaceOptions {
  /** The name of the section, where a form for one section does not tell. */
  readonly section?: string | undefined;
  /** The 年度 to be filled in, which decides where a workbook has several. */
  readonly fiscalYear?: number | null | undefined;
}

/** What a place's cell is, and its text. */
export const cellAt = ({ views }: Pick<Places, 'views'>, { sheet, cell }: CellPlace) =>
  views.get(sheet)?.grid.cells.get(cell);
export const textAt = (places: Pick<Places, 'views'>, place: CellPlace): string =>
  cellAt(places, place)?.text ?? '';

/** Whether somebody has written to a place. */
export function isWritten(places: Pick<Places, 'views'>, place: CellPlace): boolean {
  const text = textAt(places, place);
  return text.trim() !== '' && !isPrompt(text);
}
