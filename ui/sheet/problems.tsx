import type { Problem, ProblemCode } from '../../core/result.ts';
import { isKey, type Key, t } from '../../locales/t.ts';

/** The core's problems with a workbook, in words: what, in which cell, and what to do next. */

/** Where the problem's own words don't say it. */
const nextSteps: Partial<Record<ProblemCode, Key>> = {
  encrypted: 'sheet.nextEncrypted',
  'too-large': 'sheet.nextOther',
  'too-long': 'sheet.nextShorter',
  'forbidden-key': 'sheet.nextOther',
};

const most = 8;

export function SheetProblems({ problems }: { problems: readonly Problem[] }) {
  const more = problems.length - most;
  const steps = new Set(problems.flatMap(({ code }) => nextSteps[code] ?? []));
  return (
    <>
      <ul>
        {problems.slice(0, most).map((problem, index) => (
          <li key={index}>{sheetProblemText(problem)}</li>
        ))}
      </ul>
      {more > 0 && <p>{t('problem.more', { count: more })}</p>}
      {[...steps].map((step) => (
        <p key={step}>{t(step)}</p>
      ))}
    </>
  );
}

/** 書き込む先のセルに、数式が入っています。（様式　D12） */
export function sheetProblemText({ code, params = {} }: Problem): string {
  const field = `place.${params.field}`;
  const cause = t(`problem.${code}`, isKey(field) ? { ...params, field: t(field) } : params);
  const place = [params.sheet, params.cell].filter((part) => part !== undefined).join('　');
  return place && code !== 'sheet-not-found' ? t('problem.at', { cause, place }) : cause;
}
