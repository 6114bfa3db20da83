import { HostError } from './errors.ts';
import { isTextFormat } from './format.ts';
import type { Value } from './workbook.ts';

/** What a cell holds after something was typed or set into it; `numberFormat` where Excel chooses another. */
export interface Typed {
  readonly value: Value;
  readonly formula: string | null;
  readonly numberFormat?: string;
}

/** Characters a cell can hold. */
export const longestText = 32_767;
const longestFormula = 8_192;

/**
 * What Excel makes of an input. A text that looks like a formula, number, date, time or truth value
 * becomes one, unless the cell's number format is text.
 * Throws `InvalidArgument` for a text that is too long and for a formula that can't be read.
 */
export function typed(input: unknown, numberFormat: string): Typed {
  if (typeof input === 'number' || typeof input === 'boolean') {
    return { value: isTextFormat(numberFormat) ? shownPlain(input) : input, formula: null };
  }
  if (typeof input !== 'string') throw new HostError('InvalidArgument');
  if (input.length > longestText) throw new HostError('InvalidArgument');
  if (isTextFormat(numberFormat)) return { value: input, formula: null };
  if (input.startsWith("'")) return { value: input.slice(1), formula: null };
  // A Japanese Excel reads full-width signs and digits as it reads the narrow ones.
  const narrow = narrowed(input).trim();
  return number(narrow) ?? formula(input) ?? date(narrow) ?? { value: input, formula: null };
}

/** Full-width signs, digits and letters as narrow ones; ① stays what it is. */
const narrowed = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));

const shownPlain = (input: number | boolean): string =>
  typeof input === 'boolean' ? String(input).toUpperCase() : String(input);

function number(text: string): Typed | null {
  if (/^(?:TRUE|FALSE)$/i.test(text))
    return { value: text.toUpperCase() === 'TRUE', formula: null };
  const found =
    /^(\()?([+-])?([¥\\$])?(\d[\d,]*\.?\d*|\.\d+)(e[+-]?\d+)?(%)?(\))?$/i.exec(text) ?? [];
  const [, open, sign, money, digits, power = '', percent, close] = found;
  if (!digits || Boolean(open) !== Boolean(close)) return null;
  if (digits.includes(',') && !/^\d{1,3}(?:,\d{3})+(?:\.\d*)?$/.test(digits)) return null;
  const size = Number(digits.replaceAll(',', '') + power) / (percent ? 100 : 1);
  const value = sign === '-' || open ? -size : size;
  const chosen = percent
    ? '0%'
    : money
      ? '"¥"#,##0;[Red]"¥"-#,##0'
      : digits.includes(',')
        ? '#,##0'
        : power
          ? '0.00E+00'
          : undefined;
  return { value, formula: null, ...(chosen && { numberFormat: chosen }) };
}

function formula(input: string): Typed | null {
  const sign = input.charAt(0).normalize('NFKC');
  if (input.length < 2 || !['=', '+', '-', '@'].includes(sign)) return null;
  const rest = input.slice(1);
  const text = sign === '=' ? `=${rest}` : `=${sign}${rest}`;
  if (text.length > longestFormula) throw new HostError('InvalidArgument');
  if (!isReadable(text.slice(1))) throw new HostError('InvalidArgument');
  return { value: resultOf(text.slice(1)), formula: text };
}

/** Excel refuses a formula whose brackets or quotes don't close, that ends in an operator, or that has signs no formula has. */
function isReadable(text: string): boolean {
  const bare = text.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'!/g, 'A1');
  if (/["'。、！？「」]/.test(bare) || /[-+*/^&=<>,]\s*$/.test(bare)) return false;
  let depth = 0;
  for (const sign of bare) {
    depth += sign === '(' ? 1 : sign === ')' ? -1 : 0;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** Nothing is computed here: a name that nobody defined, or nought. */
const resultOf = (text: string): Value =>
  /[^\x20-\x7e]/.test(text.replace(/"(?:[^"]|"")*"/g, '')) ? '#NAME?' : 0;

const eras: Readonly<Record<string, number>> = { R: 2018, 令和: 2018, H: 1988, 平成: 1988 };

function date(text: string): Typed | null {
  const era = /^(R|H|令和|平成)(\d{1,2})[./年-](\d{1,2})[./月-](\d{1,2})日?$/i.exec(text);
  if (era) {
    const first = eras[(era[1] ?? '').toUpperCase()] ?? 0;
    return dateOf(first + Number(era[2]), Number(era[3]), Number(era[4]), '[$-411]ge.m.d');
  }
  const full = /^(\d{4})[/年-](\d{1,2})[/月-](\d{1,2})日?$/.exec(text);
  if (full) {
    const words = text.includes('年') ? 'yyyy"年"m"月"d"日"' : 'yyyy/m/d';
    return dateOf(Number(full[1]), Number(full[2]), Number(full[3]), words);
  }
  const day = /^(\d{1,2})[/月-](\d{1,2})日?$/.exec(text);
  if (day) return dateOf(currentYear, Number(day[1]), Number(day[2]), 'm"月"d"日"');
  const time = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text);
  if (!time || Number(time[2]) > 59 || Number(time[3] ?? 0) > 59) return null;
  const seconds = (Number(time[1]) * 60 + Number(time[2])) * 60 + Number(time[3] ?? 0);
  return {
    value: seconds / 86_400,
    formula: null,
    numberFormat: time[3] ? 'h:mm:ss' : 'h:mm',
  };
}

/** Excel takes the year of its clock; the host's clock stands still. */
const currentYear = 2026;

function dateOf(year: number, month: number, day: number, numberFormat: string): Typed | null {
  const at = new Date(Date.UTC(year, month - 1, day));
  if (at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day) return null;
  return { value: serialOf(at), formula: null, numberFormat };
}

/** Days since the last day of 1899, as Excel counts them. */
const serialOf = (at: Date): number => at.getTime() / 86_400_000 + 25_569;
