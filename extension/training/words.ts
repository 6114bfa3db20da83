import type { Catalog } from '../../core/catalog/catalog.ts';
import { t } from '../../locales/t.ts';

/** `001 §4` as 「区役所サービス向上指針（第2次改定版）」§4. */
export function basisText({ sources }: Pick<Catalog, 'sources'>, basis: string): string {
  const [document = '', ...clause] = basis.split(' ');
  const title = sources.find(({ id }) => id === document)?.title ?? document;
  return t('review.basis', { title, clause: clause.join(' ') });
}

/** 30分, 2分30秒. */
export function minutesText(minutes: number): string {
  const seconds = Math.round(minutes * 60);
  const [whole, rest] = [Math.floor(seconds / 60), seconds % 60];
  if (rest === 0) return t('slide.minutes', { minutes: whole });
  if (whole === 0) return t('slide.seconds', { seconds: rest });
  return t('slide.minutesSeconds', { minutes: whole, seconds: rest });
}

/** 3分07秒: the time of day has another look. */
export function stopwatch(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  return t('slide.minutesSeconds', {
    minutes: Math.floor(seconds / 60),
    seconds: String(seconds % 60).padStart(2, '0'),
  });
}

/** A page's title in the browser. */
export const pageTitle = (title: string): string => `${title} — ${t('ui.product')}`;
