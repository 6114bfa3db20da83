import { parseAddress } from '../address.ts';
import { areaOf, areaText } from '../formula/reference.ts';
import type { Area } from '../grid.ts';
import { attributeOf, childOf } from '../xml/xml-look.ts';
import { attributeEdit, type Edit } from './edits.ts';
import type { Prepared } from './prepare-plan.ts';

/** The block that a worksheet says it uses, grown by what is written outside it; `null` where it says none. */
export function grownDimension({ sheet, map, changes }: Prepared): Area | null {
  const node = childOf(sheet.xml.root, 'dimension');
  const old = node && areaOf(attributeOf(sheet.xml, node, 'ref') ?? '');
  if (!old) return null;
  let area = map.spread(old);
  for (const [address, text] of changes.texts) {
    const place = text === null ? null : parseAddress(address);
    if (!place) continue;
    area = {
      top: Math.min(area.top, place.row),
      left: Math.min(area.left, place.column),
      bottom: Math.max(area.bottom, place.row),
      right: Math.max(area.right, place.column),
    };
  }
  return area;
}

export function dimensionEdits(plan: Prepared): Edit[] {
  const { xml } = plan.sheet;
  const node = childOf(xml.root, 'dimension');
  const area = grownDimension(plan);
  if (!node || !area || attributeOf(xml, node, 'ref') === areaText(area)) return [];
  return [attributeEdit(xml, node, { ref: areaText(area) })];
}
