import type { Value } from './workbook.ts';

/** The text that Excel shows for a value under a number format: the few formats that sheets of offices use. */
export function shownText(value: Value, numberFormat: string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value).toUpperCase();
  const [positive = '', negative] = numberFormat.split(';');
  const pattern = value < 0 && negative !== undefined ? negative : positive;
  const bare = pattern.replace(/\[[^\]]*\]/g, '');
  if (bare === 'General' || bare === '@') return general(value);
  const size = value < 0 && negative !== undefined ? -value : value;
  const unquoted = bare.replace(/"[^"]*"/g, '');
  if (/[ymdge]/i.test(unquoted) && !/[0#]/.test(unquoted)) return dateText(value, bare);
  if (/[hs]/i.test(unquoted)) return timeText(value, bare);
  if (!/[0#]/.test(unquoted)) return general(value);
  return bare.replace(/"([^"]*)"/g, '$1').replace(/[#0][#0,]*(?:\.(0+))?(%)?/, (digits) => {
    const decimals = /\.(0+)/.exec(digits)?.[1]?.length ?? 0;
    const shown = (digits.endsWith('%') ? size * 100 : size).toFixed(decimals);
    const grouped = digits.includes(',') ? shown.replace(/\B(?=(\d{3})+(?!\d))/g, ',') : shown;
    return digits.endsWith('%') ? `${grouped}%` : grouped;
  });
}

/** Up to eleven digits, as a cell in the format General shows them. */
const general = (value: number): string => String(Number(value.toPrecision(11)));

function dateText(value: number, pattern: string): string {
  const at = new Date((Math.floor(value) - 25_569) * 86_400_000);
  const [year, month, day] = [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()];
  const reiwa = year >= 2019;
  const parts: Readonly<Record<string, string>> = {
    yyyy: String(year),
    mm: String(month).padStart(2, '0'),
    m: String(month),
    dd: String(day).padStart(2, '0'),
    d: String(day),
    ggge: `${reiwa ? '令和' : '平成'}${year - (reiwa ? 2018 : 1988)}`,
    ge: `${reiwa ? 'R' : 'H'}${year - (reiwa ? 2018 : 1988)}`,
  };
  return pattern.replace(
    /"([^"]*)"|yyyy|ggge|ge|mm?|dd?/gi,
    (found, quoted?: string) => quoted ?? parts[found.toLowerCase()] ?? found,
  );
}

function timeText(value: number, pattern: string): string {
  const seconds = Math.round((value % 1) * 86_400);
  const two = (number: number) => String(number).padStart(2, '0');
  return pattern
    .replace(/hh?/i, String(Math.floor(seconds / 3600)))
    .replace(/mm/i, two(Math.floor(seconds / 60) % 60))
    .replace(/ss/i, two(seconds % 60));
}
