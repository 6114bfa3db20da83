import { strToU8, zipSync } from 'fflate';
import { encode } from '../../../core/xlsx/xml/xml-text.ts';
import { fullAddress } from './reference.ts';
import type { Sheet, Workbook } from './workbook.ts';
import { writeFormats } from './write-formats.ts';
import { sheetXml } from './write-sheet.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const states = { Visible: 'visible', Hidden: 'hidden', VeryHidden: 'veryHidden' };

/** The host's workbook as .xlsx bytes, all that the host knows of it; chart sheets are left out. */
export function saveXlsx(workbook: Workbook): Uint8Array {
  const sheets = workbook.sheets.filter(({ kind }) => kind === 'worksheet');
  const used = sheets.flatMap(({ cells }) => [...cells.values()].map(({ format }) => format));
  const formats = writeFormats(main, workbook.usual.font, used);
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>${sheets
      .map(
        (_, index) =>
          `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${types}.worksheet+xml"/>`,
      )
      .join('')}<Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/></Types>`,
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbookXml(workbook, sheets),
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': formats.xml,
  };
  for (const [index, sheet] of sheets.entries()) {
    const xml = sheetXml(main, workbook, sheet, formats.numberOf);
    parts[`xl/worksheets/sheet${index + 1}.xml`] = xml;
  }
  const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, xml]) => [name, strToU8(declaration + xml)]),
    ),
  );
}

const relations = (all: readonly (readonly [kind: string, target: string])[]): string =>
  `<Relationships xmlns="${packages}/relationships">${all
    .map(
      ([kind, target], index) =>
        `<Relationship Id="rId${index + 1}" Type="${office}/${kind}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;

function workbookXml({ names, active }: Workbook, sheets: readonly Sheet[]): string {
  const tabs = sheets.map(
    ({ name, visibility }, index) =>
      `<sheet name="${encode(name)}" sheetId="${index + 1}" state="${states[visibility]}" r:id="rId${index + 1}"/>`,
  );
  const defined = [
    ...sheets.flatMap(printNames),
    ...names.map(({ name, formula, visible, scope }) => {
      const local = scope ? ` localSheetId="${sheets.indexOf(scope)}"` : '';
      const hidden = visible ? '' : ' hidden="1"';
      return `<definedName name="${encode(name)}"${local}${hidden}>${encode(formula.slice(1))}</definedName>`;
    }),
  ];
  return [
    `<workbook xmlns="${main}" xmlns:r="${office}">`,
    `<bookViews><workbookView activeTab="${Math.max(sheets.indexOf(active), 0)}"/></bookViews>`,
    `<sheets>${tabs.join('')}</sheets>`,
    defined.length > 0 ? `<definedNames>${defined.join('')}</definedNames>` : '',
    '<calcPr fullCalcOnLoad="1"/></workbook>',
  ].join('');
}

function printNames(sheet: Sheet, index: number): string[] {
  const { printArea, titleRows, titleColumns } = sheet.pageLayout;
  const titles = [titleColumns, titleRows].filter((area) => area !== null);
  const name = (word: string, areas: readonly (typeof titles)[number][]) =>
    areas.length === 0
      ? []
      : [
          `<definedName name="_xlnm.${word}" localSheetId="${index}">${encode(
            areas.map((area) => fullAddress(sheet, area, '$')).join(','),
          )}</definedName>`,
        ];
  return [...name('Print_Area', printArea ? [printArea] : []), ...name('Print_Titles', titles)];
}
