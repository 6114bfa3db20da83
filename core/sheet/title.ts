import { builtInEras } from '../calendar/era.ts';
import type { GridView } from './grid-view.ts';
import { areaNamed } from './header.ts';

/** What stands above a table: the 年度 and the ward. */

/** The 年度 a title names, 令和５年度 or 2023年度; null where it names none. */
export function fiscalYearIn(text: string, eras = builtInEras): number | null {
  const title = text.normalize('NFKC').replace(/\s/g, '');
  for (const [, name = '', digits = ''] of title.matchAll(/(\D{0,2}?)(元|\d{1,4})年度/g)) {
    if (/^\d{4}$/.test(digits)) return Number(digits);
    const era = eras.findLast((each) => name.endsWith(each.name) || name === each.initial);
    if (era) return Number(era.from.slice(0, 4)) + (digits === '元' ? 1 : Number(digits)) - 1;
  }
  return null;
}

/** The ward a title names, 多摩区役所 or （多摩区）; null where it names none. */
export function wardIn(text: string): string | null {
  const title = text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/^.*年度|^.*市(?=.)/, '');
  const [, ward] = /(?:^|[(・、])([\p{L}ー]{1,5}区)(?=役所|[)・、]|$)/u.exec(title) ?? [];
  return ward && !/[各全当本]区$/.test(ward) ? ward : null;
}

/** Looks through the cells above row `below`, those that have a name of ours first. */
export function titleOf(
  view: GridView,
  below: number,
): { readonly fiscalYear: number | null; readonly ward: string | null } {
  const texts = view.rows
    .filter((row) => row < below && !view.grid.hiddenRows.has(row))
    .flatMap((row) => view.columns(row).map((column) => view.at(row, column).text))
    .filter((text) => text !== '' && text.length <= 80);
  const named = (what: string) => {
    const area = areaNamed(view.grid, what);
    return area ? [view.at(area.top, area.left).text] : [];
  };
  const first = <T>(candidates: readonly string[], find: (text: string) => T | null): T | null => {
    for (const text of candidates) {
      const found = find(text);
      if (found !== null) return found;
    }
    return null;
  };
  return {
    fiscalYear: first([...named('year'), ...texts], (text) => fiscalYearIn(text)),
    ward: first([...named('ward'), ...texts], wardIn),
  };
}
