import { builtInEras } from '../../calendar/era.ts';
import { fiscalYearsIn } from './title.ts';

/** Which 年度 a label or a caption speaks of: what is last year's is never this year's to fill. */

const thisYear = /今年度|本年度|当年度|今年の|今期/;
const otherYear =
  /昨年|去年|前年(?!度?(?:並|比|同))|前々?回|過年度|旧年度|次年度|来年度|翌年度|[次来翌]期|^旧/;
/** 7年度の目標, 令和7年の結果: of some era, or of a calendar's year that is meant for the 年度. */
const bareYear =
  /(?:^|[^\d第か箇])(\d{1,2}|\d{4})年(?:度(?!目)|(?=の?(?:目標|取組|実施|結果|実績|成果)))/;

/** Whether a text speaks of another 年度 than the one given: by its number, or as 前年度 does. */
export function isOtherYear(text: string, year: number | null): boolean {
  const years = fiscalYearsIn(text);
  if (years.length > 0) return year !== null && !years.includes(year);
  const bare = Number(bareYear.exec(text.normalize('NFKC').replace(/\s/g, ''))?.[1] ?? 0);
  if (bare > 0) return year !== null && !isYear(bare, year);
  return otherYear.test(text) && !thisYear.test(text);
}

const isYear = (digits: number, year: number): boolean =>
  digits === year || builtInEras.some(({ from }) => Number(from.slice(0, 4)) + digits - 1 === year);

/**
 * The 年度 whose places are meant among labels that name several: the one that is asked for where it is
 * among them, the only one of the titles, else what is asked for, or the only one there; null where that
 * can't be told.
 */
export function yearMeant(
  labels: readonly string[],
  titles: readonly string[],
  asked: number | null,
): number | null {
  const named = new Set(labels.flatMap(fiscalYearsIn));
  if (asked !== null && named.has(asked)) return asked;
  const [title, other] = new Set(titles.flatMap(fiscalYearsIn));
  if (title !== undefined && other === undefined) return title;
  const [only, another] = named;
  return asked ?? (another === undefined ? (only ?? null) : null);
}
