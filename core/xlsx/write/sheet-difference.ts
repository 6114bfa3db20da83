import { inSheet, type Location } from '../../result.ts';
import { areaText } from '../formula/reference.ts';
import { mapRows, type RowMap, repeatedMerges } from '../formula/row-map.ts';
import type { Area } from '../grid.ts';
import { readMerges, rowReader } from '../read/sheet-rows.ts';
import type { Workbook, Worksheet } from '../read/workbook.ts';
import { parseXml, type XmlPart } from '../xml/xml.ts';
import { attributeOf, childOf, childrenOf, membersOf, valueSpan } from '../xml/xml-look.ts';
import { rest } from '../xml/xml-rest.ts';
import { grownDimension } from './dimension.ts';
import { movedRanges, ranged } from './insert-rows.ts';
import type { Styled } from './prepare-plan.ts';
import { type RowWork, rowsDifference } from './row-difference.ts';
import { isWrittenSheet } from './written-sheet.ts';

/** Compares a worksheet as it was written with the one before and what was to be done to it. */
export function sheetDifference(
  before: Workbook,
  sheet: Worksheet,
  content: Uint8Array,
  work: Omit<RowWork, 'map'>,
): Location | null {
  const { plan, moves, forgotten } = work;
  const isAlone = moves.length === 0 && forgotten.size === 0;
  if (plan && isAlone && isWrittenSheet(sheet, content, plan)) return null;
  const reader = rowReader();
  const part = parseXml(content, { nodeLimit: Number.POSITIVE_INFINITY, reader });
  if (!part.ok) return inSheet(sheet.name, reader.wrong());
  const map = plan?.map ?? still;
  const rows = reader.rows(part.value);
  const place = rowsDifference(sheet, part.value, rows, before.shared, { ...work, map });
  if (place !== null) return inSheet(sheet.name, place);
  return sameFrame(sheet, part.value, plan, map) ? null : inSheet(sheet.name);
}

const unmoved = mapRows([]);
const still: RowMap = unmoved.ok ? unmoved.value : (undefined as never);

/** Whether all is there that stands around the rows, with the ranges that it has to have. */
function sameFrame(sheet: Worksheet, now: XmlPart, plan: Styled | undefined, map: RowMap): boolean {
  const { xml } = sheet;
  const moves = map.insertions.length > 0;
  const free = ['sheetData', 'dimension', ...(moves ? ['mergeCells'] : [])];
  const of = (part: XmlPart) => rest(part, free, moves ? movingValues(part) : []);
  if (of(xml) !== of(now) || !sameDimension(sheet, now, plan)) return false;
  return !moves || (sameMerges(sheet, now, map) && sameRanges(xml, now, map));
}

/** Where a worksheet tells, beside its rows, of cells that may move. */
function movingValues(part: XmlPart): { readonly from: number; readonly to: number }[] {
  const nodes = (list: string, element: string) =>
    list ? membersOf(part.root, list, element) : childrenOf(part.root, element);
  return [...ranged, ['rowBreaks', 'brk', 'id'] as const].flatMap(([list, element, attribute]) =>
    nodes(list, element).flatMap((node) => valueSpan(part, node, attribute) ?? []),
  );
}

function sameDimension({ xml }: Worksheet, now: XmlPart, plan: Styled | undefined): boolean {
  const [was, is] = [xml, now].map((part) => {
    const node = childOf(part.root, 'dimension');
    return node && attributeOf(part, node, 'ref');
  });
  const area = plan && grownDimension(plan);
  return is === (area ? areaText(area) : was);
}

function sameMerges({ merges }: Worksheet, now: XmlPart, map: RowMap): boolean {
  const old = merges.map(({ area }) => area);
  const wanted = [...old.map(map.grown), ...repeatedMerges(old, map)];
  const found = readMerges(now).map(({ area }) => area);
  const list = childOf(now.root, 'mergeCells');
  const count = list && attributeOf(now, list, 'count');
  const sorted = (areas: readonly Area[]) => areas.map(areaText).sort().join();
  return (
    sorted(wanted) === sorted(found) && (count === undefined || count === String(found.length))
  );
}

/** Whether rules, filters, links and page breaks moved with their cells. */
function sameRanges(was: XmlPart, now: XmlPart, map: RowMap): boolean {
  const breaks = (part: XmlPart) =>
    membersOf(part.root, 'rowBreaks', 'brk').map((node) => Number(attributeOf(part, node, 'id')));
  const found = breaks(now);
  return (
    breaks(was).every((id, index) => map.moved(id + 1) - 1 === found[index]) &&
    ranged.every(([list, element, attribute]) => {
      const [old, own] = [was, now].map((part) =>
        (list ? membersOf(part.root, list, element) : childrenOf(part.root, element)).map(
          (node) => attributeOf(part, node, attribute) ?? '',
        ),
      );
      const move = element === 'hyperlink' ? map.grown : map.spread;
      return old?.every((ranges, index) => movedRanges(ranges, move) === own?.[index]);
    })
  );
}
