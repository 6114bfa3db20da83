import { areaOf, type FormulaParts, readFormula } from '../formula/reference.ts';
import type { Area } from '../grid.ts';
import type { Workbook, Worksheet } from '../read/workbook.ts';
import type { XmlNode } from '../xml/xml.ts';
import { attributesOf, childOf, textOf } from '../xml/xml-look.ts';

/** A cell whose value is computed. */
export interface FormulaCell {
  readonly sheet: Worksheet;
  readonly row: number;
  readonly column: number;
  /** `<f>`, and `<v>` with the last result. */
  readonly node: XmlNode;
  readonly value: XmlNode | undefined;
  /** What it shows its result in: itself, or all cells of an array or a data table. */
  readonly area: Area;
  /** Written in this cell for itself alone: neither shared with others nor an array. */
  readonly plain: boolean;
  readonly text: string;
  readonly parts: FormulaParts;
}

/** Of workbooks that are in use: writing asks for them several times. */
const known = new WeakMap<Workbook, readonly FormulaCell[]>();

/** Every formula of a workbook. */
export function formulaCells(workbook: Workbook): readonly FormulaCell[] {
  const cells = known.get(workbook) ?? workbook.sheets.flatMap(formulasIn);
  known.set(workbook, cells);
  return cells;
}

function formulasIn(sheet: Worksheet): FormulaCell[] {
  const { xml, rows } = sheet;
  const masters = new Map<string, FormulaParts>();
  return rows.formulaRows.flatMap((index) =>
    rows.at(index).cells.flatMap(({ row, column, node: cell }) => {
      const node = childOf(cell, 'f');
      if (!node) return [];
      const attributes = attributesOf(xml, node);
      const own = { top: row, left: column, bottom: row, right: column };
      const range = areaOf(attributes.get('ref') ?? '') ?? own;
      const text = textOf(xml, node);
      const kind = attributes.get('t') ?? 'normal';
      const group = attributes.get('si') ?? '';
      let parts = readFormula(text);
      if (kind === 'shared') {
        if (text) masters.set(group, shiftedOver(parts, range));
        parts = masters.get(group) ?? parts;
      }
      const value = childOf(cell, 'v');
      const plain = kind === 'normal';
      const area = kind === 'array' || kind === 'dataTable' ? range : own;
      return [{ sheet, row, column, node, value, area, plain, text, parts }];
    }),
  );
}

/** Whether a formula says the same in every row, such as `ROW()-4`: new rows that look like its own repeat it. */
export const isRepeatable = ({ plain, parts }: FormulaCell): boolean =>
  plain && !parts.reachesFurther && parts.references.length === 0 && parts.words.length === 0;

/** A formula shared by a range speaks, in one cell or another, of all this. */
function shiftedOver(parts: FormulaParts, range: Area): FormulaParts {
  const references = parts.references.map((reference) => ({
    ...reference,
    area: reference.area && {
      ...reference.area,
      bottom: reference.area.bottom + range.bottom - range.top,
      right: reference.area.right + range.right - range.left,
    },
  }));
  return { ...parts, references };
}
