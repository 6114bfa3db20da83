import type { SheetField } from './fields.ts';
import type { GridView } from './grid-view.ts';
import type { SectionName } from './section-name.ts';
import type { SheetTitle } from './title.ts';

/** Where things stand in a workbook's worksheets, found by `locateTemplate`. */
export interface TemplateMap {
  readonly sheets: readonly SheetMap[];
}

export interface SheetMap extends SheetTitle {
  readonly view: GridView;
  readonly policies: readonly PolicyPlace[];
  /** The fields that have a column. */
  readonly fields: ReadonlySet<SheetField>;
  readonly sections: readonly SectionPlace[];
}

/** A slot for a policy. */
export interface PolicyPlace {
  readonly address: string;
  /** The ① that stands in the same cell and stays. */
  readonly mark: string;
  /** Which line of the cell, where one cell holds them all; else null. */
  readonly line: number | null;
}

export interface SectionPlace extends SectionName {
  /** The cell its name is yet to be written to; null where it has a name. Such a place is free for any section. */
  readonly nameCell: string | null;
  readonly divisionCell: string | null;
  /** One for each target, in order: the first is target 1. */
  readonly targets: readonly TargetPlace[];
  /**
   * What its numbers count: its own targets; all sections' targets through, so that no row can be put
   * in between; or something else, such as the scenes, where there are numbers at all.
   */
  readonly numbers: 'own' | 'through' | 'other';
  /** The same section, with the same texts, stands in the worksheet again (D48). */
  readonly copied: boolean;
}

export interface TargetPlace {
  readonly top: number;
  readonly bottom: number;
  readonly hidden: boolean;
  /** Below it comes a row that looks like a target's and has no number: none is put in between. */
  readonly orphanBelow: boolean;
  /** A field is absent where its cell is not this target's alone. */
  readonly cells: Readonly<Partial<Record<SheetField, string>>>;
}

/** What a chief has pointed at, because it was not found. */
export interface Pointed {
  /** A worksheet's name. */
  readonly sheet?: string;
  /** The heading cell of a field's column, such as `D8`. */
  readonly headings?: Readonly<Partial<Record<SheetField, string>>>;
  /** The name of the section, where a sheet for one section does not tell. */
  readonly section?: string;
}
