/** How a text is given to Excel so that it stays that text. */
export interface CellInput {
  readonly value: string;
  /** The cell has to be one for text first. */
  readonly asText: boolean;
}

export const textFormat = '@';

/** A text that begins so is a formula to Excel; a Japanese Excel takes full-width signs too (F27). */
const formulaStart = /^[=+\-@＝＋－＠\t\r]/;

/** Longer than any number, date or time. */
const longestNumber = 40;

/** Letters that dates, times and amounts are made of beside digits: 令和8年4月1日, R8.4.1, 4-Apr, 1:30 PM, 1E5, 10％, ¥100. */
const numberLetters =
  /^(?:[\d\s.,:/()¥$€£%+-]|年|月|日|時|分|秒|元|明治|大正|昭和|平成|令和|午前|午後|円|[A-Za-z])+$/;

/**
 * What to give to Excel for a text. Cells become text cells only where Excel would make a formula of
 * the text, or a number or date that no longer reads the same: then 1-2 would be 2 January. A plain
 * number, such as a target's, is given as it is: it reads the same, and Excel calls a number that is
 * kept as text an error.
 */
export function cellInput(
  text: string,
  numberFormat: string,
  may: { readonly formatCells: boolean } = { formatCells: true },
): CellInput {
  if (numberFormat === textFormat) return { value: text, asText: false };
  // Excel takes a first ' for its own sign that a text follows.
  if (text.startsWith("'")) return { value: `'${text}`, asText: false };
  const asText = formulaStart.test(text) || readsOtherwise(text);
  // Where the worksheet's protection keeps the format, Excel's own sign does it.
  return asText && !may.formatCells
    ? { value: `'${text}`, asText: false }
    : { value: text, asText };
}

function readsOtherwise(text: string): boolean {
  if (text.length > longestNumber) return false;
  const narrow = text.replace(/[\uff01-\uff5e]/g, halfWidth).trim();
  if (/^(?:true|false)$/i.test(narrow) || /^#/.test(narrow)) return true;
  if (!/\d|元/.test(narrow) || !numberLetters.test(narrow)) return false;
  return !isPlainNumber(text);
}

/** Japanese Excel reads full-width digits and signs as it does the narrow ones. */
const halfWidth = (sign: string): string => String.fromCharCode(sign.charCodeAt(0) - 0xfee0);

/** Whether a number reads as it was written: neither 007 nor 1.50 nor one of more digits than Excel keeps. */
const isPlainNumber = (text: string): boolean =>
  /^\d{1,15}(?:\.\d{1,10})?$/.test(text) && String(Number(Number(text).toPrecision(15))) === text;
