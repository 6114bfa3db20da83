import { numberIn } from '../model/number-text.ts';
import type { Group, Labelled } from './card.ts';
import type { GridView, Place } from './grid-view.ts';

/** The numbers of cards. */

/** How far beside or above its first label a card's number may stand, in rows. */
export const numberAbove = 4;

/** The numbers of cards, beside or over them, where they are 1, 2, … in any order; of one card any number. */
export function numbersOf(
  view: GridView,
  members: readonly Labelled[],
  labelled: Group | undefined,
): readonly number[] | null {
  const inLabels = members.map(({ label }) => label.heading.number);
  const beside = labelled?.members.map(({ value }) => numberIn(value.text)?.number ?? null) ?? [];
  for (const numbers of [inLabels, beside]) {
    if (numbers.length === members.length && isCount(numbers)) return numbers as number[];
  }
  for (const places of placesAround(view, members)) {
    const numbers = places.map(({ text }) => captionNumber(text));
    if (isCount(numbers)) return numbers as number[];
  }
  return null;
}

/** Beside and over the first label of each card the cells at the same distance, the nearest first. */
function* placesAround(view: GridView, members: readonly Labelled[]): Generator<readonly Place[]> {
  const areas = members.map(({ label }) => label.place.area);
  const top = Math.min(...areas.map((area) => area.top));
  const left = Math.min(...areas.map((area) => area.left));
  for (let up = 0; up <= numberAbove && up < top; up++) {
    for (let back = 0; back < left; back++) {
      yield areas.map((area) => view.at(area.top - up, area.left - back));
    }
  }
}

/** Whether cards are numbered in a way that can't be followed: 目標1 and 目標3, カード1-1 and カード1-2. */
export function haveOtherNumbers(view: GridView, members: readonly Labelled[]): boolean {
  if (members.some(({ label }) => label.heading.number !== null)) return true;
  for (const places of placesAround(view, members)) {
    const captions = places.flatMap(({ text, cell }) =>
      (cell?.look.filled || cell?.look.bold) &&
      text.length <= longestCaption &&
      /\d/.test(text.normalize('NFKC')) &&
      !/年\s*度/.test(text)
        ? [text]
        : [],
    );
    if (captions.length === members.length && new Set(captions).size > 1) return true;
  }
  return false;
}

/** The number that a cell is, or that a short caption has. */
export function numberAt(view: GridView, row: number, column: number): number | undefined {
  const { text } = view.at(row, column);
  return captionNumber(text) ?? undefined;
}

/** Longer than this says more than a number. */
const longestCaption = 24;
/** Ⅰ is the next. */
const romanBefore = 0x215f;
const kanji = '一二三四五六七八九';

/** 令和8, 様式1, 別紙2 count something else. */
const otherBefore =
  /(?:令和|平成|昭和|^[RH]|様式|様式第|別[紙添表記]|資料|図|表|参考|別表第|電話|内線|ページ|頁|p)$/i;
/** 3分, 2階, 10％ and 1年目 measure. */
const otherAfter =
  /^(?:年|[かカヶケ箇]|月|日|時|分|秒|%|割|円|[千万億]|[人名件回階期週級班係課点位校区枚台冊行列倍本条項款](?!目)|号[館室様]|丁目|つの|以|~|ー|\/|四半期)/;

/** The number of サービス目標 1, 第２目標, その三, 3 つ目の目標 or 【③】; null where a caption has none, or counts something else. */
export function captionNumber(text: string): number | null {
  if (text === '' || text.length > longestCaption * 2) return null;
  const plain = text
    .replace(/[Ⅰ-Ⅻ]/g, (sign) => String(sign.charCodeAt(0) - romanBefore))
    .normalize('NFKC')
    .replace(/[\s【】「」『』[\]()〔〕<>《》〈〉"'.。,、:;・■□●○◎◆◇▼▽★☆]/g, '');
  if (plain.length > longestCaption) return null;
  const digits = plain.replace(
    /(?<=第|その|no|目標|取組|項目|カード)[一二三四五六七八九](?!般|部|時|次)|[一二三四五六七八九](?=[つ番個枚]目)|^[一二三四五六七八九]$/gi,
    (each) => String(kanji.indexOf(each) + 1),
  );
  // １　目標その一 says it twice.
  const numbers = new Set(
    [...digits.matchAll(/(\D*)(\d+)(?=(\D*))/g)].map(([, before = '', number, after = '']) =>
      otherBefore.test(before) || otherAfter.test(after) ? 0 : Number(number),
    ),
  );
  const [only, another] = numbers;
  return only && another === undefined && only < 100 ? only : null;
}

/** 1, 2, … in any order; of one alone any number. */
export const isCount = (numbers: readonly (number | null)[]): boolean =>
  numbers.length === 1
    ? numbers[0] !== null && numbers[0] !== undefined
    : numbers.every((_, index) => numbers.includes(index + 1));
