import { parseAddress } from '../../xlsx/address.ts';
import { mapRows } from '../../xlsx/formula/row-map.ts';
import { plainText } from '../model/cell-text.ts';
import type { FieldWrite, FillPlan } from './fill.ts';

/** One cell before and after. */
export interface CellChange
  extends Pick<FieldWrite, 'sheet' | 'cell' | 'section' | 'no' | 'field'> {
  readonly was: string | null;
  readonly is: string | null;
  /** It takes the place of a text; the mark of an empty policy is none. */
  readonly replaces: boolean;
  /** In a row that is put in. */
  readonly added: boolean;
}

/** The marks alone of policies that are not written yet. */
const emptySlot = /^[\s①②③④⑤⑥⑦⑧⑨⑩]*$/;

/** A cell that waits for the year, the ward or a section's name holds no text of anybody: 令和　年度. */
const isAwaited = ({ field, no }: FieldWrite): boolean => no === null && field !== 'policy';

/** What a plan will change, cell by cell, in the worksheets' order. */
export function cellChanges({ writes, plans }: FillPlan): CellChange[] {
  const rowsOf = new Map(plans.map(({ sheet, insertions }) => [sheet, mapRows(insertions)]));
  return writes.map((write) => {
    const { sheet, cell, section, no, field, before, after } = write;
    const rows = rowsOf.get(sheet);
    const row = parseAddress(cell)?.row ?? 0;
    return {
      sheet,
      cell,
      section,
      no,
      field,
      was: before && plainText(before),
      is: after && plainText(after),
      replaces: before !== null && !emptySlot.test(before) && !isAwaited(write),
      added: rows?.ok === true && rows.value.origin(row).isNew,
    };
  });
}
