import { encode } from '../../../core/xlsx/xml/xml-text.ts';
import { type Border, type Font, type Format, plainFormat } from './format.ts';
import {
  fileWord,
  horizontals,
  lines,
  numberFormats,
  underlines,
  verticals,
} from './xlsx-words.ts';

export interface WrittenFormats {
  /** `styles.xml` without its declaration. */
  readonly xml: string;
  /** The number that a cell of this format names. */
  readonly numberOf: (format: Format) => number;
}

/** Numbers below are Excel's own. */
const firstOwnNumber = 164;

/** Each different font, fill, border and format once; the first format is that of empty cells. */
export function writeFormats(
  namespace: string,
  usual: Font,
  used: Iterable<Format>,
): WrittenFormats {
  const [fonts, borders, codes, formats] = [list(), list(), list(), list()];
  const fills = list('<patternFill patternType="none"/>', '<patternFill patternType="gray125"/>');
  const numberOf = (format: Format): number => {
    const { horizontalAlignment, verticalAlignment, textOrientation: turn } = format;
    const known = fileWord(numberFormats, format.numberFormat);
    const isKnown = known !== '0' || format.numberFormat === 'General';
    const code = isKnown ? Number(known) : firstOwnNumber + codes.add(encode(format.numberFormat));
    const fill = format.fill
      ? `<patternFill patternType="solid"><fgColor rgb="FF${format.fill.slice(1)}"/><bgColor indexed="64"/></patternFill>`
      : '<patternFill patternType="none"/>';
    const rotation = turn === 180 ? 255 : turn < 0 ? 90 - turn : turn;
    const parts = [
      `numFmtId="${code}" fontId="${fonts.add(fontXml(format.font))}" fillId="${fills.add(fill)}"`,
      `borderId="${borders.add(bordersXml(format))}" xfId="0" applyNumberFormat="1" applyFont="1"`,
      'applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1"',
    ];
    const alignment = [
      `horizontal="${fileWord(horizontals, horizontalAlignment)}"`,
      `vertical="${fileWord(verticals, verticalAlignment)}" textRotation="${rotation}"`,
      `wrapText="${Number(format.wrapText)}" indent="${format.indentLevel}"`,
      `shrinkToFit="${Number(format.shrinkToFit)}"`,
    ];
    const locks = `locked="${Number(format.locked)}" hidden="${Number(format.formulaHidden)}"`;
    return formats.add(
      `<xf ${parts.join(' ')}><alignment ${alignment.join(' ')}/><protection ${locks}/></xf>`,
    );
  };
  numberOf({ ...plainFormat, font: usual });
  for (const format of used) numberOf(format);
  const block = (name: string, items: readonly string[]) =>
    items.length > 0 ? `<${name} count="${items.length}">${items.join('')}</${name}>` : '';
  const xml = [
    `<styleSheet xmlns="${namespace}">`,
    block(
      'numFmts',
      codes.items.map(
        (code, index) => `<numFmt numFmtId="${firstOwnNumber + index}" formatCode="${code}"/>`,
      ),
    ),
    block('fonts', fonts.items),
    block(
      'fills',
      fills.items.map((fill) => `<fill>${fill}</fill>`),
    ),
    block('borders', borders.items),
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    block('cellXfs', formats.items),
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
    '</styleSheet>',
  ];
  return { xml: xml.join(''), numberOf };
}

/** Things by the number of their first coming. */
function list(...first: string[]) {
  const items = [...first];
  const numbers = new Map(items.map((item, index) => [item, index]));
  return {
    items,
    add: (item: string): number => {
      const known = numbers.get(item) ?? items.push(item) - 1;
      numbers.set(item, known);
      return known;
    },
  };
}

function fontXml({ name, size, bold, italic, underline, strikethrough, color }: Font): string {
  const line = fileWord(underlines, underline);
  return [
    '<font>',
    bold ? '<b/>' : '',
    italic ? '<i/>' : '',
    strikethrough ? '<strike/>' : '',
    line === 'none' ? '' : `<u val="${line}"/>`,
    `<sz val="${size}"/><color rgb="FF${color.slice(1)}"/><name val="${encode(name)}"/></font>`,
  ].join('');
}

function bordersXml({ borders }: Format): string {
  const side = (name: string, { style, weight, color }: Border): string => {
    if (style === 'None') return `<${name}/>`;
    const exact = fileWord(lines, `${style} ${weight}`);
    const word = exact === 'none' ? fileWord(lines, `${style} Thin`) : exact;
    return `<${name} style="${word}"><color rgb="FF${color.slice(1)}"/></${name}>`;
  };
  const { EdgeLeft, EdgeRight, EdgeTop, EdgeBottom } = borders;
  const all = [side('left', EdgeLeft), side('right', EdgeRight), side('top', EdgeTop)];
  return `<border>${all.join('')}${side('bottom', EdgeBottom)}<diagonal/></border>`;
}
