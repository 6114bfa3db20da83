import type { Problem, ProblemCode } from '../../core/result.ts';
import { isKey, type Key, t } from '../../locales/t.ts';

/** The core's problems in words: what, where, and what to do next. */

/** More than these help nobody. */
const shown = 5;

/** What to do next; a file that can't be read at all is the ordinary case. */
const nextSteps: Partial<Record<ProblemCode, Key>> = {
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
};

/** Every cause with its place, and each next step once; goes into a `Notice`. */
export function ProblemList({ problems }: { problems: readonly Problem[] }) {
  const more = problems.length - shown;
  const steps = new Set(problems.map(nextStep));
  return (
    <>
      {problems.slice(0, shown).map((problem) => (
        <p key={`${problem.code} ${problem.path}`}>{problemText(problem)}</p>
      ))}
      {more > 0 && <p>{t('problem.more', { count: more })}</p>}
      {[...steps].map((step) => (
        <p key={step}>{step}</p>
      ))}
    </>
  );
}

/** The cause, and the place where there is one. */
export function problemText({ code, path, params }: Problem): string {
  const found = fileKind(String(params?.found ?? ''));
  const cause = t(`problem.${code}`, { ...params, found });
  // A checksum is about the whole file: its own place tells nobody anything.
  return path && code !== 'checksum-differs'
    ? t('problem.at', { cause, place: placeText(path) })
    : cause;
}

export const nextStep = ({ code }: Problem): string => t(nextSteps[code] ?? 'next.chooseAgain');

/** 提出用ファイル for `furikaeri.review/1`; what we don't know stays as it is written. */
function fileKind(format: string): string {
  const key = `fileKind.${/^furikaeri\.([a-z]+)\//.exec(format)?.[1]}`;
  return isKey(key) ? t(key) : format;
}

/** `3:14` as a line and a character, `reviews[0].answers` as 振り返り1番目 ＞ 答え; unknown words stay. */
export function placeText(path: string): string {
  const [, line, column] = /^(\d+):(\d+)$/.exec(path) ?? [];
  if (line && column) return t('place.line', { line, column });
  return path
    .split('.')
    .map((part) => {
      const [, word = '', index] = /^([^[]*)(?:\[(\d+)\])?$/.exec(part) ?? [];
      const key = `place.${word}`;
      const name = isKey(key) ? t(key) : word || part;
      return index ? t('place.nth', { name, number: Number(index) + 1 }) : name;
    })
    .join(t('place.within'));
}
