import { strToU8, zipSync } from 'fflate';
import { address } from '../core/xlsx/address.ts';

/**
 * Our own templates for the targets and results of a 年度: for one section, and for a whole ward. Their
 * cells have defined names, so that they are found whatever is renamed or moved in them later.
 */

/** What a style is made of; the order is that of `cellXfs` below. */
const styles = ['plain', 'title', 'label', 'value', 'number', 'text'] as const;
type Style = (typeof styles)[number];

interface Cell {
  readonly text?: string;
  readonly number?: number;
  readonly style: Style;
}

interface Layout {
  readonly title: string;
  /** In widths of a digit. */
  readonly widths: readonly number[];
  /** By row from 1; points. */
  readonly heights: ReadonlyMap<number, number>;
  readonly cells: ReadonlyMap<string, Cell>;
  readonly merges: readonly string[];
  /** Name to range. */
  readonly names: Readonly<Record<string, string>>;
  readonly header: number;
  readonly lastRow: number;
}

const scenes = 'お知らせ,応対,電話,対面,地域訪問,共通,庁内体制,庁舎案内';
const policies = ['①', '②', '③', '④'];
const targetRows = 3;
const wardSections = 17;

const columns = [
  ['no', '番号', 6],
  ['scene', '場面', 11],
  ['target', '目標及び具体的な取組内容', 50],
  ['result', '実施結果及び目標の達成度', 50],
  ['countermeasure', '今後の対応方策', 26],
] as const;
const unitColumns = [
  ['division', '部名', 14],
  ['section', '部署名', 18],
] as const;

/** The two files, by name. The same bytes on every machine. */
export const ownTemplates = (): Readonly<Record<string, Uint8Array>> => ({
  'section.xlsx': workbook(layoutOf('section')),
  'ward.xlsx': workbook(layoutOf('ward')),
});

function layoutOf(kind: 'section' | 'ward'): Layout {
  const all = kind === 'ward' ? [...unitColumns, ...columns] : [...columns];
  const last = all.length;
  const cells = new Map<string, Cell>();
  const merges: string[] = [];
  const names: Record<string, string> = {};
  const heights = new Map<number, number>([[1, 30]]);
  const put = (row: number, from: number, to: number, bottom: number, cell: Cell) => {
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
      heights.set(row, kind === 'ward' ? 75 : 110);
    }
  }
  return {
    title,
    widths: all.map(([, , width]) => width),
    heights,
    cells,
    merges,
    names,
    header,
    lastRow: row - 1,
  };
}

// --- the parts of the file

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const tab = '目標・結果';

const xml = (text: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${text.replace(/\n\s*/g, '')}`;

function workbook(layout: Layout): Uint8Array {
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${packages}/content-types">
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
      <Default Extension="xml" ContentType="application/xml"/>
      <Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>
      <Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/>
      <Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/>
      <Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
    </Types>`,
    '_rels/.rels': `<Relationships xmlns="${packages}/relationships">
      <Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/>
      <Relationship Id="rId2" Type="${packages}/relationships/metadata/core-properties" Target="docProps/core.xml"/>
    </Relationships>`,
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <dc:title>${layout.title}</dc:title><dc:language>ja</dc:language></cp:coreProperties>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}">
      <sheets><sheet name="${tab}" sheetId="1" r:id="rId1"/></sheets>
      <definedNames>${definedNames(layout)}</definedNames></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}/relationships">
      <Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/>
      <Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': styleSheet(),
    'xl/worksheets/sheet1.xml': worksheet(layout),
  };
  const files = Object.entries(parts).map(([name, text]) => [name, strToU8(xml(text))] as const);
  // The zip's clock knows no zone: this is the same moment everywhere.
  return zipSync(Object.fromEntries(files), { level: 9, mtime: new Date(1980, 0, 1) });
}

const absolute = (range: string): string => range.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');

function definedNames({ names, header, lastRow, widths }: Layout): string {
  const at = (range: string) => `'${tab}'!${absolute(range)}`;
  const own = Object.entries(names).map(
    ([name, range]) => [`furikaeri_${name}`, '', at(range)] as const,
  );
  const local = ' localSheetId="0"';
  return [
    ['_xlnm.Print_Area', local, at(`A1:${address(lastRow, widths.length)}`)] as const,
    ['_xlnm.Print_Titles', local, `'${tab}'!$${header}:$${header}`] as const,
    ...own.toSorted(([a], [b]) => (a < b ? -1 : 1)),
  ]
    .map(([name, scope, range]) => `<definedName name="${name}"${scope}>${range}</definedName>`)
    .join('');
}

function worksheet({ widths, heights, cells, merges, names, header, lastRow }: Layout): string {
  const rows = Array.from({ length: lastRow }, (_, index) => {
    const row = index + 1;
    const own = widths.map((_, column) => cellText(address(row, column + 1), cells)).join('');
    const height = heights.get(row);
    const tall = height ? ` ht="${height}" customHeight="1"` : '';
    return `<row r="${row}"${tall}>${own}</row>`;
  }).join('');
  const sceneColumn = names.scene?.replace(/\d+/, '') ?? '';
  return `<worksheet xmlns="${main}">
    <sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>
    <dimension ref="A1:${address(lastRow, widths.length)}"/>
    <sheetViews><sheetView showGridLines="0" workbookViewId="0">
      <pane ySplit="${header}" topLeftCell="A${header + 1}" activePane="bottomLeft" state="frozen"/>
    </sheetView></sheetViews>
    <sheetFormatPr defaultRowHeight="15"/>
    <cols>${widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>
    <sheetData>${rows}</sheetData>
    <mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>
    <dataValidations count="1">
      <dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${sceneColumn}${header + 1}:${sceneColumn}${lastRow}">
        <formula1>"${scenes}"</formula1></dataValidation></dataValidations>
    <printOptions horizontalCentered="1"/>
    <pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>
    <pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>
    <headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>
  </worksheet>`;
}

function cellText(at: string, cells: Layout['cells']): string {
  const cell = cells.get(at);
  if (!cell) return '';
  const style = `r="${at}" s="${styles.indexOf(cell.style)}"`;
  if (cell.number !== undefined) return `<c ${style}><v>${cell.number}</v></c>`;
  if (cell.text === undefined) return `<c ${style}/>`;
  const text = cell.text.replace('\n', '&#10;');
  return `<c ${style} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

function styleSheet(): string {
  const font = (size: number, bold: boolean) =>
    `<font>${bold ? '<b/>' : ''}<sz val="${size}"/><name val="BIZ UDPゴシック"/><family val="3"/><charset val="128"/></font>`;
  const side = (name: string) => `<${name} style="thin"><color auto="1"/></${name}>`;
  const format = (
    font: number,
    fill: number,
    border: number,
    horizontal: string,
    vertical: string,
  ) =>
    `<xf numFmtId="0" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="${horizontal}" vertical="${vertical}" wrapText="1"/></xf>`;
  return `<styleSheet xmlns="${main}">
    <fonts count="3">${font(11, false)}${font(16, true)}${font(11, true)}</fonts>
    <fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>
      <fill><patternFill patternType="solid"><fgColor rgb="FFE8F1FE"/><bgColor indexed="64"/></patternFill></fill></fills>
    <borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>
      <border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border></borders>
    <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
    <cellXfs count="${styles.length}">
      <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
      ${format(1, 0, 0, 'center', 'center')}
      ${format(2, 2, 1, 'center', 'center')}
      ${format(0, 0, 1, 'left', 'center')}
      ${format(0, 0, 1, 'center', 'center')}
      ${format(0, 0, 1, 'left', 'top')}
    </cellXfs>
    <cellStyles count="1"><cellStyle name="標準" xfId="0" builtinId="0"/></cellStyles>
  </styleSheet>`;
}
