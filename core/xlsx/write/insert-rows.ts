import { type Move, movedFormula } from '../formula/moved-references.ts';
import { areaOf, areaText } from '../formula/reference.ts';
import { type RowMap, repeatedMerges } from '../formula/row-map.ts';
import type { Area } from '../grid.ts';
import { readPart } from '../read/read-part.ts';
import type { Workbook, Worksheet } from '../read/workbook.ts';
import type { XmlNode } from '../xml/xml.ts';
import {
  attributeOf,
  attributesOf,
  childOf,
  childrenOf,
  membersOf,
  prefixOf,
} from '../xml/xml-look.ts';
import { encode } from '../xml/xml-text.ts';
import { partKey } from '../zip/zip-directory.ts';
import { addEdits, attributeEdit, type Edit, type Edits, editsOf } from './edits.ts';
import { formulaCells } from './formula-cells.ts';

/**
 * Moves all that must move with the rows of worksheets, their cells apart (`patchRows`): merges, page
 * breaks, ranges with rules, filters and links, defined names with the print area, formulas. That
 * nothing else is there was looked at before (`refuseInsertions`).
 */
export function moveAround(
  workbook: Workbook,
  moving: readonly { readonly sheet: Worksheet; readonly map: RowMap }[],
  edits: Edits,
): void {
  for (const { sheet, map } of moving) {
    addEdits(edits, sheet.path, mergeEdits(sheet, map));
    addEdits(edits, sheet.path, rangeEdits(sheet, map));
    addEdits(edits, sheet.path, breakEdits(sheet, map));
    moveChain(workbook, sheet, map, edits);
  }
  // One formula may speak of several worksheets.
  const moves = moving.map(({ sheet, map }) => ({ sheet: sheet.name, map }));
  moveNames(workbook, moves, edits);
  moveFormulas(workbook, moves, edits);
}

function mergeEdits({ xml, merges }: Worksheet, map: RowMap): Edit[] {
  const list = childOf(xml.root, 'mergeCells');
  if (!list) return [];
  const edits = merges.flatMap(({ area, node }) => {
    const ref = areaText(map.grown(area));
    return ref === areaText(area) ? [] : attributeEdit(xml, node, { ref });
  });
  const repeated = repeatedMerges(
    merges.map(({ area }) => area),
    map,
  );
  if (repeated.length === 0) return edits;
  const prefix = prefixOf(xml, list);
  const text = repeated.map((area) => `<${prefix}mergeCell ref="${areaText(area)}"/>`).join('');
  const count = String(merges.length + repeated.length);
  return [
    ...edits,
    attributeEdit(xml, list, { count }),
    { from: list.close, to: list.close, text },
  ];
}

/** Elements that say something of ranges, by the list that they stand in; `''` where they stand alone. */
export const ranged: readonly (readonly [list: string, element: string, attribute: string])[] = [
  ['', 'autoFilter', 'ref'],
  ['', 'conditionalFormatting', 'sqref'],
  ['dataValidations', 'dataValidation', 'sqref'],
  ['ignoredErrors', 'ignoredError', 'sqref'],
  ['hyperlinks', 'hyperlink', 'ref'],
];

function rangeEdits({ xml }: Worksheet, map: RowMap): Edit[] {
  return ranged.flatMap(([list, element, attribute]) =>
    (list ? membersOf(xml.root, list, element) : childrenOf(xml.root, element)).flatMap((node) => {
      const old = attributeOf(xml, node, attribute) ?? '';
      // A link belongs to its cell; what is said of a row is said of those that look like it.
      const move = element === 'hyperlink' ? map.grown : map.spread;
      const ref = movedRanges(old, move);
      return ref === old ? [] : attributeEdit(xml, node, { [attribute]: ref });
    }),
  );
}

export const movedRanges = (ranges: string, move: (area: Area) => Area): string =>
  ranges
    .split(' ')
    .map((range) => {
      const area = areaOf(range);
      return area && /\d/.test(range) ? areaText(move(area)) : range;
    })
    .join(' ');

/** A break stands below the row that it names; one below a pattern stays below all that look like it. */
function breakEdits({ xml }: Worksheet, map: RowMap): Edit[] {
  return membersOf(xml.root, 'rowBreaks', 'brk').flatMap((node) => {
    const old = attributeOf(xml, node, 'id') ?? '';
    const id = String(map.moved(Number(old) + 1) - 1);
    return id === old ? [] : attributeEdit(xml, node, { id });
  });
}

function moveNames({ path, names }: Workbook, moves: readonly Move[], edits: Edits): void {
  for (const { formula, node } of names) {
    const text = movedFormula(formula, null, moves);
    if (text !== formula) editsOf(edits, path).push(contentEdit(node, text));
  }
}

function moveFormulas(workbook: Workbook, moves: readonly Move[], edits: Edits): void {
  for (const { sheet, node, text } of formulaCells(workbook)) {
    const moved = movedFormula(text, sheet.name, moves);
    if (moved !== text) editsOf(edits, sheet.path).push(contentEdit(node, moved));
  }
}

const contentEdit = ({ inside, close }: XmlNode, text: string): Edit => ({
  from: inside,
  to: close,
  text: encode(text),
});

/** The order in which Excel computes names each formula's cell; its worksheet is said once for all that follow. */
function moveChain(
  { zip, xml, path }: Workbook,
  sheet: Worksheet,
  map: RowMap,
  edits: Edits,
): void {
  const chain = `${path.slice(0, path.lastIndexOf('/') + 1)}calcChain.xml`;
  const part = zip.parts.has(partKey(chain)) ? readPart(zip, chain) : null;
  const entry = membersOf(xml.root, 'sheets', 'sheet')[sheet.index];
  if (!part?.ok || !entry) return;
  const id = attributeOf(xml, entry, 'sheetId');
  let current: string | undefined;
  for (const node of childrenOf(part.value.root, 'c')) {
    const attributes = attributesOf(part.value, node);
    current = attributes.get('i') ?? current;
    const area = current === id ? areaOf(attributes.get('r') ?? '') : null;
    const r = area && areaText(map.grown(area));
    if (r && r !== attributes.get('r')) {
      editsOf(edits, chain).push(attributeEdit(part.value, node, { r }));
    }
  }
}
