import { type AreaIndex, areaIndex } from '../formula/area-index.ts';
import { type FormulaParts, readFormula } from '../formula/reference.ts';
import type { Area } from '../grid.ts';
import type { Workbook } from '../read/workbook.ts';
import { childOf, prefixOf } from '../xml/xml-look.ts';
import { attributeEdit, type Edits, editsOf } from './edits.ts';
import { type FormulaCell, formulaCells } from './formula-cells.ts';

/** A block of a worksheet. */
interface Place {
  readonly sheet: string;
  readonly area: Area;
}

/**
 * Takes out the last result of every formula that depends on what is written, through other
 * formulas too, and has Excel compute all when it opens the file; answers with these formulas. Formulas that depend on nothing
 * written keep theirs, for readers that do not compute. Places are those before rows move; there may
 * be new formulas too.
 */
export function forgetResults(
  workbook: Workbook,
  written: readonly Place[],
  hasNew: boolean,
  edits: Edits,
): ReadonlySet<FormulaCell> {
  const reached = dependents(workbook, written);
  for (const { sheet, value } of reached) {
    if (value) editsOf(edits, sheet.path).push({ from: value.from, to: value.to, text: '' });
  }
  if (reached.size > 0 || hasNew) computeOnOpening(workbook, edits);
  return reached;
}

/** The formulas that depend on places. Each formula is looked at once, however long their chains are. */
function dependents(workbook: Workbook, written: readonly Place[]): ReadonlySet<FormulaCell> {
  const reached = new Set<FormulaCell>();
  const cells = written.length > 0 ? formulaCells(workbook) : [];
  if (cells.length === 0) return reached;
  /** What the formulas of each worksheet are about; `''` where it may be any. */
  const indexes = new Map<string, AreaIndex<FormulaCell>>();
  const indexOf = (sheet: string) => {
    // A range over several worksheets (`一月:三月!A1`) may be any of them.
    const key = sheet.includes(':') ? '' : sheet.toLowerCase();
    const index = indexes.get(key) ?? areaIndex<FormulaCell>();
    indexes.set(key, index);
    return index;
  };
  const reach = reachOfNames(workbook);
  for (const cell of cells) {
    const { places, reachesFurther } = reach(cell.sheet.name, cell.parts);
    if (reachesFurther) reached.add(cell);
    for (const { sheet, area } of places) indexOf(sheet).add(area, cell);
  }
  const waiting: Place[] = [...written];
  for (const { sheet, area } of reached) waiting.push({ sheet: sheet.name, area });
  for (let place = waiting.pop(); place; place = waiting.pop()) {
    for (const key of [place.sheet.toLowerCase(), '']) {
      for (const cell of indexes.get(key)?.take(place.area) ?? []) {
        if (reached.has(cell)) continue;
        reached.add(cell);
        waiting.push({ sheet: cell.sheet.name, area: cell.area });
      }
    }
  }
  return reached;
}

interface Reach {
  readonly places: readonly Place[];
  /** Whether it may reach cells that it does not name. */
  readonly reachesFurther: boolean;
}

/** How many names may stand for each other, one inside the other. */
const nameDepth = 8;

/** Says what a formula of a worksheet speaks of, by itself and by the names in it. */
function reachOfNames({ names }: Workbook) {
  const formulas = new Map<string, string[]>();
  for (const { name, formula } of names) {
    const key = name.toLowerCase();
    formulas.set(key, [...(formulas.get(key) ?? []), formula]);
  }
  const known = new Map<string, Reach>();
  const reachOf = (sheet: string, parts: FormulaParts, depth = 0): Reach => {
    const places: Place[] = [];
    for (const { sheet: own, area } of parts.references) {
      if (area) places.push({ sheet: own ?? sheet, area });
    }
    let reachesFurther = parts.reachesFurther || depth > nameDepth;
    for (const word of parts.words) {
      const inner = reachesFurther ? null : reachOfName(sheet, word.toLowerCase(), depth + 1);
      reachesFurther ||= inner?.reachesFurther ?? false;
      for (const place of inner?.places ?? []) places.push(place);
    }
    return { places, reachesFurther };
  };
  const reachOfName = (sheet: string, word: string, depth: number): Reach => {
    const key = `${sheet}!${word}`;
    const own = known.get(key);
    if (own) return own;
    // Until it is known: one that stands for itself may be anything.
    known.set(key, { places: [], reachesFurther: true });
    const reaches = (formulas.get(word) ?? []).map((formula) =>
      reachOf(sheet, readFormula(formula), depth),
    );
    const reach = {
      places: reaches.flatMap(({ places }) => places),
      reachesFurther: reaches.some(({ reachesFurther }) => reachesFurther),
    };
    known.set(key, reach);
    return reach;
  };
  return reachOf;
}

/** What may stand before `calcPr`, which must come after all of them (ECMA-376, 18.2.27). */
const before =
  'fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames'.split(
    ' ',
  );

function computeOnOpening({ xml, path }: Workbook, edits: Edits): void {
  const settings = childOf(xml.root, 'calcPr');
  const own = editsOf(edits, path);
  if (settings) {
    own.push(attributeEdit(xml, settings, { fullCalcOnLoad: '1' }));
    return;
  }
  const at = xml.root.children.findLast(({ name }) => before.includes(name))?.to ?? xml.root.inside;
  own.push({ from: at, to: at, text: `<${prefixOf(xml, xml.root)}calcPr fullCalcOnLoad="1"/>` });
}
