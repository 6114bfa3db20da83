import type { Problem } from '../../core/result.ts';
import { nextStep, problemText } from '../../locales/problem-text.ts';
import { t } from '../../locales/t.ts';

const most = 8;

/** The core's problems with a workbook: what, in which cell, and once each what to do next. */
export function SheetProblems({ problems }: { problems: readonly Problem[] }) {
  const more = problems.length - most;
  const steps = new Set(problems.flatMap((problem) => nextStep(problem) ?? []));
  return (
    <>
      <ul>
        {problems.slice(0, most).map((problem, index) => (
          <li key={index}>{problemText(problem)}</li>
        ))}
      </ul>
      {more > 0 && <p>{t('problem.more', { count: more })}</p>}
      {[...steps].map((step) => (
        <p key={step}>{step}</p>
      ))}
    </>
  );
}
