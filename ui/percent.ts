import { t } from '../locales/t.ts';

/** A rate of 0–1 in words: 85％, or 「—」 where nothing was counted. */
export const percent = (rate: number | null): string =>
  rate === null ? '—' : t('ui.percent', { value: Math.round(rate * 100) });
