import type { Problem } from '../../core/result.ts';
import { nextStep, problemText } from '../../locales/problem-text.ts';
import { t } from '../../locales/t.ts';

/** More than these help nobody. */
const shown = 5;

/** Every cause with its place, and each next step once; goes into a `Notice`. */
export function ProblemList({ problems }: { problems: readonly Problem[] }) {
  const more = problems.length - shown;
  const steps = new Set(problems.flatMap((problem) => nextStep(problem) ?? []));
  return (
    <>
      {problems.slice(0, shown).map((problem, index) => (
        <p key={index}>{problemText(problem)}</p>
      ))}
      {more > 0 && <p>{t('problem.more', { count: more })}</p>}
      {[...steps].map((step) => (
        <p key={step}>{step}</p>
      ))}
    </>
  );
}
