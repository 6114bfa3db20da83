import { isUnitName, parseSectionName, type SectionName } from '../model/section-name.ts';
import type { CellPlace } from './form.ts';
import { areaNamed } from './given.ts';
import type { GridView, Place } from './grid-view.ts';
import { type Label, labelledPlace } from './labels.ts';
import { type Heading, readHeading, surestField } from './words.ts';

/** The name of a section above its table or cards, or the cell that waits for it. */
export interface Title extends SectionName {
  readonly row: number;
  /** Where the name stands or waits; null where it can't be written there. */
  readonly place: CellPlace | null;
  /** The label beside it, if any. */
  readonly label: Place | null;
  /** The place of what stands over it: the 部, or the 課 of a 係. */
  readonly above: Place | null;
}

/** The names of sections in a worksheet, from the top: beside 部署名, in one cell with it, or in a line of their own. */
export function titlesIn(
  view: GridView,
  labels: readonly Label[],
  isTaken: (place: Place) => boolean,
): Title[] {
  const named = areaNamed(view.grid, 'section_name');
  if (named) return [titleAt(view, view.at(named.top, named.left), null)];
  const beside = labels
    .filter(({ place, heading }) => isSection(heading) && !isTaken(place))
    .flatMap(({ place, heading }) => {
      const value = valuePlace(view, place);
      return value
        ? [
            {
              title: titleAt(view, value, place),
              value,
              weight: heading.fields.get('section') ?? 0,
            },
          ]
        : [];
    });
  const most = Math.max(0, ...beside.map(({ weight }) => weight));
  const found =
    unitOf(beside) ?? beside.filter(({ weight }) => weight === most).map(({ title }) => title);
  const inside = placesOf(view).flatMap((place): Title[] => {
    const [, label, name] = /^([^:：]{1,12})[:：](.+)$/s.exec(place.text.trim()) ?? [];
    const heading = label ? readHeading(label) : null;
    const is = heading && name && isSection(heading) && isUnitName(name);
    return is && !isTaken(place)
      ? [{ ...parseSectionName(name), row: place.area.top, place: null, label: place, above: null }]
      : [];
  });
  return [...found, ...inside].sort((a, b) => a.row - b.row);
}

/** ① 所属 is the first of something, such as a policy. */
const isSection = (heading: Heading): boolean =>
  heading.number === null && surestField(heading) === 'section';

interface Beside {
  readonly title: Title;
  readonly value: Place;
  readonly weight: number;
}

/** Where 課名 is given and 係名 asked for, the 係 is the section, and the 課 stands over it. */
function unitOf(beside: readonly Beside[]): Title[] | null {
  const above = beside.find(({ title, weight }) => weight === 3 && title.section !== '');
  const unit = beside.find(({ weight }) => weight === 2)?.title;
  return above && unit
    ? [{ ...unit, division: unit.division ?? above.title.section, above: above.value }]
    : null;
}

/** The lines between tables that name a section: 【まちづくり推進部　総務課】. */
export function linesOfNames(view: GridView, isTaken: (place: Place) => boolean): Title[] {
  return placesOf(view).flatMap((place): Title[] => {
    const name = isTaken(place) ? null : nameInLine(place.text);
    const at = { sheet: view.grid.name, cell: place.address };
    return name ? [{ ...name, row: place.area.top, place: at, label: null, above: null }] : [];
  });
}

/** The section that a line of its own names, marked or counted or bare: ■ 保護課, （１）保護課. */
export function nameInLine(line: string): SectionName | null {
  const text = line.trim();
  if (text === '' || text.length > 60) return null;
  // 【区民課】（区民サービス部）
  const whole = text.replace(/^【([^】]+)】[\s\u3000]*(?=[（(][^（()）]+[）)]$)/, '$1');
  const bare = (whole === text ? text.replace(counting, '').replace(brackets, '') : whole).replace(
    /[｜|／>＞]/g,
    '\u3000',
  );
  const name = parseSectionName(bare);
  const says = isUnitName(bare) && unitEnd.test(name.section) && !readHeading(text);
  return says && (bare !== text || unitEnd.test(text)) ? name : null;
}

const brackets = /^[\s【〔[<＜（(■●◆○◎・□▼▽]+|[\s】〕\]>＞）)]+$/g;
/** （１）保護課, 2．衛生課 */
const counting =
  /^[\s\u3000]*[（(]?(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,2})[）).．、][\s\u3000]*/;
export const unitEnd = /(?:課|係|担当|室|センター|出張所|支所|事務所|館|園)$/;

/** Each place with a text once, from the top. */
function placesOf(view: GridView): Place[] {
  return view.rows
    .filter((row) => !view.grid.hiddenRows.has(row))
    .flatMap((row) =>
      view
        .columns(row)
        .map((column) => ({ column, place: view.at(row, column) }))
        .filter(({ column, place: { area, text } }) => {
          return text !== '' && area.top === row && area.left === column;
        })
        .map(({ place }) => place),
    );
}

/** The place of a label's value; where that is computed, the cell right of it. */
export function valuePlace(view: GridView, label: Place): Place | null {
  const { top, right } = label.area;
  const beside = view.at(top, right + 1);
  return beside.cell?.formula ? beside : (labelledPlace(view, label)?.value ?? null);
}

function titleAt({ grid }: GridView, place: Place, label: Place | null): Title {
  const { text, address, area, cell } = place;
  const waits = waitsForName(text);
  const named = !waits && isUnitName(text) ? nameFrom(text) : null;
  return {
    division: named?.division ?? null,
    section: named?.section ?? '',
    row: area.top,
    place: cell?.formula ? null : { sheet: grid.name, cell: address },
    label,
    above: null,
  };
}

/** Room is left for a name: nothing, 課 alone, or 多摩区役所　　　　　課. */
export function waitsForName(text: string): boolean {
  const bare = text.trim();
  return bare === '' || /^(?:部|課|係|室|課・係)$/.test(bare) || room.test(bare);
}

const room = /^(.{0,12}?)[\s\u3000_＿]{3,}(?:[（(]?[課係室担当所部]{1,2}[）)]?)?$/;

/** A name where room was left for it, what stands before the room kept. */
export function nameInBlank(text: string, name: string): string {
  const before = room.exec(text.trim())?.[1] ?? '';
  return before + name;
}

/** The name in a cell; 多摩区役所 before it is the ward's. */
export const nameFrom = (text: string): SectionName =>
  parseSectionName(text.replace(/^[\s\u3000]*[^\s\u3000]{1,5}区役所[\s\u3000]*(?=.)/, ''));

/** A tab named 区民課 tells whose sheet it is; one named 様式 does not. */
export function tabTitle({ grid }: GridView): SectionName | null {
  const name = parseSectionName(grid.name);
  return /(?:課|係|担当|室|センター|出張所)$/.test(name.section) ? name : null;
}
