import type { Location, Problem, ProblemCode } from '../core/result.ts';
import { isKey, type PlainKey, t, textOf } from './t.ts';

/**
 * The core's problems in words: what is wrong, where, and what to do next. The page, the pane and the
 * command line all take them from here, and only draw them.
 */

/** Where the problem's own words don't say what to do. */
const nextSteps: Partial<Record<ProblemCode, PlainKey>> = {
  'not-json': 'next.chooseAgain',
  'too-large': 'next.chooseAgain',
  'too-deep': 'next.chooseAgain',
  'unknown-format': 'next.chooseAgain',
  'other-format': 'next.chooseAgain',
  'newer-format': 'next.update',
  encrypted: 'next.passphrase',
  'wrong-passphrase': 'next.passphrase',
  'forbidden-key': 'next.undoEdit',
  missing: 'next.undoEdit',
  'wrong-type': 'next.undoEdit',
  'wrong-value': 'next.undoEdit',
  'too-long': 'next.undoEdit',
  'unknown-id': 'next.undoEdit',
  'duplicate-id': 'next.undoEdit',
  'ruby-differs': 'next.undoEdit',
  'checksum-differs': 'next.look',
  'review-completed': 'next.reopen',
  'review-open': 'next.finish',
  'goal-limit': 'next.fewerGoals',
  'nothing-chosen': 'next.chooseItem',
  'not-as-written': 'sheet.nextResave',
  'no-column': 'sheet.nextColumn',
  'year-differs': 'sheet.nextCompare',
  'ward-differs': 'sheet.nextCompare',
  'character-dropped': 'sheet.nextLook',
  'not-wrapped': 'sheet.nextWrap',
  leftover: 'sheet.nextLook',
  'not-in-form': 'sheet.nextKeep',
  'label-pressed': 'sheet.nextPress',
  'sheet-not-found': 'sheet.nextPoint',
};

/** The same, of a cell or a workbook. */
const nextInWorkbook: Partial<Record<ProblemCode, PlainKey>> = {
  encrypted: 'sheet.nextEncrypted',
  'too-long': 'sheet.nextShorter',
};

/** What to do next; null where the problem's own words say it. */
export function nextStep({ code, at }: Problem): string | null {
  const step = (at.kind !== 'value' && nextInWorkbook[code]) || nextSteps[code];
  return step ? t(step) : null;
}

/** The cause, and the place where there is one: 書き込む先のセルに、数式が入っています。（場所：様式　D12） */
export function problemText(problem: Problem): string {
  const cause = causeText(problem);
  const place = saysWhere(problem) ? '' : placeText(problem.at);
  return place ? t('problem.at', { cause, place }) : cause;
}

/** What is wrong, without the place. */
export function causeText({ code, at, params }: Problem): string {
  const words: Record<string, string | number> = {
    ...('sheet' in at && { sheet: at.sheet }),
    ...params,
  };
  const field = `place.${words.field}`;
  if (isKey(field)) words.field = t(field);
  const kind = `fileKind.${/^furikaeri\.([a-z]+)\//.exec(String(words.found))?.[1]}`;
  if (isKey(kind)) words.found = t(kind);
  if (code === 'too-long' && words.over !== undefined) {
    return textOf(words.no ? 'problem.too-long-target' : 'problem.too-long-field', words);
  }
  return textOf(`problem.${code}`, words);
}

/** Whether the words name the place themselves, or it tells nobody anything: a checksum is about the whole file. */
const saysWhere = ({ code, at, params }: Problem): boolean =>
  code === 'sheet-not-found' ||
  code === 'checksum-differs' ||
  (at.kind === 'value' && params?.section !== undefined);

/** A location for people: 様式　D12, 3行目の14文字目, 振り返り 1番目 ＞ 答え; '' where no name of it is known to them. */
export function placeText(at: Location): string {
  switch (at.kind) {
    case 'line':
      return t('place.line', { line: at.line, column: at.column });
    case 'value':
      return valueText(at.path);
    case 'sheet':
      return at.sheet;
    case 'row':
      return `${at.sheet}　${t('place.row', { row: at.row })}`;
    case 'cell':
      return `${at.sheet}　${at.cell}`;
    default:
      return '';
  }
}

/** Unknown words of a path stay. */
const valueText = (path: string): string =>
  path
    .split('.')
    .map((part) => {
      const [, word = '', index] = /^([^[]*)(?:\[(\d+)\])?$/.exec(part) ?? [];
      const key = `place.${word}`;
      const name = isKey(key) ? t(key) : word || part;
      return index ? t('place.nth', { name, number: Number(index) + 1 }) : name;
    })
    .join(t('place.within'));
