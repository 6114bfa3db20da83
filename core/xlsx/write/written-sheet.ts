import { address } from '../address.ts';
import { textIn } from '../read/cell-text.ts';
import type { Worksheet } from '../read/workbook.ts';
import { utf8Text } from '../utf8-text.ts';
import { childOf, prefixOf, tagOf } from '../xml/xml-look.ts';
import { changesByRow, noChanges } from './patch-rows.ts';
import type { Styled } from './prepare-plan.ts';
import { isTagKept } from './row-difference.ts';
import { sameBytes } from './same-bytes.ts';

const lessThan = 0x3c;
const greaterThan = 0x3e;

/**
 * Whether a worksheet as it was written is the one before byte for byte, but for the texts of the cells
 * that were written and the heights of their rows. It is gone through once, without being read as XML.
 * False says only that more has changed, or that it has to be looked at more closely (`sheetDifference`).
 */
export function isWrittenSheet(sheet: Worksheet, content: Uint8Array, plan: Styled): boolean {
  const { rows, xml } = sheet;
  const { texts, heights } = plan.changes;
  const data = childOf(xml.root, 'sheetData');
  if (!data || plan.map.insertions.length > 0) return false;
  const prefix = prefixOf(xml, data);
  /** As far as both are the same, what was written aside. */
  let [old, now] = [0, 0];
  const sameTo = (to: number) => {
    const length = to - old;
    if (now + length > content.length) return false;
    const same = sameBytes(xml.bytes, old, content, now, length);
    old = to;
    now += length;
    return same;
  };
  const says = (text: string) => {
    for (let at = 0; at < text.length; at++) {
      if (content[now + at] !== text.charCodeAt(at)) return false;
    }
    now += text.length;
    return true;
  };
  const saysText = (text: string) => {
    const end = content.indexOf(lessThan, now);
    // U+FFFD may also stand for what is no character.
    if (end < 0 || text.includes('\ufffd')) return false;
    const found = textIn(utf8Text(content, now, end));
    now = end;
    return found === text;
  };

  const changes = changesByRow(texts, plan.styles);
  const numbers = [...new Set([...changes.keys(), ...heights.keys()])].sort((a, b) => a - b);
  for (const number of numbers) {
    const row = rows.find(number);
    if (!row || row.node.inside === row.node.to || !sameTo(row.node.from)) return false;
    const end = content.indexOf(greaterThan, now) + 1;
    const tag = utf8Text(content, now, end);
    if (!isTagKept(tagOf(xml, row.node), tag, number, heights.get(number))) return false;
    [old, now] = [row.node.inside, end];
    const own = changes.get(number) ?? noChanges;
    let met = 0;
    for (const { column, node, style } of row.cells) {
      const text = own.get(column)?.text;
      if (text === undefined) continue;
      met++;
      const look = own.get(column)?.style ?? style;
      const start = `<${prefix}c r="${address(number, column)}"${look === undefined ? '' : ` s="${look}"`}`;
      const opened = text
        ? `${start} t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">`
        : `${start}/>`;
      if (!sameTo(node.from) || !says(opened)) return false;
      if (text && !(saysText(text) && says(`</${prefix}t></${prefix}is></${prefix}c>`)))
        return false;
      old = node.to;
    }
    if (met < own.size) return false;
  }
  return sameTo(xml.bytes.length) && now === content.length;
}
