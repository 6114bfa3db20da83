import { compactFiscalYear } from '../calendar/era.ts';
import { fiscalYearOf } from '../calendar/fiscal-year.ts';
import { japanTime } from '../calendar/japan-time.ts';
import type { Review, Unit } from '../review/review.ts';
import type { Sheet } from '../sheet/model/sheet.ts';
import type { VisitSheet } from '../training/visit-sheet.ts';

/** Names of the files we write: safe on Windows, macOS and in a ZIP, and telling in a folder of many. */

// With the fixed parts, two parts of 24 characters of four bytes each stay below the 255 bytes of a file name.
const longest = 24;
/** Where it is the only part of its name. */
const longestAlone = 50;

// What Windows refuses, blanks, controls, halves of pairs, and format characters: those can turn
// the writing direction and so disguise the ending.
const refused = /[<>:"/\\|?*_\s\p{Cc}\p{Cf}\p{Cs}]+/gu;

/** What ties a sheet of paper, and the person who holds it, to a file: the first 8 of the review's id. */
export const fileNumber = (id: Review['id']): string => id.slice(0, 8);

/** `R8_多摩区_区民課_自己点検_<first 8 of id>_r1.json`; parts that are missing are left out. */
export function reviewFileName({
  id,
  revision,
  fiscalYear,
  unit,
}: Pick<Review, 'id' | 'revision' | 'fiscalYear' | 'unit'>): string {
  return named(fiscalYear, unit, ['自己点検', fileNumber(id), `r${revision}`]);
}

/** `R8_多摩区_区民課_控え_20261201-1000.json` of a moment in epoch milliseconds; no person's name. */
export function backupFileName(fiscalYear: number, unit: Unit, savedAt: number): string {
  return named(fiscalYear, unit, ['控え', stampOf(savedAt)]);
}

/** `R8_多摩区_区民課_自分の答え_20261201-1000.xlsx`: one's own answers, to keep and to reckon with; no person's name. */
export function answersFileName(
  { fiscalYear, unit }: Pick<Review, 'fiscalYear' | 'unit'>,
  savedAt: number,
  ending: 'xlsx' | 'csv',
): string {
  return named(fiscalYear, unit, ['自分の答え', stampOf(savedAt)]).replace(/json$/, ending);
}

/** `R8_新任職員研修_集計_20261201-1000.json` of a training session that began at a moment in epoch milliseconds. */
export function tallyFileName(title: string, heldAt: number): string {
  const noUnit: Unit = { ward: null, division: null, section: null };
  return named(fiscalYearOf(heldAt), noUnit, [title, '集計', stampOf(heldAt)]);
}

/** `現場研修_区民課3番窓口_20261201-1000.json` of a moment in epoch milliseconds. */
export const visitFileName = ({ place }: Pick<VisitSheet, 'place'>, savedAt: number): string =>
  joined(['現場研修', place, stampOf(savedAt)]);

// What was saved here before, and what a browser adds to the name of a second download.
const stamps = /(?:(?:^|_)\d{8}-\d{4}(?:\s?\(\d+\))?)+$/;

/** `様式_20261201-1000.xlsx`, after the workbook it was made of: that one is never written over. A stamp of ours gives way to the new one. */
export function workbookFileName(original: string, savedAt: number): string {
  const [, stem = '', ending = '.xlsx'] = /^(.*?)(\.xls[xm])?$/is.exec(original) ?? [];
  return `${[safe(stem.replace(stamps, ''), longestAlone), stampOf(savedAt)].filter(Boolean).join('_')}${ending.toLowerCase()}`;
}

/** `R8_多摩区_区民課_目標・結果_20261201-1000.json`; of several sections none is named. */
export function sheetFileName(sheet: Sheet, savedAt: number): string {
  const { fiscalYear, ward, sections } = sheet;
  const section = sections.length === 1 ? (sections[0]?.section ?? null) : null;
  const year = fiscalYear === null ? null : compactFiscalYear(fiscalYear);
  return joined([year, ward, section, '目標・結果', stampOf(savedAt)]);
}

/** `様式_多摩区_目標・結果シート.json` */
export const formFileName = (title: string): string => joined(['様式', title], longestAlone);

/** `研修_新任職員研修.json` */
export const courseFileName = (title: string): string => joined(['研修', title], longestAlone);

/** `20261201-1000` */
function stampOf(epochMs: number): string {
  const { year, month, day, hour, minute } = japanTime(epochMs);
  const [date, time] = [
    [year, month, day],
    [hour, minute],
  ].map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(''));
  return `${date}-${time}`;
}

function named(fiscalYear: number, unit: Unit, rest: readonly string[]): string {
  return joined([compactFiscalYear(fiscalYear), unit.ward, unit.section, ...rest]);
}

const joined = (parts: readonly (string | null)[], most = longest): string =>
  `${parts
    .map((part) => safe(part, most))
    .filter(Boolean)
    .join('_')}.json`;

/**
 * A part with `_` for what a file name can't hold. Too long, it is cut in the middle, between whole
 * characters: its end tells 保護第１課 from 保護第２課.
 */
function safe(part: string | null, most = longest): string {
  const characters = [...(part ?? '').replace(refused, '_').replace(/^_|_$/g, '')];
  if (characters.length <= most) return characters.join('');
  const kept = most / 2;
  const [start, end] = [characters.slice(0, kept - 1), characters.slice(-kept)];
  return `${start.join('')}…${end.join('')}`;
}
