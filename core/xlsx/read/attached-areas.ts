import { areaOf } from '../formula/reference.ts';
import type { Area, Table } from '../grid.ts';
import type { XmlPart } from '../xml/xml.ts';
import { attributesOf, childOf } from '../xml/xml-look.ts';
import { readPart } from './read-part.ts';
import { relationsOf } from './relations.ts';
import type { Workbook, Worksheet } from './workbook.ts';

/** The parts of one kind that belong to a worksheet; those that can't be read are passed over. */
function attached({ zip }: Workbook, { path }: Worksheet, kind: string): XmlPart[] {
  const relations = relationsOf(zip, path);
  if (!relations.ok) return [];
  return relations.value
    .filter((relation) => relation.kind === kind)
    .flatMap(({ target }) => {
      const part = readPart(zip, target);
      return part.ok ? part.value : [];
    });
}

/** Excel's tables in a worksheet. */
export const tablesOf = (workbook: Workbook, sheet: Worksheet): Table[] =>
  attached(workbook, sheet, 'table').flatMap((part) => {
    const attributes = attributesOf(part, part.root);
    const area = areaOf(attributes.get('ref') ?? '');
    return area ? { area, headerRows: Number(attributes.get('headerRowCount') ?? 1) } : [];
  });

/** Where pivot tables stand in a worksheet. */
export const pivotsOf = (workbook: Workbook, sheet: Worksheet): Area[] =>
  attached(workbook, sheet, 'pivotTable').flatMap((part) => {
    const location = childOf(part.root, 'location');
    const area = areaOf((location && attributesOf(part, location).get('ref')) ?? '');
    return area ?? [];
  });
