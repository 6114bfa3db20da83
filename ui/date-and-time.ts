import { japanTime } from '../core/calendar/japan-time.ts';
import { t } from '../locales/t.ts';

/** 10:32, by Japan's clock. */
export function timeOfDay(epochMs: number): string {
  const { hour, minute } = japanTime(epochMs);
  return `${hour}:${String(minute).padStart(2, '0')}`;
}

/** 2026年12月1日 10:32, by Japan's clock, of a timestamp such as those in files. */
export function dateAndTime(timestamp: string): string {
  const epochMs = Date.parse(timestamp);
  const { year, month, day } = japanTime(epochMs);
  return t('ui.dateAndTime', { year, month, day, time: timeOfDay(epochMs) });
}
