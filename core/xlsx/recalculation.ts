import { attributeEdit, type Edits, editsOf } from './edits.ts';
import { type FormulaCell, formulaCells } from './formula-cells.ts';
import type { Area } from './grid.ts';
import { isIn } from './grid-names.ts';
import { type FormulaParts, overlap, readFormula } from './reference.ts';
import type { Workbook } from './workbook.ts';
import { childOf, prefixOf } from './xml-look.ts';

/** A block of a worksheet. */
interface Place {
  readonly sheet: string;
  readonly area: Area;
}

/**
 * Takes out the last result of every formula that depends on what is written, through other
 * formulas too, and has Excel compute all when it opens the file. Formulas that depend on nothing
 * written keep theirs, for readers that do not compute. Places are those before rows move.
 */
export function forgetResults(workbook: Workbook, written: readonly Place[], edits: Edits): void {
  let waiting = [...formulaCells(workbook)];
  let changed = written;
  let forgot = false;
  while (changed.length > 0) {
    const reached = waiting.filter((cell) =>
      dependsOn(workbook, cell.sheet.name, cell.parts, changed),
    );
    for (const { sheet, value } of reached) {
      if (value) editsOf(edits, sheet.path).push({ from: value.from, to: value.to, text: '' });
    }
    forgot ||= reached.length > 0;
    const found = new Set<FormulaCell>(reached);
    waiting = waiting.filter((cell) => !found.has(cell));
    changed = reached.map(({ sheet, area }) => ({ sheet: sheet.name, area }));
  }
  if (forgot) computeOnOpening(workbook, edits);
}

function dependsOn(
  workbook: Workbook,
  sheet: string,
  { references, words, reachesFurther }: FormulaParts,
  places: readonly Place[],
  depth = 0,
): boolean {
  if (reachesFurther || depth > 8) return true;
  const meets = references.some((reference) => {
    const own = reference.sheet ?? sheet;
    const { area } = reference;
    // A range over several worksheets (`一月:三月!A1`) may be any of them.
    return (
      area &&
      places.some(
        (place) => (own.includes(':') || isIn(own, place.sheet)) && overlap(area, place.area),
      )
    );
  });
  return (
    meets ||
    words.some((word) =>
      workbook.names.some(
        ({ name, formula }) =>
          isIn(name, word) && dependsOn(workbook, sheet, readFormula(formula), places, depth + 1),
      ),
    )
  );
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
