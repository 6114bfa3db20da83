import type { FillPlan } from '../../core/sheet/fill/fill.ts';
import type { Places } from '../../core/sheet/form/places.ts';
import { parseAddress } from '../../core/xlsx/address.ts';
import { mapRows } from '../../core/xlsx/formula/row-map.ts';
import { t } from '../../locales/t.ts';
import './sheet.css';

/** More show nothing new. */
const mostCells = 2;

/** The cells that hide a part of their text, as they are printed before and after they are set to wrap. */
export function WrapPicture({ places, plan }: { places: Places; plan: FillPlan }) {
  const cells = plan.plans.flatMap(({ sheet, wraps = [], writes, insertions }) => {
    const rows = mapRows(insertions);
    return wraps.flatMap((cell) => {
      const text = writes.find(({ address }) => address === cell)?.text ?? '';
      const at = parseAddress(cell);
      const view = places.views.get(sheet);
      if (!at || !view || !rows.ok) return [];
      const { area } = view.at(rows.value.origin(at.row).row, at.column);
      const { columnWidths, columnWidth } = view.grid;
      let points = 0;
      for (let column = area.left; column <= area.right; column++) {
        points += columnWidths.get(column) ?? columnWidth;
      }
      return [{ cell, text, points }];
    });
  });
  return (
    <div class="s-wraps">
      {(['before', 'after'] as const).map((when) => (
        <figure key={when} data-when={when}>
          <figcaption>{t(`sheet.wraps-${when}`)}</figcaption>
          {cells.slice(0, mostCells).map(({ cell, text, points }) => (
            <div key={cell} style={{ inlineSize: `${points}pt` }}>
              {text}
            </div>
          ))}
        </figure>
      ))}
    </div>
  );
}
