import { strToU8, zipSync } from 'fflate';
import { address } from '../../core/xlsx/address.ts';

/** 方眼紙: a worksheet of 60 narrow columns, on which a section's targets stand as cards one below the other. */

const columns = 60;
const cardRows = 23;
const cards = 14;
const firstRow = 9;
const rows = firstRow + cards * cardRows + 3;

type Block = readonly [
  top: number,
  left: number,
  bottom: number,
  right: number,
  text?: string | undefined,
];

const head: readonly Block[] = [
  [2, 1, 3, 38, '令和８年度　サービス向上目標シート'],
  [6, 1, 7, 8, '所　属'],
  [6, 9, 7, 34],
  [6, 35, 7, 42, '記入者'],
  [6, 43, 7, 60],
];

/** A card's labels and the places beside them, its first row being 0. */
const card = (number: number): readonly Block[] => [
  [0, 1, 21, 4, `目標${number}`],
  [0, 5, 1, 14, '場　面'],
  [0, 15, 1, 34],
  [0, 35, 1, 44, '達成度'],
  [0, 45, 1, 60],
  [2, 5, 9, 14, '目標及び具体的な\n取組内容'],
  [2, 15, 9, 60],
  [10, 5, 17, 14, '実施結果及び\n目標の達成状況'],
  [10, 15, 17, 60],
  [18, 5, 21, 14, '今後の対応方策'],
  [18, 15, 21, 60],
];

/** The bytes of such a workbook of 20,000 cells and more. */
export function graphPaper(): Uint8Array {
  const blocks = [
    ...head,
    ...Array.from({ length: cards }, (_, index) => {
      const top = firstRow + index * cardRows;
      return card(index + 1).map(
        ([from, left, to, right, text]): Block => [top + from, left, top + to, right, text],
      );
    }).flat(),
  ];
  const looks = new Map<string, number>();
  const texts = new Map<string, string>();
  for (const [top, left, bottom, right, text] of blocks) {
    if (text) texts.set(address(top, left), text);
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) {
        looks.set(address(row, column), text && top > 3 ? 2 : 1);
      }
    }
  }
  const cell = (row: number, column: number) => {
    const place = address(row, column);
    const text = texts.get(place);
    const tag = `<c r="${place}" s="${looks.get(place) ?? 0}"`;
    return text ? `${tag} t="inlineStr"><is><t>${text}</t></is></c>` : `${tag}/>`;
  };
  const lines = Array.from({ length: rows }, (_, index) => {
    const own = Array.from({ length: columns }, (__, column) => cell(index + 1, column + 1));
    return `<row r="${index + 1}">${own.join('')}</row>`;
  });
  const merges = blocks.map(
    ([top, left, bottom, right]) =>
      `<mergeCell ref="${address(top, left)}:${address(bottom, right)}"/>`,
  );
  return zipSync({
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    ),
    '_rels/.rels': relations('officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml': strToU8(
      `<workbook ${main} xmlns:r="${office}/relationships"><sheets><sheet name="様式" sheetId="1" r:id="r0"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': relations(
      'worksheet',
      'worksheets/sheet1.xml',
      'styles',
      'styles.xml',
    ),
    'xl/styles.xml': strToU8(styles),
    'xl/worksheets/sheet1.xml': strToU8(
      `<worksheet ${main}><cols><col min="1" max="${columns}" width="1.75" customWidth="1"/></cols><sheetData>${lines.join('')}</sheetData><mergeCells>${merges.join('')}</mergeCells></worksheet>`,
    ),
  });
}

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006';

function relations(...parts: readonly string[]): Uint8Array {
  const each = parts.flatMap((kind, index) =>
    index % 2 === 0
      ? `<Relationship Id="r${index}" Type="${office}/relationships/${kind}" Target="${parts[index + 1]}"/>`
      : [],
  );
  return strToU8(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join('')}</Relationships>`,
  );
}

const side = (name: string) => `<${name} style="thin"/>`;

/** No look, lines all around, and the same with a background for labels. */
const styles = `<styleSheet ${main}><fonts><font><sz val="10"/></font></fonts><fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFD9E1F2"/></patternFill></fill></fills><borders><border/><border>${['left', 'right', 'top', 'bottom'].map(side).join('')}</border></borders><cellXfs><xf fontId="0" fillId="0" borderId="0"/><xf fontId="0" fillId="0" borderId="1"><alignment wrapText="1"/></xf><xf fontId="0" fillId="2" borderId="1"><alignment wrapText="1"/></xf></cellXfs></styleSheet>`;
