/**
 * Japan's wall clock, whatever the zone of the PC (F18). The offset is fixed: Japan has kept +09:00
 * without summer time since 1951, and a fixed offset needs no zone data and reads no setting of the PC.
 */
const offset = 9 * 3_600_000;
const dayLength = 86_400_000;

/** A day of Japan's calendar; `month` and `day` count from 1. */
export interface JapanDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export interface JapanTime extends JapanDate {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** Epoch milliseconds to the parts of Japan's wall clock. */
export function japanTime(epochMs: number): JapanTime {
  const shifted = new Date(epochMs + offset);
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    second: shifted.getUTCSeconds(),
  };
}

const digits = (value: number, length = 2): string => String(value).padStart(length, '0');

/** Epoch milliseconds to `2026-12-01T10:00:00+09:00`. */
export function japanTimestamp(epochMs: number): string {
  const { year, month, day, hour, minute, second } = japanTime(epochMs);
  const date = `${digits(year, 4)}-${digits(month)}-${digits(day)}`;
  return `${date}T${digits(hour)}:${digits(minute)}:${digits(second)}+09:00`;
}

/** A day's number, counted from 1970-01-01: the difference of two is a number of days. */
export function dayNumber({ year, month, day }: JapanDate): number {
  return Date.UTC(year, month - 1, day) / dayLength;
}

/** The day of a number made by `dayNumber`. */
export function dayOfNumber(number: number): JapanDate {
  const { year, month, day } = japanTime(number * dayLength - offset);
  return { year, month, day };
}

/** The first moment of Japan's next day, in epoch milliseconds. */
export function nextJapanDay(epochMs: number): number {
  return (dayNumber(japanTime(epochMs)) + 1) * dayLength - offset;
}
