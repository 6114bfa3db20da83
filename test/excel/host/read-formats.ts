import type { XmlNode, XmlPart } from '../../../core/xlsx/xml/xml.ts';
import { attributesOf, childOf, isTrue, membersOf } from '../../../core/xlsx/xml/xml-look.ts';
import {
  type Border,
  type Edge,
  type Font,
  type Format,
  plainFont,
  plainFormat,
} from './format.ts';
import { apiWord, horizontals, lines, numberFormats, underlines, verticals } from './xlsx-words.ts';

/** The formats of `styles.xml`, by the number that cells name. */
export function readFormats(part: XmlPart | null): readonly Format[] {
  if (!part) return [plainFormat];
  const own = new Map(
    membersOf(part.root, 'numFmts', 'numFmt').map((node) => {
      const attributes = attributesOf(part, node);
      return [attributes.get('numFmtId'), attributes.get('formatCode') ?? 'General'];
    }),
  );
  const fonts = membersOf(part.root, 'fonts', 'font').map((node) => readFont(part, node));
  const fills = membersOf(part.root, 'fills', 'fill').map((node) => readFill(part, node));
  const borders = membersOf(part.root, 'borders', 'border').map((node) => readBorders(part, node));
  return membersOf(part.root, 'cellXfs', 'xf').map((node): Format => {
    const attributes = attributesOf(part, node);
    const of = <T>(list: readonly T[], name: string) => list[Number(attributes.get(name) ?? 0)];
    const alignment = attributesOfChild(part, node, 'alignment');
    const protection = attributesOfChild(part, node, 'protection');
    const number = attributes.get('numFmtId') ?? '0';
    return {
      numberFormat: own.get(number) ?? apiWord(numberFormats, number),
      wrapText: isTrue(alignment.get('wrapText')),
      shrinkToFit: isTrue(alignment.get('shrinkToFit')),
      indentLevel: Number(alignment.get('indent') ?? 0),
      horizontalAlignment: apiWord(horizontals, alignment.get('horizontal')),
      verticalAlignment: apiWord(verticals, alignment.get('vertical')),
      textOrientation: orientation(Number(alignment.get('textRotation') ?? 0)),
      locked: !protection.has('locked') || isTrue(protection.get('locked')),
      formulaHidden: isTrue(protection.get('hidden')),
      font: of(fonts, 'fontId') ?? plainFont,
      fill: of(fills, 'fillId') ?? '',
      borders: of(borders, 'borderId') ?? plainFormat.borders,
    };
  });
}

/** In files 91 to 180 turn downwards, and 255 sets letters one below the other. */
const orientation = (turn: number): number => (turn === 255 ? 180 : turn > 90 ? 90 - turn : turn);

const attributesOfChild = (part: XmlPart, node: XmlNode, name: string) => {
  const child = childOf(node, name);
  return child ? attributesOf(part, child) : new Map<string, string>();
};

function readFont(part: XmlPart, node: XmlNode): Font {
  const value = (name: string) => attributesOfChild(part, node, name).get('val');
  const is = (name: string) => childOf(node, name) !== undefined && isTrue(value(name) ?? '1');
  return {
    name: value('name') ?? plainFont.name,
    size: Number(value('sz') ?? plainFont.size),
    bold: is('b'),
    italic: is('i'),
    underline: childOf(node, 'u') ? apiWord(underlines, value('u') ?? 'single') : 'None',
    strikethrough: is('strike'),
    color: colorOf(attributesOfChild(part, node, 'color'), '#000000'),
  };
}

function readFill(part: XmlPart, node: XmlNode): string {
  const pattern = childOf(node, 'patternFill');
  if (!pattern) return childOf(node, 'gradientFill') ? '#808080' : '';
  const kind = attributesOf(part, pattern).get('patternType') ?? 'none';
  const color = childOf(pattern, 'fgColor');
  return kind === 'none' || !color ? '' : colorOf(attributesOf(part, color), '#FFFFFF');
}

/** Office's own theme, which most workbooks have. */
const theme = [
  '#FFFFFF',
  '#000000',
  '#E7E6E6',
  '#44546A',
  '#4472C4',
  '#ED7D31',
  '#A5A5A5',
  '#FFC000',
  '#5B9BD5',
  '#70AD47',
];
/** The first of the old palette, by their numbers; 64 and 65 are the system's text and background. */
const indexed: Readonly<Record<string, string>> = {
  0: '#000000',
  1: '#FFFFFF',
  8: '#000000',
  9: '#FFFFFF',
  64: '#000000',
  65: '#FFFFFF',
};

function colorOf(attributes: ReadonlyMap<string, string>, other: string): string {
  const rgb = attributes.get('rgb');
  if (rgb) return `#${rgb.slice(-6).toUpperCase()}`;
  const number = attributes.get('indexed');
  if (number) return indexed[number] ?? '#808080';
  const themed = theme[Number(attributes.get('theme') ?? Number.NaN)];
  return themed ? tinted(themed, Number(attributes.get('tint') ?? 0)) : other;
}

/** A colour nearer to white, or below 0 to black. */
function tinted(color: string, tint: number): string {
  const parts = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  const moved = parts.map((part) => (tint < 0 ? part * (1 + tint) : part + (255 - part) * tint));
  const hex = moved.map((part) => Math.round(part).toString(16).padStart(2, '0'));
  return `#${hex.join('').toUpperCase()}`;
}

function readBorders(part: XmlPart, node: XmlNode): Readonly<Record<Edge, Border>> {
  const side = (name: string): Border => {
    const child = childOf(node, name);
    const word = child && attributesOf(part, child).get('style');
    const [style = 'None', weight = 'Thin'] = apiWord(lines, word).split(' ');
    const color = child ? colorOf(attributesOfChild(part, child, 'color'), '#000000') : '#000000';
    return { style, weight, color };
  };
  return {
    EdgeTop: side('top'),
    EdgeBottom: side('bottom'),
    EdgeLeft: side('left'),
    EdgeRight: side('right'),
  };
}
