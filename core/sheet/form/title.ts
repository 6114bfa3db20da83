import { builtInEras, eraYearOf } from '../../calendar/era.ts';
import { remembered } from '../model/remembered.ts';
import type { CellPlace } from './form.ts';
import { areaNamed } from './given.ts';
import type { GridView, Place } from './grid-view.ts';
import { valuePlace } from './titles.ts';

/** What stands above a table: the 年度 and the ward. */

/** The 年度 a title names, 令和５年度, 令和八年度, 2023年度 or 令和5（2023）年度; null where it names none. */
export const fiscalYearIn = (text: string, eras = builtInEras): number | null =>
  yearsIn(text, /(\D{0,2}?)(元|\d{1,4})年度/g, eras)[0] ?? null;

/** Every 年度 that a label names, in its order; R8 for short too. */
export const fiscalYearsIn = remembered((text): readonly number[] =>
  anyYear.test(text)
    ? yearsIn(text, /(\D{0,2}?)(?:(元|\d{1,4})年度|(?<=[RH])(\d{1,2})(?![\d.]))/g)
    : [],
);

/** Asked first: most texts name none. */
const anyYear = /年\s*度|[RHＲＨ][0-9０-９]/;

function yearsIn(text: string, pattern: RegExp, eras = builtInEras): number[] {
  const title = text
    .normalize('NFKC')
    .replace(/\s/g, '')
    // The year in brackets is the same once more.
    .replace(/(元|\d{1,4})年?\((?:\D{0,2}?)(?:元|\d{1,4})年?\)年度/g, '$1年度')
    .replace(/[一二三四五六七八九十]{1,3}(?=年度)/g, (digits) => String(kanjiNumber(digits)));
  return [...title.matchAll(pattern)].flatMap(([, name = '', digits, short]) => {
    const year = digits ?? short ?? '';
    if (/^\d{4}$/.test(year)) return [Number(year)];
    const era = eras.findLast((each) => name.endsWith(each.name) || name.endsWith(each.initial));
    return era ? [Number(era.from.slice(0, 4)) + (year === '元' ? 1 : Number(year)) - 1] : [];
  });
}

/** 八 is 8, 十二 12, 二十一 21. */
function kanjiNumber(text: string): number {
  const digit = (sign: string) => '〇一二三四五六七八九'.indexOf(sign);
  const [tens = '', ones = ''] = text.includes('十') ? text.split('十') : ['', text];
  const ten = text.includes('十') ? (tens ? digit(tens) : 1) * 10 : 0;
  return ten + (ones ? digit(ones) : 0);
}

/** Kana and kanji, all that wards are written in. The class of all letters takes longer to make ready than a title to be read. */
const wardName = /(?:^|[(・、])((?:(?!区)[々-〇ぁ-ヿ㐀-鿿豈-﫿]){1,5}区)(?=役所|[)・、]|$)/;

/** The ward a title names, 多摩区役所 or （多摩区）; null where it names none. */
export function wardIn(text: string): string | null {
  const title = text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/^.*年度|^.*市(?=.)/, '');
  const [, ward] = wardName.exec(title) ?? [];
  return ward && !/(?:[各全当本他]|する|した|ある|いる)区$/.test(ward) ? ward : null;
}

/** 令和8年度, as a title has it; 2019 is 令和元年度. */
export function fiscalYearTitle(fiscalYear: number): string {
  const { era, year } = eraYearOf(fiscalYear) ?? { era: { name: '' }, year: fiscalYear };
  return `${era.name}${year === 1 ? '元' : year}年度`;
}

/** Room for a 年度: nothing, or 令和　　年度. */
const yearRoom = /^(?:(?:令和|平成)?[\s\u3000_＿]*年?度?)$/;

export interface SheetTitle {
  readonly fiscalYear: number | null;
  readonly ward: string | null;
  /** The cells that wait for them. */
  readonly yearCells: readonly CellPlace[];
  readonly wardCells: readonly CellPlace[];
}

/**
 * Looks through the cells above row `below`, those that have a name of ours first. A cell beside 年度
 * that says nothing yet, or 令和　　年度, waits for the year.
 */
export function titleOf(view: GridView, below: number): SheetTitle {
  const { name } = view.grid;
  const places = view.rows
    .filter((row) => row < below && !view.grid.hiddenRows.has(row))
    .flatMap((row) =>
      view
        .columns(row)
        .map((column) => ({ column, place: view.at(row, column) }))
        .filter(({ column, place: { area } }) => area.top === row && area.left === column)
        .map(({ place }) => place),
    );
  const texts = places.map(({ text }) => text).filter((text) => text !== '' && text.length <= 80);
  const look = <T>(what: string, find: (text: string) => T | null, room: RegExp | null) => {
    const area = areaNamed(view.grid, what);
    const named = area && view.at(area.top, area.left);
    const value =
      (named ? [named.text, ...texts] : texts).map(find).find((each) => each !== null) ?? null;
    if (named)
      return { value, cells: named.text.trim() ? [] : [{ sheet: name, cell: named.address }] };
    const waiting = places.flatMap((place): CellPlace[] => {
      if (!room || !/^年\s*度$/.test(place.text.trim())) return [];
      const beside = valuePlace(view, place);
      return beside && !beside.cell?.formula && room.test(beside.text.trim())
        ? [{ sheet: name, cell: beside.address }]
        : [];
    });
    return { value, cells: waiting };
  };
  const year = look('year', (text) => fiscalYearIn(text), yearRoom);
  const ward = look('ward', wardIn, null);
  return {
    fiscalYear: year.value,
    ward: ward.value,
    yearCells: year.value === null ? year.cells : [],
    wardCells: ward.value === null ? ward.cells : [],
  };
}

/** What a form's own cells for the 年度 and the ward add to a title: what they say, or that they wait. */
export function withTaught(
  title: SheetTitle,
  { grid }: GridView,
  year: Place | null,
  ward: Place | null,
): SheetTitle {
  const waits = (place: Place | null, room: RegExp) =>
    place && !place.cell?.formula && room.test(place.text.trim())
      ? [{ sheet: grid.name, cell: place.address }]
      : null;
  return {
    fiscalYear: (year && fiscalYearIn(year.text)) ?? title.fiscalYear,
    ward: (ward && wardIn(ward.text)) ?? title.ward,
    yearCells: waits(year, yearRoom) ?? title.yearCells,
    wardCells: waits(ward, /^$/) ?? title.wardCells,
  };
}
