import { pixelsPerPoint } from './column-width.ts';
import type { XmlPart } from './xml.ts';
import { attributeOf, childOf, isTrue, membersOf } from './xml-look.ts';

/** How cells of one style show their text. */
export interface CellLook {
  /** Points. */
  readonly fontSize: number;
  readonly vertical: boolean;
  readonly wraps: boolean;
}

export interface Styles {
  /** By the number that cells name. */
  readonly looks: readonly CellLook[];
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
export function readStyles(part: XmlPart | null): Styles {
  if (!part) return { looks: [], digitWidth: 7 };
  const attribute = (path: readonly string[], from = part.root) => {
    const node = path
      .slice(0, -1)
      .reduce<typeof from | undefined>((at, name) => at && childOf(at, name), from);
    return node && attributeOf(part, node, path.at(-1) ?? '');
  };
  const sizes = membersOf(part.root, 'fonts', 'font').map((font) =>
    Number(attribute(['sz', 'val'], font) ?? 11),
  );
  const looks = membersOf(part.root, 'cellXfs', 'xf').map((format) => ({
    fontSize: sizes[Number(attribute(['fontId'], format) ?? 0)] ?? 11,
    vertical: attribute(['alignment', 'textRotation'], format) === uprightRotation,
    wraps: isTrue(attribute(['alignment', 'wrapText'], format)),
  }));
  const family = attribute(['fonts', 'font', 'name', 'val']) ?? '';
  const share = digitShares[family] ?? 0.555;
  const digitWidth = Math.max(1, Math.round((sizes[0] ?? 11) * pixelsPerPoint * share));
  return { looks, digitWidth };
}
