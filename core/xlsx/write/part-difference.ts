import { inPart, type Location } from '../../result.ts';
import { address } from '../address.ts';
import { readNames } from '../formula/defined-names.ts';
import { sameFormula } from '../formula/moved-references.ts';
import { type Styles, styleReader } from '../read/styles.ts';
import type { Workbook } from '../read/workbook.ts';
import { elementAt, parseXml, type XmlNode, type XmlPart } from '../xml/xml.ts';
import { attributeOf, attributesOf, childOf, isTrue } from '../xml/xml-look.ts';
import { rest } from '../xml/xml-rest.ts';
import { partKey } from '../zip/zip-directory.ts';
import type { FormulaCell } from './formula-cells.ts';
import type { Styled } from './prepare-plan.ts';
import { sameBytes } from './same-bytes.ts';
import { sheetDifference } from './sheet-difference.ts';
import { isWrappingCopy, type WrapStyles } from './wrap-styles.ts';

/** What was to be done to a workbook. */
export interface Written {
  readonly plans: readonly Styled[];
  readonly wraps: WrapStyles | null;
  /** Formulas whose last results were to be taken out; and whether there are new ones. */
  readonly forgotten: ReadonlySet<FormulaCell>;
  readonly hasNew: boolean;
}

const isMoving = ({ map }: Styled): boolean => map.insertions.length > 0;

/** The parts that are looked at even if they did not change, by their keys: they had to. */
export function expectedParts(before: Workbook, written: Written): ReadonlySet<string> {
  const { plans, wraps, forgotten, hasNew } = written;
  const moves = plans.some(isMoving);
  const paths = plans.map(({ sheet }) => sheet.path);
  // Formulas of any worksheet may speak of what moves.
  const speaking = before.sheets.filter(({ rows }) => moves && rows.formulaCount > 0);
  for (const { path } of speaking) paths.push(path);
  for (const { sheet } of forgotten) paths.push(sheet.path);
  if (moves || hasNew || forgotten.size > 0) paths.push(before.path);
  if (before.stylesPath !== null && wraps && wraps.copies.size > 0) paths.push(before.stylesPath);
  return new Set(paths.map(partKey));
}

/** The place of the first difference between a part that was changed and what was to become of it. */
export function partDifference(
  before: Workbook,
  name: string,
  content: Uint8Array,
  { plans, wraps, forgotten, hasNew }: Written,
): Location | null {
  const key = partKey(name);
  const moves = plans.filter(isMoving).map(({ sheet, map }) => ({ sheet: sheet.name, map }));
  const sheet = before.sheets.find(({ path }) => partKey(path) === key);
  if (sheet) {
    const plan = plans.find((one) => one.sheet === sheet);
    const own = [...forgotten].filter((cell) => cell.sheet === sheet);
    const places = new Set(own.map(({ row, column }) => address(row, column)));
    return sheetDifference(before, sheet, content, { plan, moves, forgotten: places });
  }
  const old = before.zip.read.get(key);
  if (key === partKey(before.stylesPath ?? '')) {
    return sameStyles(before.styles, content, wraps) ? null : inPart(name);
  }
  const now = parseXml(content);
  if (!old?.ok || !now.ok) return inPart(name);
  const [was, is] = [old.value, now.value];
  if (key === partKey(before.path)) {
    const computes = hasNew || forgotten.size > 0;
    return sameWorkbook(was, is, moves) && sameSettings(was, is, computes) ? null : inPart(name);
  }
  // The order of computing: cells have other numbers, and are as many.
  const signs = (part: XmlPart) => rest(part, []).replace(/\d+/g, '#');
  return moves.length > 0 && signs(was) === signs(is) ? null : inPart(name);
}

function sameWorkbook(
  was: XmlPart,
  is: XmlPart,
  moves: Parameters<typeof sameFormula>[3],
): boolean {
  const free = ['definedNames', 'calcPr'];
  const names = readNames(is);
  const oldNames = readNames(was);
  return (
    rest(was, free) === rest(is, free) &&
    names.length === oldNames.length &&
    names.every(({ name, localSheet, formula }, index) => {
      const old = oldNames[index];
      return (
        name === old?.name &&
        localSheet === old.localSheet &&
        sameFormula(old.formula, formula, null, moves)
      );
    })
  );
}

/** Whether the settings for computing are the same, but that all is computed on opening where it must be. */
function sameSettings(was: XmlPart, is: XmlPart, computes: boolean): boolean {
  const of = (part: XmlPart) => {
    const node = childOf(part.root, 'calcPr');
    const attributes = node ? attributesOf(part, node) : new Map<string, string>();
    const isWhole = isTrue(attributes.get('fullCalcOnLoad'));
    attributes.delete('fullCalcOnLoad');
    return { text: JSON.stringify([...attributes]), isWhole };
  };
  const [old, now] = [of(was), of(is)];
  return old.text === now.text && now.isWhole === (old.isWhole || computes);
}

/** Whether the styles are all there, and behind them the copies that were to be made, and no others. */
function sameStyles(
  { part: was, lists }: Styles,
  content: Uint8Array,
  wraps: WrapStyles | null,
): boolean {
  const reader = styleReader();
  const now = parseXml(content, { nodeLimit: Number.POSITIVE_INFINITY, reader });
  const list = was && childOf(was.root, 'cellXfs');
  if (!was || !list || !now.ok) return false;
  const is = now.value;
  const found = childOf(is.root, 'cellXfs');
  const [old, own] = [lists('cellXfs'), reader.lists('cellXfs')];
  const copies = [...(wraps?.copies ?? [])];
  return (
    found !== undefined &&
    own.length === old.length + copies.length &&
    (copies.length === 0 || attributeOf(is, found, 'count') === String(own.length)) &&
    rest(was, ['cellXfs']) === rest(is, ['cellXfs']) &&
    sameMembers(was, list, is, found) &&
    copies.every(([style, copy]) => {
      const [from, to] = [old[Number(style)], own[Number(copy)]];
      if (from === undefined || to === undefined) return false;
      return isWrappingCopy(was, elementAt(was.bytes, from), is, elementAt(is.bytes, to));
    })
  );
}

/** Whether a list begins with all that another holds. */
function sameMembers(was: XmlPart, list: XmlNode, is: XmlPart, found: XmlNode): boolean {
  let { close } = list;
  while ((was.bytes[close - 1] as number) <= 0x20) close--;
  const length = close - list.inside;
  return sameBytes(was.bytes, list.inside, is.bytes, found.inside, length);
}
