import { address } from '../../xlsx/address.ts';

/**
 * Our own templates for the targets and results of a 年度: for one section, and for a whole ward. As a
 * file (`npm run template`) and in an open workbook they are laid out from this. Their cells have
 * defined names, so that they are found whatever is renamed or moved in them later.
 */

export const ownKinds = ['section', 'ward'] as const;
export type OwnKind = (typeof ownKinds)[number];

/** What a style is made of; `cellXfs` has them in this order. */
export const styles = ['plain', 'title', 'label', 'value', 'number', 'text'] as const;
export type Style = (typeof styles)[number];

export interface StyleFormat {
  /** Points. */
  readonly size: number;
  readonly bold: boolean;
  /** RRGGBB */
  readonly fill: string | null;
  readonly border: boolean;
  readonly horizontal: 'left' | 'center';
  readonly vertical: 'top' | 'center';
}

const entry = { size: 11, bold: false, fill: null, border: true } as const;

/** Every one of them wraps its text; `plain` has no look of its own. */
export const styleFormats: Readonly<Record<Exclude<Style, 'plain'>, StyleFormat>> = {
  title: {
    size: 16,
    bold: true,
    fill: null,
    border: false,
    horizontal: 'center',
    vertical: 'center',
  },
  label: { ...entry, bold: true, fill: 'E8F1FE', horizontal: 'center', vertical: 'center' },
  value: { ...entry, horizontal: 'left', vertical: 'center' },
  number: { ...entry, horizontal: 'center', vertical: 'center' },
  // A row is 409.5 points high at most, whatever the paper: in letters of this size it holds 800 of them.
  text: { ...entry, size: 9, horizontal: 'left', vertical: 'top' },
};

export const fontName = 'BIZ UDPゴシック';
export const tabName = '目標・結果';

/** Percent: the letters of the texts are as large on the screen as others are elsewhere. */
export const zoom = 120;

/** A4, landscape, as wide as a page; the header row on each. Margins in inches. */
export const paper = {
  margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
  footer: '&P / &N',
} as const;

export interface LayoutCell {
  readonly text?: string;
  readonly number?: number;
  readonly style: Style;
}

export interface Layout {
  readonly title: string;
  /** In widths of a digit. */
  readonly widths: readonly number[];
  /** By row from 1; points. */
  readonly heights: ReadonlyMap<number, number>;
  readonly cells: ReadonlyMap<string, LayoutCell>;
  readonly merges: readonly string[];
  /** Name, without `furikaeri_`, to range. */
  readonly names: Readonly<Record<string, string>>;
  /** The cells that offer the scenes to choose from. */
  readonly sceneCells: string;
  readonly header: number;
  readonly lastRow: number;
}

/** As they are offered in the column of the scenes. */
export const sceneChoices = 'お知らせ,応対,電話,対面,地域訪問,共通,庁内体制,庁舎案内';

const policies = ['①', '②', '③', '④'];
const targetRows = 3;
const wardSections = 17;

/** The columns that not every office wants, in their order; widths in digits. */
export const optionalColumns = {
  measures: ['具体的な取組', 40],
  midResult: ['中間の結果', 40],
  achievement: ['達成度', 10],
  countermeasure: ['今後の対応方策', 24],
  philosophies: ['基本理念', 16],
  policy: ['方針', 6],
  organizationGoal: ['組織目標', 24],
  cost: ['経費', 12],
  nominate: ['推薦', 6],
  becomesStandard: ['所属基準', 9],
} as const;
export type OptionalColumn = keyof typeof optionalColumns;

/** Those that a template has where nobody chooses. */
export const usualColumns: readonly OptionalColumn[] = ['countermeasure'];

type Column = readonly [field: string, heading: string, width: number];

function columnsWith(chosen: readonly OptionalColumn[]): readonly Column[] {
  const column = (field: OptionalColumn): Column[] =>
    chosen.includes(field) ? [[field, ...optionalColumns[field]]] : [];
  const { measures: _, midResult: __, ...others } = optionalColumns;
  return [
    ['no', '番号', 5],
    ['scene', '場面', 10],
    ['target', chosen.includes('measures') ? '目標' : '目標及び具体的な取組内容', 52],
    ...column('measures'),
    ...column('midResult'),
    ['result', '実施結果及び目標の達成度', 52],
    ...(Object.keys(others) as OptionalColumn[]).flatMap(column),
  ];
}
const unitColumns = [
  ['division', '部名', 11],
  ['section', '部署名', 13],
] as const;

/** Lays a template out, with the optional columns that were chosen. */
export function ownLayout(kind: OwnKind, chosen: readonly OptionalColumn[] = usualColumns): Layout {
  const columns = columnsWith(chosen);
  const all: readonly Column[] = kind === 'ward' ? [...unitColumns, ...columns] : columns;
  const last = all.length;
  const cells = new Map<string, LayoutCell>();
  const merges: string[] = [];
  const names: Record<string, string> = {};
  const heights = new Map<number, number>([[1, 30]]);
  const put = (row: number, from: number, to: number, bottom: number, cell: LayoutCell) => {
    for (let at = row; at <= bottom; at++) {
      for (let column = from; column <= to; column++) {
        const first = at === row && column === from;
        cells.set(address(at, column), first ? cell : { style: cell.style });
      }
    }
    if (from < to || row < bottom) merges.push(`${address(row, from)}:${address(bottom, to)}`);
  };
  const title =
    kind === 'ward' ? '区役所サービス向上方針・目標・結果' : '区役所サービス向上目標・結果シート';
  put(1, 1, last, 1, { text: title, style: 'title' });

  let row = 2;
  const labelled = (label: string, name: string) => {
    put(row, 1, 2, row, { text: label, style: 'label' });
    put(row, 3, last, row, { style: 'value' });
    names[name] = address(row, 3);
    heights.set(row, 21);
    row += 1;
  };
  labelled('年度', 'year');
  labelled('区名', 'ward');
  if (kind === 'section') labelled('部署名', 'section_name');
  put(row, 1, 2, row + policies.length - 1, { text: '区役所サービス\n向上方針', style: 'label' });
  names.policies = `${address(row, 3)}:${address(row + policies.length - 1, 3)}`;
  for (const mark of policies) {
    put(row, 3, last, row, { text: mark, style: 'value' });
    heights.set(row, 21);
    row += 1;
  }
  heights.set(row, 9);
  const header = row + 1;
  heights.set(header, 33);
  all.forEach(([field, text], index) => {
    put(header, index + 1, index + 1, header, { text, style: 'label' });
    names[field] = address(header, index + 1);
  });

  row = header + 1;
  const first = last - columns.length + 1;
  for (let section = 0; section < (kind === 'ward' ? wardSections : 1); section++) {
    for (let column = 1; column < first; column++) {
      put(row, column, column, row + targetRows - 1, { style: 'value' });
    }
    for (let no = 1; no <= targetRows; no++, row++) {
      put(row, first, first, row, { number: no, style: 'number' });
      put(row, first + 1, first + 1, row, { style: 'number' });
      for (let column = first + 2; column <= last; column++) {
        put(row, column, column, row, { style: 'text' });
      }
      heights.set(row, kind === 'ward' ? 60 : 100);
    }
  }
  return {
    title,
    widths: all.map(([, , width]) => width),
    heights,
    cells,
    merges,
    names,
    sceneCells: `${address(header + 1, first + 1)}:${address(row - 1, first + 1)}`,
    header,
    lastRow: row - 1,
  };
}
