import { type JapanDate, japanTime } from '../calendar/japan-time.ts';

/**
 * Names of the copies that are written into a folder of the user's choice, one for each day of work:
 * `ふりかえり_控え_7d1c2b3a_20261201.json`, `…_20261201-2.json` where that name is someone else's.
 * The mark is the start of the user's id: several may use one folder, and no name of a person is told.
 */

/** How many are kept of one user. */
export const keptCopies = 30;

interface DatedCopy {
  readonly name: string;
  /** `20261201` */
  readonly day: string;
  /** From 1, of the same day. */
  readonly no: number;
}

/** The name of a copy of the day of a moment in epoch milliseconds. */
export function datedCopyName(user: string, epochMs: number, no = 1): string {
  return `${startOf(user)}${dayOf(japanTime(epochMs))}${no === 1 ? '' : `-${no}`}.json`;
}

/** The user's own copies among the names of a folder, the latest first; whatever else lies there is not ours. */
export function datedCopies(names: readonly string[], user: string): DatedCopy[] {
  const start = startOf(user);
  const own = names.flatMap((name) => {
    const [, day, no = '1'] =
      (name.startsWith(start) &&
        /^(\d{8})(?:-([2-9]|[1-9]\d))?\.json$/.exec(name.slice(start.length))) ||
      [];
    return day !== undefined && isDay(day) ? [{ name, day, no: Number(no) }] : [];
  });
  return own.sort((a, b) => b.day.localeCompare(a.day) || b.no - a.no);
}

/** Those that are older than the newest 30. */
export const surplusCopies = (names: readonly string[], user: string): string[] =>
  datedCopies(names, user)
    .slice(keptCopies)
    .map(({ name }) => name);

const startOf = (user: string): string => `ふりかえり_控え_${user.slice(0, 8)}_`;

const dayOf = ({ year, month, day }: JapanDate): string =>
  [year, month, day].map((part) => String(part).padStart(2, '0')).join('');

/** A day of the calendar: 20260231 was named by someone else. */
function isDay(text: string): boolean {
  const [year, month, day] = [text.slice(0, 4), text.slice(4, 6), text.slice(6)].map(Number);
  const date = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day));
  return date.getUTCMonth() + 1 === month && date.getUTCDate() === day;
}
