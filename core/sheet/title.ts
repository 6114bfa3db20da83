import { builtInEras, eraYearOf } from '../calendar/era.ts';
import type { GridView } from './grid-view.ts';
import { areaNamed } from './headings.ts';

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

/** Kana and kanji, all that wards are written in. The class of all letters takes longer to make ready than a title to be read. */
const wardName = /(?:^|[(・、])([々-〇ぁ-ヿ㐀-鿿豈-﫿]{1,5}区)(?=役所|[)・、]|$)/;

/** The ward a title names, 多摩区役所 or （多摩区）; null where it names none. */
export function wardIn(text: string): string | null {
  const title = text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/^.*年度|^.*市(?=.)/, '');
  const [, ward] = wardName.exec(title) ?? [];
  return ward && !/[各全当本]区$/.test(ward) ? ward : null;
}

/** 令和8年度, as a title has it; 2019 is 令和元年度. */
export function fiscalYearTitle(fiscalYear: number): string {
  const { era, year } = eraYearOf(fiscalYear) ?? { era: { name: '' }, year: fiscalYear };
  return `${era.name}${year === 1 ? '元' : year}年度`;
}

export interface SheetTitle {
  readonly fiscalYear: number | null;
  readonly ward: string | null;
  /** The cells of our own templates that wait for them. */
  readonly yearCell: string | null;
  readonly wardCell: string | null;
}

/** Looks through the cells above row `below`, those that have a name of ours first. */
export function titleOf(view: GridView, below: number): SheetTitle {
  const texts = view.rows
    .filter((row) => row < below && !view.grid.hiddenRows.has(row))
    .flatMap((row) => view.columns(row).map((column) => view.at(row, column).text))
    .filter((text) => text !== '' && text.length <= 80);
  const look = <T>(name: string, find: (text: string) => T | null) => {
    const area = areaNamed(view.grid, name);
    const place = area && view.at(area.top, area.left);
    const candidates = place ? [place.text, ...texts] : texts;
    const value = candidates.map(find).find((found) => found !== null) ?? null;
    return { value, cell: place && !place.text.trim() ? place.address : null };
  };
  const year = look('year', (text) => fiscalYearIn(text));
  const ward = look('ward', wardIn);
  return {
    fiscalYear: year.value,
    ward: ward.value,
    yearCell: year.cell,
    wardCell: ward.cell,
  };
}
