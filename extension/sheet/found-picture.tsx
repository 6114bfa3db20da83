import type { SectionPlace, SheetMap } from '../../core/sheet/template-map.ts';
import { parseAddress } from '../../core/xlsx/address.ts';
import { isKey, t } from '../../locales/t.ts';
import { Drawn } from './drawn.tsx';

/** Rows above a section's first that show its header. */
const above = 2;
const mostRows = 4;

/** The header and the chosen section as they stand in the worksheet, each column with what it was found to be. */
export function FoundPicture({ map, place }: { map: SheetMap; place: SectionPlace }) {
  const first = map.sections[0]?.targets[0]?.top ?? 1;
  const top = place.targets[0]?.top ?? first;
  const found = Object.entries(place.targets[0]?.cells ?? {}).flatMap(([field, cell]) => {
    const at = parseAddress(cell);
    if (!at) return [];
    const { area } = map.view.at(at.row, at.column);
    const key = `place.${field}`;
    return [{ first: area.left, last: area.right, name: isKey(key) ? t(key) : field }];
  });
  const rows = map.view.rows.filter(
    (row) =>
      (row >= first - above && row < first) ||
      (row >= top && row <= Math.min(place.targets.at(-1)?.bottom ?? top, top + mostRows - 1)),
  );
  return <Drawn view={map.view} caption={t('sheet.picture')} rows={rows} found={found} />;
}
