/** The sides of a cell that carry a line, by Excel's names. */
export const edges = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const;
export type Edge = (typeof edges)[number];

export interface Border {
  readonly style: string;
  readonly weight: string;
  readonly color: string;
}

export interface Font {
  readonly name: string;
  /** Points. */
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: string;
  readonly strikethrough: boolean;
  readonly color: string;
}

/** All that is set of a cell but its content. It is replaced, never changed: cells share it, and so do copies of a sheet. */
export interface Format {
  readonly numberFormat: string;
  readonly wrapText: boolean;
  readonly shrinkToFit: boolean;
  readonly indentLevel: number;
  readonly horizontalAlignment: string;
  readonly verticalAlignment: string;
  /** Degrees; 180 stands for letters one below the other. */
  readonly textOrientation: number;
  readonly locked: boolean;
  readonly formulaHidden: boolean;
  readonly font: Font;
  /** `#RRGGBB`, or `''` for none. */
  readonly fill: string;
  readonly borders: Readonly<Record<Edge, Border>>;
}

export const noBorder: Border = { style: 'None', weight: 'Thin', color: '#000000' };

export const plainFont: Font = {
  name: '游ゴシック',
  size: 11,
  bold: false,
  italic: false,
  underline: 'None',
  strikethrough: false,
  color: '#000000',
};

export const plainFormat: Format = {
  numberFormat: 'General',
  wrapText: false,
  shrinkToFit: false,
  indentLevel: 0,
  horizontalAlignment: 'General',
  verticalAlignment: 'Center',
  textOrientation: 0,
  locked: true,
  formulaHidden: false,
  font: plainFont,
  fill: '',
  borders: { EdgeTop: noBorder, EdgeBottom: noBorder, EdgeLeft: noBorder, EdgeRight: noBorder },
};

/** Cells of this number format keep what is typed as text. */
export const isTextFormat = (numberFormat: string): boolean => numberFormat === '@';
