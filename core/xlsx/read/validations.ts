import { isIn } from '../formula/grid-names.ts';
import { areaOf, readFormula } from '../formula/reference.ts';
import type { Area, Validation } from '../grid.ts';
import type { XmlNode } from '../xml/xml.ts';
import { attributesOf, childOf, membersOf, textOf } from '../xml/xml-look.ts';
import { cellText } from './cell-text.ts';
import { boundsOf } from './length-bounds.ts';
import type { Workbook, Worksheet } from './workbook.ts';

/** A list of more words is nothing that anyone chooses from. */
const wordLimit = 1_000;
const rowLimit = 10_000;

/** The rules of a worksheet that allow certain words, or so many characters; other rules are passed over. */
export function validationsOf(workbook: Workbook, sheet: Worksheet): Validation[] {
  const { xml } = sheet;
  // Where a list stands in another worksheet, Excel 2010 and later write the rule as an extension.
  const extended = membersOf(xml.root, 'extLst', 'ext').flatMap((node) =>
    membersOf(node, 'dataValidations', 'dataValidation'),
  );
  return [...membersOf(xml.root, 'dataValidations', 'dataValidation'), ...extended].flatMap(
    (node): Validation[] => {
      const attributes = attributesOf(xml, node);
      const ranges = attributes.get('sqref') ?? textIn(sheet, node, 'sqref');
      const areas = ranges.split(/\s+/).flatMap((range) => areaOf(range) ?? []);
      const first = textIn(sheet, node, 'formula1');
      if (attributes.get('type') === 'list') {
        const isOne =
          areas.length === 1 &&
          areas.every(({ top, left, bottom, right }) => top === bottom && left === right);
        return [{ kind: 'list', areas, words: wordsOf(workbook, sheet, first, isOne) }];
      }
      if (attributes.get('type') !== 'textLength') return [];
      const second = textIn(sheet, node, 'formula2');
      const bounds = boundsOf(
        attributes.get('operator') ?? 'between',
        number(first),
        number(second),
      );
      return bounds ? [{ kind: 'length', areas, ...bounds }] : [];
    },
  );
}

/** What stands in a child, or in the `f` that an extension puts in between. */
function textIn({ xml }: Worksheet, node: XmlNode, name: string): string {
  const child = childOf(node, name);
  return child ? textOf(xml, childOf(child, 'f') ?? child).trim() : '';
}

const number = (text: string): number | null =>
  /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null;

/** Whether a reference means the same cells wherever the rule is asked. */
const isFixed = (reference: string): boolean =>
  /^(?:.*!)?(?:\$[a-z]+\$\d+(?::\$[a-z]+\$\d+)?|\$[a-z]+:\$[a-z]+|\$\d+:\$\d+)$/i.test(reference);

/** The words of a list: written in the rule itself, or in the cells that it speaks of. */
function wordsOf(
  workbook: Workbook,
  sheet: Worksheet,
  formula: string,
  isOneCell: boolean,
): string[] | null {
  const inline = /^"((?:[^"]|"")*)"$/.exec(formula)?.[1];
  if (inline !== undefined) {
    const words = inline.replaceAll('""', '"').split(',');
    return words.map((word) => word.trim()).filter((word) => word !== '');
  }
  const spoken = resolved(workbook, sheet, formula).trim();
  const [reference] = readFormula(spoken).references;
  const isAlone = reference && reference.from === 0 && reference.to === spoken.length;
  if (!isAlone || !reference.area || !(isOneCell || isFixed(spoken))) return null;
  const own = reference.sheet ?? sheet.name;
  const from = workbook.sheets.find(({ name }) => isIn(name, own));
  return from ? textsIn(workbook, from, reference.area) : null;
}

/** What a formula that is nothing but a name stands for; one of the worksheet's own goes first. */
function resolved({ names }: Workbook, { index }: Worksheet, formula: string): string {
  const word = formula.slice(formula.lastIndexOf('!') + 1);
  const found = names.filter(({ name }) => isIn(name, word));
  const own = found.find(({ localSheet }) => localSheet === index);
  return (own ?? found.find(({ localSheet }) => localSheet === null))?.formula ?? formula;
}

function textsIn({ shared }: Workbook, { xml, rows }: Worksheet, area: Area): string[] | null {
  const texts: string[] = [];
  const begin = rows.indexOf(area.top);
  const end = rows.indexOf(area.bottom + 1);
  if (end - begin > rowLimit) return null;
  for (let index = begin; index < end; index++) {
    for (const cell of rows.at(index).cells) {
      if (cell.column < area.left || cell.column > area.right) continue;
      const text = cellText(xml, cell, shared).trim();
      if (text !== '') texts.push(text);
      if (texts.length > wordLimit) return null;
    }
  }
  return texts;
}
