/** What .xlsx files and Excel's API call the same things; a word that is missing reads as the first. */

type Words = readonly (readonly [file: string, api: string])[];

export const horizontals: Words = [
  ['general', 'General'],
  ['left', 'Left'],
  ['center', 'Center'],
  ['right', 'Right'],
  ['fill', 'Fill'],
  ['justify', 'Justify'],
  ['centerContinuous', 'CenterAcrossSelection'],
  ['distributed', 'Distributed'],
];

export const verticals: Words = [
  ['bottom', 'Bottom'],
  ['center', 'Center'],
  ['top', 'Top'],
  ['justify', 'Justify'],
  ['distributed', 'Distributed'],
];

/** A line's style and weight in one word. */
export const lines: Words = [
  ['none', 'None Thin'],
  ['thin', 'Continuous Thin'],
  ['hair', 'Continuous Hairline'],
  ['medium', 'Continuous Medium'],
  ['thick', 'Continuous Thick'],
  ['double', 'Double Thick'],
  ['dotted', 'Dot Thin'],
  ['dashed', 'Dash Thin'],
  ['mediumDashed', 'Dash Medium'],
  ['dashDot', 'DashDot Thin'],
  ['mediumDashDot', 'DashDot Medium'],
  ['dashDotDot', 'DashDotDot Thin'],
  ['mediumDashDotDot', 'DashDotDot Medium'],
  ['slantDashDot', 'SlantDashDot Medium'],
];

export const underlines: Words = [
  ['none', 'None'],
  ['single', 'Single'],
  ['double', 'Double'],
  ['singleAccounting', 'SingleAccountant'],
  ['doubleAccounting', 'DoubleAccountant'],
];

export const papers: Words = [
  ['9', 'A4'],
  ['8', 'A3'],
  ['11', 'A5'],
  ['1', 'Letter'],
  ['12', 'B4'],
  ['13', 'B5'],
];

/** The formats that files name by number alone. */
export const numberFormats: Words = [
  ['0', 'General'],
  ['1', '0'],
  ['2', '0.00'],
  ['3', '#,##0'],
  ['4', '#,##0.00'],
  ['9', '0%'],
  ['10', '0.00%'],
  ['11', '0.00E+00'],
  ['14', 'yyyy/m/d'],
  ['20', 'h:mm'],
  ['21', 'h:mm:ss'],
  ['31', 'yyyy"年"m"月"d"日"'],
  ['49', '@'],
  ['56', 'm"月"d"日"'],
  ['57', '[$-411]ge.m.d'],
  ['58', '[$-411]ggge"年"m"月"d"日"'],
];

export const apiWord = (words: Words, file: string | undefined): string =>
  (words.find(([word]) => word === file) ?? words[0])?.[1] ?? '';

export const fileWord = (words: Words, api: string): string =>
  (words.find(([, word]) => word === api) ?? words[0])?.[0] ?? '';
