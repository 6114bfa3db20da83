import type { GridView, Place } from './grid-view.ts';
import type { Label } from './labels.ts';
import { isAnothers, isLeftToOthers, isOthers, leftToOthers } from './whose.ts';
import { plainWords } from './words.ts';
import { isOtherYear, yearMeant } from './years.ts';

/** Parts of a worksheet that the section does not fill in: another 年度's, somebody else's, examples. */

/** What each 年度 has anew. */
export const yearly = ['target', 'measures', 'midResult', 'result', 'achievement'] as const;

const superior =
  /(?:部長|区長|次長|局長|上司|評価者|委員会|事務局|審査|確認者|主管課|企画課|総務課|推進本部)[^。]{0,3}(?:記入|使用|確認|処理|評価|コメント|所見|講評|記載|意見)|^(?:部長|区長|副区長|次長|局長|上司|事務局|委員会)$/;
const example = /^[（(【]?(?:(?:記入|記載|作成|入力)の?例|例|見本)[）)】]?(?:文|示)?$/;

/** Whether the words over some cells say that others fill them in, or that it was done another year. */
export function isForeign(text: string, year: number | null): boolean {
  const plain = text.replace(/[\s\u3000]/g, '');
  return isOthers(text) || superior.test(plain) || example.test(plain) || isOtherYear(plain, year);
}

/**
 * Whether a row stands under a caption of such a part, 「１　前年度の振り返り」 or 「事務局使用欄」 over a table
 * or cards of its own, as far as the next caption.
 */
export function foreignRows(view: GridView, asked: number | null): (row: number) => boolean {
  const captions = view.rows.flatMap((row) => captionIn(view, row) ?? []);
  const texts = captions.map(({ text }) => text);
  const year = yearMeant(texts, texts.slice(0, 1), asked);
  const told = captions.map(({ area, text }) => ({
    row: area.top,
    isForeign: isForeign(text, year),
  }));
  if (!told.some((caption) => caption.isForeign)) return () => false;
  return (row) => told.findLast((caption) => caption.row <= row)?.isForeign ?? false;
}

/** The only text of a row, where nothing is drawn right of it. */
function captionIn(view: GridView, row: number): Place | null {
  let only: Place | null = null;
  for (const column of view.columns(row)) {
    const place = view.at(row, column);
    if (place.area === only?.area || place.area.top !== row || !place.text.trim()) continue;
    if (only) return null;
    only = place;
  }
  if (!only || only.text.length > longestCaption || remark.test(only.text)) return null;
  const beside = view.at(row, only.area.right + 1);
  return (beside.cell?.look.edges ?? 0) > 0 ? null : only;
}

const longestCaption = 40;
const remark = /^[\s\u3000]*[※＊*・]|。/;

/**
 * Whether a place beside a label stands in a column of such a part: 昨年度 left of 今年度, 記入例 left of 記入欄,
 * over cards whose labels stand left of both; or its label itself is of another 年度.
 */
export function foreignColumns(
  view: GridView,
  asked: number | null,
): (label: Label, place: Place) => boolean {
  const short = view.rows.flatMap((row) =>
    view
      .columns(row)
      .map((column) => view.at(row, column))
      .filter(({ area, text, cell }, index, all) => {
        const isFirst = area.top === row && all[index - 1]?.area !== area;
        const isHead = cell?.look.filled || cell?.look.bold;
        return isFirst && isHead && text !== '' && text.length <= longestHead;
      }),
  );
  const year = yearMeant(
    [],
    short.slice(0, 12).map(({ text }) => text),
    asked,
  );
  const heads = short.filter(({ text }) => isForeign(text, year));
  // The name of a section beside its labels is whose they are.
  const isTheirs = ({ text }: Place) =>
    text !== '' && !/[課係室]$/.test(text.trim()) && (isAnothers(text) || isForeign(text, year));
  const isLeft = leftIn(view);
  return ({ place: label, heading: { fields } }, place) =>
    (yearly.some((field) => fields.has(field)) && isOtherYear(label.text, year)) ||
    isLeft(label.text) ||
    isLeftToOthers(place.text) ||
    groupsOf(view, label, place).some(isTheirs) ||
    heads.some(
      ({ area }) =>
        area.bottom < place.area.top &&
        area.left > label.area.right &&
        area.left <= place.area.left &&
        area.right >= place.area.right &&
        area.right - area.left <= place.area.right - place.area.left + 1,
    );
}

const longestHead = 14;

/** What stands left of a label and reaches over more than it, or over a label that stands over its place. */
function groupsOf(view: GridView, { area }: Place, place: Place): readonly Place[] {
  const beside = area.left > 1 ? [view.at(area.top, area.left - 1)] : [];
  const over =
    area.top > 1 && place.area.top > area.bottom ? [view.at(area.top - 1, area.left)] : [];
  return [
    ...beside.filter((each) => each.area.bottom > area.bottom || each.area.top < area.top),
    ...over,
  ];
}

/** What the remarks of a worksheet leave to others, looked for once. */
const left = new WeakMap<GridView, readonly string[]>();

/** Whether a remark of the worksheet leaves what is called so to others. */
export function leftIn(view: GridView): (text: string) => boolean {
  const names =
    left.get(view) ??
    [...view.grid.cells.values()].flatMap(({ text }) => leftToOthers(text)).map(plainWords);
  left.set(view, names);
  return (text) => {
    const plain = plainWords(text).replace(/\([^()]*\)|[※*].*$/gs, '');
    return names.some((name) => plain === name || plain.replace(/欄$/, '').endsWith(name));
  };
}

/** The labels of the section's own part; all of them where none of a target or result would be left. */
export function ownLabels(
  labels: readonly Label[],
  isForeignRow: (row: number) => boolean,
): readonly Label[] {
  const own = labels.filter(({ place }) => !isForeignRow(place.area.top));
  const isTold = own.some(({ heading: { fields } }) =>
    (['target', 'measures', 'result'] as const).some((field) => fields.has(field)),
  );
  return isTold ? own : labels;
}
