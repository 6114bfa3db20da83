import type { SectionPlace, SheetMap } from '../../core/sheet/template-map.ts';
import { isKey, t } from '../../locales/t.ts';
import { policyMark } from './policies.tsx';

/** What a cell is for, in the chief's words. */
export interface CellName {
  /** Null where it is the whole sheet's. */
  readonly place: SectionPlace | null;
  /** 目標1, 目標1の実施結果, 方針①. */
  readonly name: string;
}

export function targetFieldName(no: number, field: string): string {
  const key = `place.${field}`;
  if (field === 'target' || !isKey(key)) return t('sheet.targetOf', { no });
  return t('sheet.fieldOf', { no, field: t(key) });
}

/** Names a worksheet's cells by their addresses; `added` counts the rows that are put in below the cell's, 0 is its own. */
export function cellNames(map: SheetMap): (address: string, added: number) => CellName | null {
  const names = new Map<string, (added: number) => CellName>();
  const put = (address: string | null, place: SectionPlace | null, name: string) => {
    if (address !== null) names.set(address, () => ({ place, name }));
  };
  put(map.yearCell, null, t('sheet.year'));
  put(map.wardCell, null, t('place.ward'));
  // One cell may hold them all.
  const marks = new Map<string, string>();
  map.policies.forEach(({ address }, slot) => {
    marks.set(address, (marks.get(address) ?? '') + policyMark(slot));
  });
  for (const [address, mark] of marks) put(address, null, t('sheet.policyNo', { mark }));
  for (const place of map.sections) {
    for (const [index, { cells }] of place.targets.entries()) {
      for (const [field, address] of Object.entries(cells)) {
        names.set(address, (added) => ({
          place,
          name: targetFieldName(index + 1 + added, field),
        }));
      }
    }
    put(place.divisionCell, place, t('place.division'));
    put(place.nameCell, place, t('place.section'));
  }
  return (address, added) => names.get(address)?.(added) ?? null;
}
