/** A block of cells, both ends included; rows and columns count from 1, as Excel's addresses do. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** The sides of a cell, as bits of `CellFormat.edges`. */
export const edge = { left: 1, top: 2, right: 4, bottom: 8 } as const;

/** How a cell looks, as far as it tells labels from places to write and how much room a text takes. */
export interface CellFormat {
  /** Points. */
  readonly fontSize: number;
  readonly bold: boolean;
  /** Letters one below the other, as the scene column has them. */
  readonly vertical: boolean;
  readonly wraps: boolean;
  /** Kept from being written to once its worksheet is protected. */
  readonly locked: boolean;
  /** The background, other than white. */
  readonly filled: boolean;
  /** The sides that have a line: bits of `edge`. */
  readonly edges: number;
}

/** Of a cell that has no style. */
export const plainFormat: CellFormat = {
  fontSize: 11,
  bold: false,
  vertical: false,
  wraps: false,
  locked: true,
  filled: false,
  edges: 0,
};

/** What a cell shows; a cell that is absent is empty. */
export interface GridCell {
  /** Lines parted by LF; a formula's last result; furigana left out. */
  readonly text: string;
  readonly formula: boolean;
  readonly look: CellFormat;
}

/** A name of the workbook that points into this worksheet. */
export interface GridName {
  readonly name: string;
  /** `null` where what it pointed at was deleted (`#REF!`). */
  readonly area: Area | null;
}

/** What a worksheet's own rule allows in some of its cells. */
export type Validation =
  /** One of a list's words; `null` where they can't be told without computing. */
  | {
      readonly kind: 'list';
      readonly areas: readonly Area[];
      readonly words: readonly string[] | null;
    }
  /** So many characters; `null` where there is no such bound, or it is computed. */
  | {
      readonly kind: 'length';
      readonly areas: readonly Area[];
      readonly min: number | null;
      readonly max: number | null;
    };

/** An Excel table. */
export interface Table {
  readonly area: Area;
  /** The first rows of it that hold the names of its columns, which must be texts that differ. */
  readonly headerRows: number;
}

/**
 * A snapshot of one worksheet, taken from .xlsx bytes or from Excel itself: all that is needed to
 * find the template's fields and to plan what is written. Lengths are points (1/72 inch).
 */
export interface Grid {
  readonly name: string;
  readonly hidden: boolean;
  readonly protected: boolean;
  /** By address, such as `D12`. */
  readonly cells: ReadonlyMap<string, GridCell>;
  readonly merges: readonly Area[];
  readonly names: readonly GridName[];
  readonly validations: readonly Validation[];
  readonly tables: readonly Table[];
  /** What pivot tables fill, and empty, by themselves. */
  readonly pivots: readonly Area[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  /** Rows and columns that differ from the worksheet's own height and width. */
  readonly rowHeights: ReadonlyMap<number, number>;
  readonly columnWidths: ReadonlyMap<number, number>;
  readonly rowHeight: number;
  readonly columnWidth: number;
}
