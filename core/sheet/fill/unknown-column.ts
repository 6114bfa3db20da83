import { parseAddress } from '../../xlsx/address.ts';
import type { GridView } from '../form/grid-view.ts';
import { isWritable } from '../form/labels.ts';
import type { Places, TargetPlace } from '../form/places.ts';
import { plainWords } from '../form/words.ts';

/** Headings of columns that are surely not for 具体的な取組. */
const others =
  /備考|確認|印$|担当|責任|時期|期限|期間|指標|数値|件数|率$|更新|日$|評価|所見|コメント|理由|区分|種別|難易|優先|ID|点|参考|昨年|前年/i;

/**
 * The heading of an empty column between a row's target and result that nobody has understood: it may be
 * the place for 具体的な取組, so that these are not simply put behind the target. Null where there is none.
 */
export function unknownColumn(places: Places, { sheet, cells }: TargetPlace): string | null {
  const view = places.views.get(sheet);
  const from = cells.target && parseAddress(cells.target.cell);
  const to = cells.result && parseAddress(cells.result.cell);
  if (!view || !from || !to) return null;
  const known = new Set(Object.values(cells).map(({ cell }) => cell));
  if (from.column === to.column) return unknownRow(view, from, to.row, known);
  if (from.row !== to.row) return null;
  for (let column = view.at(from.row, from.column).area.right + 1; column < to.column; ) {
    const place = view.at(from.row, column);
    column = place.area.right + 1;
    if (known.has(place.address) || place.text || !isWritable(view, place)) continue;
    const heading = view.rows
      .filter((row) => row < from.row)
      .map((row) => view.at(row, place.area.left).text)
      .findLast((text) => text.trim() !== '');
    if (heading && heading.length < 40 && !others.test(plainWords(heading))) return heading;
  }
  return null;
}

/** The same in a card: a place between those of target and result, beside a label that says nothing known. */
function unknownRow(
  view: GridView,
  from: { readonly row: number; readonly column: number },
  to: number,
  known: ReadonlySet<string>,
): string | null {
  for (let row = view.at(from.row, from.column).area.bottom + 1; row < to; ) {
    const place = view.at(row, from.column);
    row = place.area.bottom + 1;
    if (known.has(place.address) || place.text || !isWritable(view, place)) continue;
    const { text } = view.at(place.area.top, place.area.left - 1);
    const isLabel = text.trim() !== '' && text.length < 40;
    if (isLabel && !others.test(plainWords(text))) return text;
  }
  return null;
}
