import { address, parseAddress } from './address.ts';
import { inlineString } from './cell-text.ts';
import { type Edit, tagWith } from './edits.ts';
import type { RowMap } from './row-map.ts';
import type { SheetRow } from './sheet-rows.ts';
import type { Worksheet } from './workbook.ts';
import type { XmlNode } from './xml.ts';
import { attributeOf, attributesOf, childOf, isTrue, membersOf, prefixOf } from './xml-look.ts';

/** What is to stand in cells, and how high rows are to be; addresses and rows as they are afterwards. */
export interface RowChanges {
  readonly texts: ReadonlyMap<string, string | null>;
  readonly heights: ReadonlyMap<number, number>;
}

type Texts = ReadonlyMap<number, string | null>;
const noTexts: Texts = new Map();

/**
 * Edits the rows that are written to, that move or that are new, and of these only what must
 * change. A cell keeps its style; a new row has its pattern's look, and no content.
 */
export function patchRows(sheet: Worksheet, map: RowMap, changes: RowChanges): Edit[] {
  const { xml, rows } = sheet;
  const data = childOf(xml.root, 'sheetData');
  if (!data) return [];
  const prefix = prefixOf(xml, data);
  const textsOf = textsByRow(changes.texts);
  const columnStyle = columnStyles(sheet);

  const cellXml = (row: number, column: number, style: string | undefined, text: string | null) => {
    const look = style === undefined ? '' : ` s="${style}"`;
    const start = `<${prefix}c r="${address(row, column)}"${look}`;
    if (text === null) return `${start}/>`;
    return `${start} t="inlineStr">${inlineString(text, prefix)}</${prefix}c>`;
  };
  /** The style of a cell that is not there yet. */
  const styleIn = (row: SheetRow | undefined, column: number) =>
    row && isTrue(attributeOf(xml, row.node, 'customFormat'))
      ? attributeOf(xml, row.node, 's')
      : columnStyle(column);
  const rowTag = (number: number, row: SheetRow | undefined, widens = false) => {
    const points = changes.heights.get(number);
    const height = points === undefined ? {} : { ht: String(points), customHeight: '1' };
    const values = { r: String(number), ...height };
    if (row) return tagWith(xml, row.node, widens ? { ...values, spans: null } : values);
    const written = Object.entries(values).map(([name, value]) => ` ${name}="${value}"`);
    return `<${prefix}row${written.join('')}>`;
  };
  /** A whole row whose cells, but for those written to, are empty; of the styles that its pattern has. */
  const freshRow = (number: number, pattern: SheetRow | undefined) => {
    const texts = textsOf.get(number) ?? noTexts;
    const styles = new Map(pattern?.cells.map((cell) => [cell.column, cell.style]));
    const columns = new Set([...styles.keys(), ...texts.keys()]);
    const cells = [...columns]
      .sort((one, other) => one - other)
      .map((column) => {
        const style = styles.has(column) ? styles.get(column) : styleIn(pattern, column);
        return cellXml(number, column, style, texts.get(column) ?? null);
      });
    const tag = rowTag(number, pattern, texts.size > 0).replace(/\s*\/?>$/, '');
    return cells.length > 0 ? `${tag}>${cells.join('')}</${prefix}row>` : `${tag}/>`;
  };

  const edits: Edit[] = [];
  for (const row of rows) {
    const number = map.moved(row.row);
    const moves = number !== row.row;
    const texts = textsOf.get(number) ?? noTexts;
    if (!moves && texts.size === 0 && !changes.heights.has(number)) continue;
    const { from, inside, to, close } = row.node;
    if (inside === to) {
      edits.push({ from, to, text: freshRow(number, row) });
      continue;
    }
    const added = [...texts].filter(
      ([column, text]) => text !== null && row.cells.every((cell) => cell.column !== column),
    );
    if (moves || changes.heights.has(number) || added.length > 0) {
      edits.push({ from, to: inside, text: rowTag(number, row, added.length > 0) });
    }
    for (const { column, node, style, numbered } of row.cells) {
      const text = texts.get(column);
      if (text !== undefined) {
        const written = cellXml(number, column, style, text);
        edits.push({ from: node.from, to: node.to, text: written });
      } else if (moves && numbered) {
        const tag = tagWith(xml, node, { r: address(number, column) });
        edits.push({ from: node.from, to: node.inside, text: tag });
      }
    }
    for (const [column, text] of added) {
      const at = row.cells.find((cell) => cell.column > column)?.node.from ?? close;
      edits.push({ from: at, to: at, text: cellXml(number, column, styleIn(row, column), text) });
    }
  }

  const known = new Map(rows.map((row) => [row.row, row]));
  const there = new Set(rows.map(({ row }) => map.moved(row)));
  const fresh = new Set([...textsOf.keys(), ...changes.heights.keys()]);
  for (const { after, count } of map.insertions) {
    if (!known.has(after)) continue;
    for (let n = 1; n <= count; n++) fresh.add(map.moved(after) + n);
  }
  const missing = [...fresh].filter((row) => !there.has(row)).sort((one, other) => one - other);
  const texts = missing.map((number) => {
    const above = rows.findLast((one) => map.moved(one.row) < number);
    const text = freshRow(number, known.get(map.origin(number).row));
    return { at: above?.node.to ?? data.inside, text };
  });
  return [...edits, ...insertedIn(data, texts, prefix)];
}

function insertedIn(
  data: XmlNode,
  texts: readonly { readonly at: number; readonly text: string }[],
  prefix: string,
): Edit[] {
  if (data.inside < data.to || texts.length === 0) {
    return texts.map(({ at, text }) => ({ from: at, to: at, text }));
  }
  const inner = texts.map(({ text }) => text).join('');
  const text = `<${prefix}sheetData>${inner}</${prefix}sheetData>`;
  return [{ from: data.from, to: data.to, text }];
}

function textsByRow(texts: ReadonlyMap<string, string | null>): Map<number, Texts> {
  const rows = new Map<number, Map<number, string | null>>();
  for (const [name, text] of texts) {
    const place = parseAddress(name);
    if (!place) continue;
    const row = rows.get(place.row) ?? new Map<number, string | null>();
    rows.set(place.row, row.set(place.column, text));
  }
  // From left to right, for several may be added at one place.
  return new Map(
    Array.from(rows, ([row, own]) => [row, new Map([...own].sort(([a], [b]) => a - b))]),
  );
}

/** The style that empty cells of a column have. */
function columnStyles({ xml }: Worksheet): (column: number) => string | undefined {
  const columns = membersOf(xml.root, 'cols', 'col').map((node) => attributesOf(xml, node));
  return (column) =>
    columns
      .find((one) => Number(one.get('min')) <= column && column <= Number(one.get('max')))
      ?.get('style');
}
