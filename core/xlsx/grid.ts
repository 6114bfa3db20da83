/** A block of cells, both ends included; rows and columns count from 1, as Excel's addresses do. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** What a cell shows and how much room its text takes; a cell that is absent is empty. */
export interface GridCell {
  /** Lines parted by LF; a formula's last result; furigana left out. */
  readonly text: string;
  readonly formula: boolean;
  /** Points. */
  readonly fontSize: number;
  /** Letters one below the other, as the scene column has them. */
  readonly vertical: boolean;
  readonly wraps: boolean;
}

/** A name of the workbook that points into this worksheet. */
export interface GridName {
  readonly name: string;
  /** `null` where what it pointed at was deleted (`#REF!`). */
  readonly area: Area | null;
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
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  /** Rows and columns that differ from the worksheet's own height and width. */
  readonly rowHeights: ReadonlyMap<number, number>;
  readonly columnWidths: ReadonlyMap<number, number>;
  readonly rowHeight: number;
  readonly columnWidth: number;
}
