import type { MonthDay, ReviewWindow } from '../../../core/calendar/review-window.ts';
import { type Role, roles, type Unit } from '../../../core/review/review.ts';
import { type Language, languages } from '../../../locales/t.ts';
import { defaultSettings, type Settings } from '../session/user.ts';

/** The settings in a backup file, which may come from anywhere: what can't be used is as at first. */
export function settingsFrom(file: Readonly<Record<string, unknown>>): Settings {
  const { unit, role, shortcuts, language, window } = file;
  return {
    unit: unitFrom(unit),
    role: roles.includes(role as Role) ? (role as Role) : null,
    shortcuts: typeof shortcuts === 'boolean' ? shortcuts : defaultSettings.shortcuts,
    language: languages.includes(language as Language)
      ? (language as Language)
      : defaultSettings.language,
    window: windowFrom(window) ?? defaultSettings.window,
  };
}

function unitFrom(value: unknown): Unit {
  const { ward, division, section } = objectFrom(value);
  return { ward: textFrom(ward), division: textFrom(division), section: textFrom(section) };
}

function windowFrom(value: unknown): ReviewWindow | null {
  const { from, to } = objectFrom(value);
  const days = [dayFrom(from), dayFrom(to)] as const;
  return days[0] && days[1] ? { from: days[0], to: days[1] } : null;
}

function dayFrom(value: unknown): MonthDay | null {
  const { month, day } = objectFrom(value);
  return isWhole(month, 12) && isWhole(day, 31) ? { month, day } : null;
}

const isWhole = (value: unknown, most: number): value is number =>
  Number.isInteger(value) && (value as number) >= 1 && (value as number) <= most;

const textFrom = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null;

const objectFrom = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
