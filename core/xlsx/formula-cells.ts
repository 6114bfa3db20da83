import type { Area } from './grid.ts';
import { areaOf, type FormulaParts, readFormula } from './reference.ts';
import type { Workbook, Worksheet } from './workbook.ts';
import type { XmlNode } from './xml.ts';
import { attributesOf, childOf, textOf } from './xml-look.ts';

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

/** Every formula of a workbook. */
export const formulaCells = ({ sheets }: Workbook): readonly FormulaCell[] =>
  sheets.flatMap(formulasIn);

function formulasIn(sheet: Worksheet): FormulaCell[] {
  const { xml, rows } = sheet;
  const masters = new Map<string, FormulaParts>();
  return rows.flatMap(({ cells }) =>
    cells.flatMap(({ row, column, node: cell }) => {
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
