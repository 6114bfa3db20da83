import { type CellFormat, edge, plainFormat } from '../grid.ts';
import { elementAt, type ListReader, type XmlNode, type XmlPart } from '../xml/xml.ts';
import { attributeOf, childOf, isTrue } from '../xml/xml-look.ts';
import { pixelsPerPoint } from './column-width.ts';

/** Where in `styles.xml` the members of a list begin, such as those of `cellXfs`. */
export type StyleLists = (list: string) => readonly number[];

export interface StyleReader extends ListReader {
  readonly lists: StyleLists;
}

/** Reads the lists of `styles.xml` as it is read (`parseXml`): there may be tens of thousands of styles, of which a few are used. */
export function styleReader(): StyleReader {
  const starts = new Map<string, number[]>();
  const begin: ListReader['begin'] = (_, depth, from, __, list) => {
    const own = depth === 1 && starts.get(list);
    if (own) own.push(from);
    else if (depth === 1) starts.set(list, [from]);
    return true;
  };
  return { isList: (_, depth) => depth === 1, begin, lists: (list) => starts.get(list) ?? [] };
}

export interface Styles {
  /** `styles.xml`, where there is one, and its lists. */
  readonly part: XmlPart | null;
  readonly lists: StyleLists;
  /** How cells of a style look, by the number that they name. */
  readonly look: (style: string | undefined) => CellFormat;
  /** Pixels of a digit in the workbook's own font: column widths count in these. */
  readonly digitWidth: number;
}

/** Upright text, letter below letter, is the rotation that is no angle. */
const uprightRotation = '255';

/** A digit's width as a share of the font's size, where it is not that of Japanese fonts and Arial. */
const digitShares: Readonly<Record<string, number>> = {
  Calibri: 0.507,
  'DejaVu Sans': 0.636,
  Verdana: 0.636,
};

/** What is asked of `styles.xml`, which a workbook may lack. */
export function readStyles(part: XmlPart | null, lists: StyleLists): Styles {
  if (!part) return { part, lists, look: () => plainFormat, digitWidth: 7 };
  const attribute = (path: readonly string[], from: XmlNode) => {
    const node = path
      .slice(0, -1)
      .reduce<typeof from | undefined>((at, name) => at && childOf(at, name), from);
    return node && attributeOf(part, node, path.at(-1) ?? '');
  };
  /** Reads members of a list when they are asked for. */
  const members = <T>(list: string, read: (node: XmlNode) => T) => {
    const known = new Map<string, T>();
    return (index = '0'): T | undefined => {
      const start = lists(list)[Number(index)];
      if (start === undefined) return undefined;
      const member = known.get(index) ?? read(elementAt(part.bytes, start));
      known.set(index, member);
      return member;
    };
  };
  const fontOf = members('fonts', (font) => {
    const bold = childOf(font, 'b');
    return {
      size: Number(attribute(['sz', 'val'], font) ?? 11),
      bold: bold !== undefined && isTrue(attributeOf(part, bold, 'val') ?? '1'),
      family: attribute(['name', 'val'], font) ?? '',
    };
  });
  const fillOf = members('fills', (fill) => isFilled(part, fill));
  const bordersOf = members('borders', (border) => edgesOf(part, border));
  const lookOf = members('cellXfs', (format): CellFormat => {
    const font = fontOf(attribute(['fontId'], format));
    return {
      fontSize: font?.size ?? 11,
      bold: font?.bold ?? false,
      vertical: attribute(['alignment', 'textRotation'], format) === uprightRotation,
      wraps: isTrue(attribute(['alignment', 'wrapText'], format)),
      locked: isTrue(attribute(['protection', 'locked'], format) ?? '1'),
      filled: fillOf(attribute(['fillId'], format)) ?? false,
      edges: bordersOf(attribute(['borderId'], format)) ?? 0,
    };
  });
  const usual = fontOf();
  const share = digitShares[usual?.family ?? ''] ?? 0.555;
  const digitWidth = Math.max(1, Math.round((usual?.size ?? 11) * pixelsPerPoint * share));
  return { part, lists, look: (style) => lookOf(style) ?? plainFormat, digitWidth };
}

/** A pattern other than none, in a colour other than white. */
function isFilled(part: XmlPart, fill: XmlNode): boolean {
  const pattern = childOf(fill, 'patternFill');
  if (!pattern) return childOf(fill, 'gradientFill') !== undefined;
  const kind = attributeOf(part, pattern, 'patternType');
  if (kind === undefined || kind === 'none') return false;
  const color = childOf(pattern, 'fgColor');
  if (!color) return false;
  const isWhite =
    /ffffff$/i.test(attributeOf(part, color, 'rgb') ?? '') ||
    (attributeOf(part, color, 'theme') === '0' && !attributeOf(part, color, 'tint')) ||
    ['1', '9', '65'].includes(attributeOf(part, color, 'indexed') ?? '');
  return !isWhite;
}

function edgesOf(part: XmlPart, border: XmlNode): number {
  const has = (side: string) => {
    const node = childOf(border, side);
    const style = node && attributeOf(part, node, 'style');
    return style !== undefined && style !== 'none';
  };
  return (
    (has('left') || has('start') ? edge.left : 0) |
    (has('top') ? edge.top : 0) |
    (has('right') || has('end') ? edge.right : 0) |
    (has('bottom') ? edge.bottom : 0)
  );
}
