import { areaOf } from '../../../core/xlsx/formula/reference.ts';
import type { Worksheet } from '../../../core/xlsx/read/workbook.ts';
import type { XmlPart } from '../../../core/xlsx/xml/xml.ts';
import {
  attributesOf,
  childOf,
  isTrue,
  membersOf,
  textOf,
} from '../../../core/xlsx/xml/xml-look.ts';
import type { Sheet } from './workbook.ts';
import { apiWord, papers } from './xlsx-words.ts';

/** How the sheet is printed, what stays in sight, and what may be chosen in its cells. */
export function readLayout(
  sheet: Sheet,
  { xml }: Worksheet,
  own: (name: string) => ReadonlyMap<string, string>,
): void {
  const layout = sheet.pageLayout;
  const [setup, margins, options] = [own('pageSetup'), own('pageMargins'), own('printOptions')];
  if (setup.get('orientation') === 'landscape') layout.orientation = 'Landscape';
  layout.paperSize = apiWord(papers, setup.get('paperSize'));
  if (setup.get('pageOrder') === 'overThenDown') layout.printOrder = 'OverThenDown';
  layout.blackAndWhite = isTrue(setup.get('blackAndWhite'));
  for (const side of ['left', 'right', 'top', 'bottom', 'header', 'footer'] as const) {
    const inches = margins.get(side);
    if (inches) layout[`${side}Margin`] = Number(inches) * 72;
  }
  layout.centerHorizontally = isTrue(options.get('horizontalCentered'));
  layout.centerVertically = isTrue(options.get('verticalCentered'));
  layout.printGridlines = isTrue(options.get('gridLines'));
  layout.printHeadings = isTrue(options.get('headings'));
  const fits = membersOf(xml.root, 'sheetPr', 'pageSetUpPr')[0];
  layout.zoom =
    fits && isTrue(attributesOf(xml, fits).get('fitToPage'))
      ? {
          horizontalFitToPages: Number(setup.get('fitToWidth') ?? 1) || null,
          verticalFitToPages: Number(setup.get('fitToHeight') ?? 1) || null,
        }
      : { scale: Number(setup.get('scale') ?? 100) };
  layout.rowBreaks = membersOf(xml.root, 'rowBreaks', 'brk').map(
    (node) => Number(attributesOf(xml, node).get('id')) + 1,
  );
  for (const [element, end] of [
    ['oddHeader', 'Header'],
    ['oddFooter', 'Footer'],
  ] as const) {
    const node = membersOf(xml.root, 'headerFooter', element)[0];
    if (node) Object.assign(layout.headersFooters, readParts(textOf(xml, node), end));
  }
  const view = membersOf(xml.root, 'sheetViews', 'sheetView')[0];
  const shown = view && attributesOf(xml, view).get('showGridLines');
  sheet.showGridlines = shown === undefined || isTrue(shown);
  const pane = view && childOf(view, 'pane');
  const split = pane ? attributesOf(xml, pane) : new Map<string, string>();
  if (split.get('state') === 'frozen') {
    const [rows, columns] = [Number(split.get('ySplit') ?? 0), Number(split.get('xSplit') ?? 0)];
    sheet.frozen = { rows, columns };
  }
  readRules(sheet, xml);
}

/** Excel's words for what a comparison does. */
const operators: Readonly<Record<string, string>> = {
  between: 'Between',
  notBetween: 'NotBetween',
  equal: 'EqualTo',
  notEqual: 'NotEqualTo',
  greaterThan: 'GreaterThan',
  lessThan: 'LessThan',
  greaterThanOrEqual: 'GreaterThanOrEqualTo',
  lessThanOrEqual: 'LessThanOrEqualTo',
};

/** What may be typed: lists to choose from, and how long a text may be; other rules are passed over. */
function readRules(sheet: Sheet, xml: XmlPart): void {
  const extended = membersOf(xml.root, 'extLst', 'ext').flatMap((node) =>
    membersOf(node, 'dataValidations', 'dataValidation'),
  );
  for (const node of [...membersOf(xml.root, 'dataValidations', 'dataValidation'), ...extended]) {
    const attributes = attributesOf(xml, node);
    const said = (name: string) => {
      const child = childOf(node, name);
      return child ? textOf(xml, childOf(child, 'f') ?? child).trim() : '';
    };
    const rule = ruleOf(attributes, said);
    if (!rule) continue;
    const alert = { message: '', showAlert: isTrue(attributes.get('showErrorMessage')) };
    for (const part of (attributes.get('sqref') ?? said('sqref')).split(/\s+/)) {
      const area = areaOf(part);
      if (!area) continue;
      sheet.validations.push({
        area,
        rule,
        errorAlert: { ...alert, style: 'Stop', title: '' },
        prompt: { message: '', showPrompt: false, title: '' },
        ignoreBlanks: isTrue(attributes.get('allowBlank')),
      });
    }
  }
}

function ruleOf(attributes: ReadonlyMap<string, string>, said: (name: string) => string) {
  const [first, second] = [said('formula1'), said('formula2')];
  switch (attributes.get('type')) {
    case 'list':
      return {
        list: {
          inCellDropDown: true,
          source: first.startsWith('"') ? first.slice(1, -1) : `=${first}`,
        },
      };
    case 'textLength':
      return {
        textLength: {
          operator: operators[attributes.get('operator') ?? 'between'],
          formula1: `=${first}`,
          ...(second && { formula2: `=${second}` }),
        },
      };
    default:
      return null;
  }
}

/** `&L…&C…&R…`: what stands at the left, in the middle, at the right. */
function readParts(text: string, end: string): Record<string, string> {
  const parts = /^(?:&L([\s\S]*?))?(?:&C([\s\S]*?))?(?:&R([\s\S]*))?$/.exec(text) ?? [];
  return Object.fromEntries(
    ['left', 'center', 'right'].flatMap((side, index) => {
      const text = parts[index + 1];
      return text ? [[side + end, text]] : [];
    }),
  );
}
