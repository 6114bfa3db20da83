import { strToU8, zipSync } from 'fflate';
import {
  fontName,
  type Layout,
  type OptionalColumn,
  ownLayout,
  paper,
  type StyleFormat,
  sceneChoices,
  styleFormats,
  styles,
  tabName,
  usualColumns,
  zoom,
} from '../core/sheet/form/own-layout.ts';
import { address } from '../core/xlsx/address.ts';

/** The two files of our own templates, by name. The same bytes on every machine. */
export const ownTemplates = (
  columns: readonly OptionalColumn[] = usualColumns,
): Readonly<Record<string, Uint8Array>> => ({
  'section.xlsx': workbook(ownLayout('section', columns)),
  'ward.xlsx': workbook(ownLayout('ward', columns)),
});

// --- the parts of the file

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

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
      <sheets><sheet name="${tabName}" sheetId="1" r:id="rId1"/></sheets>
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
  const at = (range: string) => `'${tabName}'!${absolute(range)}`;
  const own = Object.entries(names).map(
    ([name, range]) => [`furikaeri_${name}`, '', at(range)] as const,
  );
  const local = ' localSheetId="0"';
  return [
    ['_xlnm.Print_Area', local, at(`A1:${address(lastRow, widths.length)}`)] as const,
    ['_xlnm.Print_Titles', local, `'${tabName}'!$${header}:$${header}`] as const,
    ...own.toSorted(([a], [b]) => (a < b ? -1 : 1)),
  ]
    .map(([name, scope, range]) => `<definedName name="${name}"${scope}>${range}</definedName>`)
    .join('');
}

function worksheet({
  widths,
  heights,
  cells,
  merges,
  sceneCells,
  header,
  lastRow,
}: Layout): string {
  const rows = Array.from({ length: lastRow }, (_, index) => {
    const row = index + 1;
    const own = widths.map((_, column) => cellText(address(row, column + 1), cells)).join('');
    const height = heights.get(row);
    const tall = height ? ` ht="${height}" customHeight="1"` : '';
    return `<row r="${row}"${tall}>${own}</row>`;
  }).join('');
  const margins = Object.entries(paper.margins).map(([side, inches]) => `${side}="${inches}"`);
  return `<worksheet xmlns="${main}">
    <sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>
    <dimension ref="A1:${address(lastRow, widths.length)}"/>
    <sheetViews><sheetView showGridLines="0" zoomScale="${zoom}" zoomScaleNormal="${zoom}" workbookViewId="0">
      <pane ySplit="${header}" topLeftCell="A${header + 1}" activePane="bottomLeft" state="frozen"/>
    </sheetView></sheetViews>
    <sheetFormatPr defaultRowHeight="15"/>
    <cols>${widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>
    <sheetData>${rows}</sheetData>
    <mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>
    <dataValidations count="1">
      <dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${sceneCells}">
        <formula1>"${sceneChoices}"</formula1></dataValidation></dataValidations>
    <printOptions horizontalCentered="1"/>
    <pageMargins ${margins.join(' ')}/>
    <pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>
    <headerFooter><oddFooter>&amp;C${paper.footer.replaceAll('&', '&amp;')}</oddFooter></headerFooter>
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
  const font = ({ size, bold }: Pick<StyleFormat, 'size' | 'bold'>) =>
    `<font>${bold ? '<b/>' : ''}<sz val="${size}"/><name val="${fontName}"/><family val="3"/><charset val="128"/></font>`;
  const all = Object.values(styleFormats);
  const fonts = [...new Set([font({ size: 11, bold: false }), ...all.map(font)])];
  const fills = [...new Set(all.flatMap(({ fill }) => fill ?? []))];
  const side = (name: string) => `<${name} style="thin"><color auto="1"/></${name}>`;
  const format = (look: StyleFormat) =>
    `<xf numFmtId="0" fontId="${fonts.indexOf(font(look))}" fillId="${look.fill ? fills.indexOf(look.fill) + 2 : 0}" borderId="${look.border ? 1 : 0}" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="${look.horizontal}" vertical="${look.vertical}" wrapText="1"/></xf>`;
  return `<styleSheet xmlns="${main}">
    <fonts count="${fonts.length}">${fonts.join('')}</fonts>
    <fills count="${fills.length + 2}"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>
      ${fills.map((fill) => `<fill><patternFill patternType="solid"><fgColor rgb="FF${fill}"/><bgColor indexed="64"/></patternFill></fill>`).join('')}</fills>
    <borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>
      <border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border></borders>
    <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
    <cellXfs count="${styles.length}">
      <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
      ${all.map(format).join('\n      ')}
    </cellXfs>
    <cellStyles count="1"><cellStyle name="標準" xfId="0" builtinId="0"/></cellStyles>
  </styleSheet>`;
}
