import { address, parseAddress } from '../address.ts';
import { lastRow } from '../formula/reference.ts';
import type { RowMap } from '../formula/row-map.ts';
import { inlineString } from '../read/cell-text.ts';
import type { SheetRow } from '../read/sheet-rows.ts';
import type { Worksheet } from '../read/workbook.ts';
import { utf8Text } from '../utf8-text.ts';
import type { XmlNode } from '../xml/xml.ts';
import { childOf, prefixOf, valueSpan } from '../xml/xml-look.ts';
import { cellStyles } from './cell-style.ts';
import { type Edit, tagWith } from './edits.ts';

/** What is to stand in cells, and how high rows are to be; addresses and rows as they are afterwards. */
export interface RowChanges {
  readonly texts: ReadonlyMap<string, string | null>;
  readonly heights: ReadonlyMap<number, number>;
}

/** What becomes of one cell: another text, another style, or both. */
export interface CellChange {
  readonly text?: string | null;
  readonly style?: string;
}

type Changes = ReadonlyMap<number, CellChange>;
export const noChanges: Changes = new Map();

/**
 * Edits the rows that are written to, that move or that are new, and of these only what must
 * change. A cell keeps its style, or has the one that `styles` says; a new row has its pattern's
 * look, and no content; what moves beyond the last row that Excel has falls off.
 */
export function patchRows(
  sheet: Worksheet,
  map: RowMap,
  changes: RowChanges,
  styles: ReadonlyMap<string, string>,
): Edit[] {
  const { xml, rows } = sheet;
  const data = childOf(xml.root, 'sheetData');
  if (!data) return [];
  const prefix = prefixOf(xml, data);
  const changesOf = changesByRow(changes.texts, styles);
  const styleOf = cellStyles(sheet).of;

  const cellXml = (
    row: number,
    column: number,
    style: string | undefined,
    text: string | null,
    formula?: XmlNode,
  ) => {
    const look = style === undefined ? '' : ` s="${style}"`;
    const start = `<${prefix}c r="${address(row, column)}"${look}`;
    if (text === null && formula) {
      return `${start}>${utf8Text(xml.bytes, formula.from, formula.to)}</${prefix}c>`;
    }
    if (text === null) return `${start}/>`;
    return `${start} t="inlineStr">${inlineString(text, prefix)}</${prefix}c>`;
  };
  const rowTag = (number: number, row: SheetRow | undefined, widens = false) => {
    const points = changes.heights.get(number);
    const height = points === undefined ? {} : { ht: String(points), customHeight: '1' };
    const values = { r: String(number), ...height };
    if (row) return tagWith(xml, row.node, widens ? { ...values, spans: null } : values);
    const written = Object.entries(values).map(([name, value]) => ` ${name}="${value}"`);
    return `<${prefix}row${written.join('')}>`;
  };
  /** A whole row whose cells, but for those written to and formulas (`isRepeatable`), are empty; of the styles that its pattern has. */
  const freshRow = (number: number, pattern: SheetRow | undefined) => {
    const own = changesOf.get(number) ?? noChanges;
    const known = new Map(pattern?.cells.map((cell) => [cell.column, cell.node]));
    const columns = new Set([...known.keys(), ...own.keys()]);
    const cells = [...columns]
      .sort((one, other) => one - other)
      .map((column) => {
        const change = own.get(column);
        const style = change?.style ?? styleOf(pattern, column);
        const node = known.get(column);
        const formula = node && childOf(node, 'f');
        return cellXml(number, column, style, change?.text ?? null, formula);
      });
    const tag = rowTag(number, pattern, own.size > 0).replace(/\s*\/?>$/, '');
    return cells.length > 0 ? `${tag}>${cells.join('')}</${prefix}row>` : `${tag}/>`;
  };

  const edits: Edit[] = [];
  const patch = (row: SheetRow, number: number) => {
    const moves = number !== row.row;
    const own = changesOf.get(number) ?? noChanges;
    if (!moves && own.size === 0 && !changes.heights.has(number)) return;
    const { from, inside, to, close } = row.node;
    if (number > lastRow) {
      edits.push({ from, to, text: '' });
      return;
    }
    if (inside === to) {
      edits.push({ from, to, text: freshRow(number, row) });
      return;
    }
    const there = new Set(row.cells.map(({ column }) => column));
    const added = [...own].filter(
      ([column, { text, style }]) => !there.has(column) && (text || style !== undefined),
    );
    if (moves || changes.heights.has(number) || added.length > 0) {
      edits.push({ from, to: inside, text: rowTag(number, row, added.length > 0) });
    }
    const written = String(number);
    const digits = String(row.row).length;
    for (const { column, node, style, numbered } of row.cells) {
      const change = own.get(column);
      if (change?.text !== undefined) {
        const text = cellXml(number, column, change.style ?? style, change.text);
        edits.push({ from: node.from, to: node.to, text });
      } else if (change) {
        const values = { s: change.style ?? null, ...(numbered && { r: address(number, column) }) };
        edits.push({ from: node.from, to: node.inside, text: tagWith(xml, node, values) });
      } else if (moves && numbered) {
        // The row's number is the end of the address; there may be a hundred thousand of them.
        const end = valueSpan(xml, node, 'r')?.to ?? node.inside;
        edits.push({ from: end - digits, to: end, text: written });
      }
    }
    for (const [column, { text = null, style }] of added) {
      const at = row.cells.find((cell) => cell.column > column)?.node.from ?? close;
      const cell = cellXml(number, column, style ?? styleOf(row, column), text);
      edits.push({ from: at, to: at, text: cell });
    }
  };
  const [first] = map.insertions;
  if (first) {
    for (let index = rows.indexOf(first.after + 1); index < rows.count; index++) {
      const number = rows.numberAt(index);
      patch(rows.at(index), map.moved(number));
    }
  }
  const fresh = new Set<number>();
  for (const number of new Set([...changesOf.keys(), ...changes.heights.keys()])) {
    const { row, isNew } = map.origin(number);
    const known = isNew ? undefined : rows.find(row);
    if (!known) fresh.add(number);
    else if (number === row) patch(known, number);
  }
  for (const { after, count } of map.insertions) {
    if (!rows.find(after)) continue;
    for (let n = 1; n <= count; n++) fresh.add(map.moved(after) + n);
  }
  const texts = [...fresh]
    .sort((one, other) => one - other)
    .map((number) => {
      const { row, isNew } = map.origin(number);
      const above = rows.indexOf(isNew ? row + 1 : row) - 1;
      const at = above < 0 ? data.inside : rows.at(above).node.to;
      return { at, text: freshRow(number, isNew ? rows.find(row) : undefined) };
    });
  for (const edit of insertedIn(data, texts, prefix)) edits.push(edit);
  return edits;
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

/** The changes of cells by their rows and columns, from left to right. */
export function changesByRow(
  texts: ReadonlyMap<string, string | null>,
  styles: ReadonlyMap<string, string>,
): Map<number, Changes> {
  const rows = new Map<number, Map<number, CellChange>>();
  const add = (name: string, change: CellChange) => {
    const place = parseAddress(name);
    if (!place) return;
    const { row, column } = place;
    const own = rows.get(row);
    if (!own) rows.set(row, new Map([[column, change]]));
    else own.set(column, own.has(column) ? { ...own.get(column), ...change } : change);
  };
  texts.forEach((text, name) => {
    add(name, { text });
  });
  styles.forEach((style, name) => {
    add(name, { style });
  });
  // Several may be added at one place.
  rows.forEach((own, row) => {
    if (!isSorted(own)) rows.set(row, new Map([...own].sort(([a], [b]) => a - b)));
  });
  return rows;
}

function isSorted(own: Changes): boolean {
  let [before, sorted] = [0, true];
  own.forEach((_, column) => {
    sorted &&= column > before;
    before = column;
  });
  return sorted;
}
