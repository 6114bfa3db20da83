import { inSheet, type Location, type Problem, type ProblemCode } from '../../result.ts';
import { address } from '../address.ts';
import { isIn } from '../formula/grid-names.ts';
import { movedFormula } from '../formula/moved-references.ts';
import { areaOf, lastRow, readFormula } from '../formula/reference.ts';
import type { RowMap } from '../formula/row-map.ts';
import { readPart } from '../read/read-part.ts';
import { relationsOf } from '../read/relations.ts';
import type { Workbook, Worksheet } from '../read/workbook.ts';
import type { XmlNode, XmlPart } from '../xml/xml.ts';
import { attributeOf, childOf, membersOf, textOf } from '../xml/xml-look.ts';
import { formulaCells, isRepeatable } from './formula-cells.ts';

/** What may stand in a worksheet beside its cells when rows are inserted: it names no rows, or moves (`moveAround`), or is looked into below. */
const movable = new Set(
  (
    'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection autoFilter mergeCells ' +
    'phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter ' +
    'rowBreaks colBreaks customProperties ignoredErrors drawing legacyDrawing legacyDrawingHF picture tableParts extLst'
  ).split(' '),
);

/**
 * What keeps rows from being inserted into a worksheet; empty where all that must move can.
 * Problems: `insert-formula`, `insert-rule`, `insert-table`, `insert-drawing`, `insert-comment`,
 * `insert-link`, `insert-other`.
 */
export function refuseInsertions(workbook: Workbook, sheet: Worksheet, map: RowMap): Problem[] {
  const [first] = map.insertions;
  if (!first) return [];
  const problem = (code: ProblemCode, row?: number): Problem => ({
    code,
    at: inSheet(sheet.name, row),
  });
  const others = sheet.xml.root.children
    .filter(({ name }) => !movable.has(name))
    .map(({ name }): Problem => ({ ...problem('insert-other'), params: { name } }));
  return [
    ...heldFormulas(workbook, sheet, map),
    ...(rulesHold(workbook, sheet, map) ? [problem('insert-rule')] : []),
    ...(linksHold(workbook, sheet, map) ? [problem('insert-link')] : []),
    ...attachedParts(workbook, sheet, map, first.after).map((code) => problem(code)),
    ...rowsLost(sheet, map).map(
      (row): Problem => ({
        ...problem('insert-other', row),
        params: { name: 'row' },
      }),
    ),
    ...others,
  ];
}

/** Rows with something in them that would be pushed out of the worksheet, the first of them; empty ones fall off. */
function rowsLost({ rows, merges }: Worksheet, map: RowMap): number[] {
  for (let index = rows.count - 1; index >= 0; index--) {
    if (map.moved(rows.numberAt(index)) <= lastRow) return [];
    const { row, cells } = rows.at(index);
    const merged = merges.some(({ area }) => area.top <= row && row <= area.bottom);
    if (merged || cells.some(({ node }) => node.children.length > 0)) return [row];
  }
  return [];
}

/** Formulas that can't be written anew: those shared by several cells or reaching cells that they don't name; and those in a row to be repeated that speak of cells. */
function heldFormulas(workbook: Workbook, sheet: Worksheet, map: RowMap): Problem[] {
  const moves = [{ sheet: sheet.name, map }];
  const cells = formulaCells(workbook).filter((cell) => {
    const here = cell.sheet === sheet;
    if (cell.parts.reachesFurther) return true;
    if (here && map.insertions.some(({ after }) => after === cell.row)) return !isRepeatable(cell);
    if (cell.plain) return false;
    const moves = here && map.moved(cell.row) !== cell.row;
    return (
      moves ||
      cell.parts.references.some((reference) => {
        const own = reference.sheet ?? cell.sheet.name;
        const { area } = reference;
        return area && isIn(own, sheet.name) && map.grown(area).bottom !== area.bottom;
      })
    );
  });
  const names = workbook.names.filter(
    ({ formula }) => movedFormula(formula, null, moves) !== formula && !isAbsolute(formula),
  );
  const problem = (at: Location): Problem => ({ code: 'insert-formula', at });
  return [
    ...cells.map((cell) => problem(inSheet(cell.sheet.name, address(cell.row, cell.column)))),
    ...names.map(({ name }) => problem({ kind: 'name', name })),
  ];
}

/** Whether every row in a formula is fixed by a `$`. */
const isAbsolute = (formula: string): boolean =>
  readFormula(formula).references.every(
    ({ from, to }) =>
      !/(?:^|[A-Za-z:!])\d+(?=$|:)/.test(formula.slice(from, to).replace(/^.*!/, '')),
  );

/** Whether a rule of any worksheet speaks of cells that move, or counts from one that does. */
function rulesHold(workbook: Workbook, sheet: Worksheet, map: RowMap): boolean {
  const moves = [{ sheet: sheet.name, map }];
  return workbook.sheets.some(({ name, xml, ...own }) => {
    const rules = xml.root.children.filter((node) => node.name !== 'sheetData').flatMap(withInner);
    const formulas = rules.flatMap((node) => {
      if (/^(f|formula[12]?)$/.test(node.name)) return [textOf(xml, node)];
      return node.name === 'cfvo' ? [attributeOf(xml, node, 'val') ?? ''] : [];
    });
    if (formulas.some((text) => movedFormula(text, name, moves) !== text)) return true;
    if (own.path !== sheet.path) return false;
    const extended = childOf(xml.root, 'extLst');
    const hidden = extended && withInner(extended).some((node) => node.name === 'sqref');
    return (
      hidden ||
      (formulas.some((text) => !isAbsolute(text)) && rules.some((node) => topMoves(xml, node, map)))
    );
  });
}

/** Whether the first cell of a rule's ranges moves: its formulas count from there. */
function topMoves(xml: XmlPart, node: XmlNode, map: RowMap): boolean {
  if (node.name !== 'conditionalFormatting' && node.name !== 'dataValidation') return false;
  const ranges = (attributeOf(xml, node, 'sqref') ?? '').split(' ');
  const tops = ranges.map((range) => areaOf(range)?.top ?? 1);
  return tops.some((top) => map.moved(top) !== top);
}

const withInner = (node: XmlNode): XmlNode[] => [node, ...node.children.flatMap(withInner)];

/** Whether a link leads to a cell that moves. */
function linksHold({ sheets }: Workbook, { name }: Worksheet, map: RowMap): boolean {
  return sheets.some((sheet) =>
    membersOf(sheet.xml.root, 'hyperlinks', 'hyperlink').some((node) => {
      const location = attributeOf(sheet.xml, node, 'location') ?? '';
      return movedFormula(location, sheet.name, [{ sheet: name, map }]) !== location;
    }),
  );
}

/** What other parts hold below the first new row: tables, pictures, comments; and charts of its cells. */
function attachedParts(
  { zip }: Workbook,
  sheet: Worksheet,
  map: RowMap,
  after: number,
): ProblemCode[] {
  const relations = relationsOf(zip, sheet.path);
  if (!relations.ok) return ['insert-drawing'];
  const kinds = relations.value.map(({ kind }) => kind);
  const found = new Set<ProblemCode>();
  for (const { kind, target } of relations.value) {
    const part = readPart(zip, target);
    const inner = part.ok ? withInner(part.value.root) : [];
    const below = (name: string, attribute: string) =>
      inner.some((node) => {
        const ref = node.name === name && part.ok && attributeOf(part.value, node, attribute);
        return ref && (areaOf(ref)?.bottom ?? after + 1) > after;
      });
    if (kind === 'table' && below('table', 'ref')) found.add('insert-table');
    if (kind === 'pivotTable') found.add('insert-table');
    if (kind === 'comments' && below('comment', 'ref')) found.add('insert-comment');
    if (kind === 'threadedComment' && below('threadedComment', 'ref')) found.add('insert-comment');
    // Buttons and boxes: only comments say which cell they belong to.
    if (
      kind === 'vmlDrawing' &&
      !kinds.includes('comments') &&
      childOf(sheet.xml.root, 'legacyDrawing')
    ) {
      found.add('insert-drawing');
    }
    // Rows of anchors count from 0.
    const low = inner.some(
      (node) => node.name === 'row' && part.ok && Number(textOf(part.value, node)) >= after,
    );
    if (kind === 'drawing' && (!part.ok || low)) found.add('insert-drawing');
  }
  for (const path of zip.parts.keys()) {
    if (/\/charts\/chart/.test(path) && chartMoves(readPart(zip, path), sheet, map))
      found.add('insert-drawing');
    if (/\/pivotcachedefinition/.test(path) && pivotReads(readPart(zip, path), sheet))
      found.add('insert-table');
  }
  return [...found];
}

type Part = ReturnType<typeof readPart>;

function chartMoves(part: Part, { name }: Worksheet, map: RowMap): boolean {
  return (
    !part.ok ||
    withInner(part.value.root).some((node) => {
      if (node.name !== 'f') return false;
      const formula = textOf(part.value, node);
      return movedFormula(formula, null, [{ sheet: name, map }]) !== formula;
    })
  );
}

const pivotReads = (part: Part, { name }: Worksheet): boolean =>
  !part.ok ||
  withInner(part.value.root).some(
    (node) =>
      node.name === 'worksheetSource' && isIn(attributeOf(part.value, node, 'sheet') ?? '', name),
  );
