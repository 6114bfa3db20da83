import { japanTime } from '../../core/calendar/japan-time.ts';
import type { Scene, Standard } from '../../core/catalog/catalog.ts';
import { type Rating, ratings, type Unit } from '../../core/review/review.ts';
import { t } from '../../locales/t.ts';
import type { Option } from '../../ui/options.tsx';

/** The words of the domain, as the pages say them. */

/** The digit that chooses each rating by keyboard; `not-applicable` is apart from the scale. */
const keys: Readonly<Record<Rating, string>> = {
  kept: '1',
  'mostly-kept': '2',
  'partly-kept': '3',
  'not-kept': '4',
  'not-applicable': '0',
};

let options: readonly Option[] | undefined;

/** The five ratings to choose from; always the same array. */
export function ratingOptions(): readonly Option[] {
  options ??= ratings.map((value) => ({ value, label: ratingName(value), key: keys[value] }));
  return options;
}

export const ratingName = (rating: Rating): string => t(`rating.${rating}`);

/** 多摩区 区民サービス部 区民課, or null where nothing is known. */
export function unitName({ ward, division, section }: Unit): string | null {
  return [ward, division, section].filter(Boolean).join(' ') || null;
}

/** As typed, without blanks around; empty is unknown. */
export const trimmedUnit = ({ ward, division, section }: Unit): Unit => ({
  ward: ward?.trim() || null,
  division: division?.trim() || null,
  section: section?.trim() || null,
});

/** 2026年12月1日, by Japan's clock, of a timestamp such as `2026-12-01T10:00:00+09:00`. */
export function dayName(timestamp: string): string {
  return t('date.day', { ...japanTime(Date.parse(timestamp)) });
}

/** The mark of an item that is no quotation: 見本, 要約. */
export function statusTag({ status }: Pick<Standard, 'status'>): string {
  return t(`status.${status}`);
}

/** ③電話 */
export const sceneName = ({ no, name }: Pick<Scene, 'no' | 'name'>): string =>
  `${String.fromCodePoint(0x245f + no)}${name}`;
