import type { FieldWrite, FillPlan } from '../../core/sheet/fill/fill.ts';
import { plainText } from '../../core/sheet/model/cell-text.ts';
import type { SectionName } from '../../core/sheet/model/section-name.ts';
import { parseAddress } from '../../core/xlsx/address.ts';
import { mapRows } from '../../core/xlsx/formula/row-map.ts';
import { writeName } from './cell-names.ts';

/** One cell before and after. */
export interface Change {
  readonly sheet: string;
  /** As it is called afterwards. */
  readonly cell: string;
  /** Null where it is the whole sheet's. */
  readonly section: SectionName | null;
  /** 目標1, 目標1の実施結果, 方針①. */
  readonly name: string;
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
export function changesOf({ writes, plans }: FillPlan): Change[] {
  const rowsOf = new Map(plans.map(({ sheet, insertions }) => [sheet, mapRows(insertions)]));
  return writes.map((write) => {
    const { sheet, cell, section, before, after } = write;
    const rows = rowsOf.get(sheet);
    const row = parseAddress(cell)?.row ?? 0;
    return {
      sheet,
      cell,
      section,
      name: writeName(write),
      was: before && plainText(before),
      is: after && plainText(after),
      replaces: before !== null && !emptySlot.test(before) && !isAwaited(write),
      added: rows?.ok === true && rows.value.origin(row).isNew,
    };
  });
}
