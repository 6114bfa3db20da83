import { plainText } from '../../core/sheet/cell-text.ts';
import type { FillPlan } from '../../core/sheet/fill.ts';
import type { TemplateMap } from '../../core/sheet/template-map.ts';
import { address, parseAddress } from '../../core/xlsx/address.ts';
import { mapRows } from '../../core/xlsx/row-map.ts';
import { type CellName, cellNames } from './cell-names.ts';

/** One cell before and after. */
export interface Change {
  readonly sheet: string;
  /** As it is called afterwards. */
  readonly cell: string;
  /** What it is for; null where the template alone knows. */
  readonly what: CellName | null;
  readonly was: string | null;
  readonly is: string | null;
  /** It takes the place of a text; the mark of an empty policy is none. */
  readonly replaces: boolean;
  /** In a row that is put in. */
  readonly added: boolean;
}

/** The marks alone of policies that are not written yet. */
const emptySlot = /^[\s①②③④⑤⑥⑦⑧⑨⑩]*$/;

/** What a plan will change, cell by cell, in the worksheets' order. */
export function changesOf({ sheets }: TemplateMap, { plans }: FillPlan): Change[] {
  return plans.flatMap(({ sheet, insertions, writes }) => {
    const map = sheets.find(({ view }) => view.grid.name === sheet);
    const rows = mapRows(insertions);
    if (!map || !rows.ok) return [];
    const nameOf = cellNames(map);
    return writes.flatMap(({ address: cell, text }) => {
      const place = parseAddress(cell);
      if (!place) return [];
      const { row, isNew } = rows.value.origin(place.row);
      const origin = address(row, place.column);
      const was = isNew ? null : (map.view.grid.cells.get(origin)?.text ?? null);
      return [
        {
          sheet,
          cell,
          what: nameOf(origin, place.row - rows.value.moved(row)),
          was: was === null ? null : plainText(was),
          is: text ? plainText(text) : null,
          replaces: was !== null && !emptySlot.test(was),
          added: isNew,
        },
      ];
    });
  });
}
