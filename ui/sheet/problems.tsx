import type { Problem, ProblemCode } from '../../core/result.ts';
import { isKey, type Key, t } from '../../locales/t.ts';

/** The core's problems with a workbook, in words: what, in which cell, and what to do next. */

/** Where the problem's own words don't say it. */
const nextSteps: Partial<Record<ProblemCode, Key>> = {
  encrypted: 'sheet.nextEncrypted',
  'newer-format': 'next.update',
  'not-as-written': 'sheet.nextResave',
  'no-column': 'sheet.nextColumn',
  'no-policy-slot': 'sheet.nextColumn',
  'too-long': 'sheet.nextShorter',
  'year-differs': 'sheet.nextCompare',
  'ward-differs': 'sheet.nextCompare',
  'character-dropped': 'sheet.nextLook',
  'not-wrapped': 'sheet.nextWrap',
  leftover: 'sheet.nextLook',
  'sheet-not-found': 'sheet.nextPoint',
  'not-json': 'sheet.nextOther',
  'too-large': 'sheet.nextOther',
  'too-deep': 'sheet.nextOther',
  'forbidden-key': 'sheet.nextOther',
  'unknown-format': 'sheet.nextOther',
  'other-format': 'sheet.nextOther',
  missing: 'sheet.nextOther',
  'wrong-type': 'sheet.nextOther',
  'wrong-value': 'sheet.nextOther',
  'unknown-id': 'sheet.nextOther',
  'duplicate-id': 'sheet.nextOther',
};

const most = 8;

export function SheetProblems({ problems }: { problems: readonly Problem[] }) {
  const more = problems.length - most;
  const steps = new Set(problems.flatMap((problem) => sheetNextStep(problem) ?? []));
  return (
    <>
      <ul>
        {problems.slice(0, most).map((problem, index) => (
          <li key={index}>{sheetProblemText(problem)}</li>
        ))}
      </ul>
      {more > 0 && <p>{t('problem.more', { count: more })}</p>}
      {[...steps].map((step) => (
        <p key={step}>{step}</p>
      ))}
    </>
  );
}

/** 書き込む先のセルに、数式が入っています。（様式　D12） */
export function sheetProblemText(problem: Problem): string {
  const { code, params = {} } = problem;
  const field = `place.${params.field}`;
  const cause = t(`problem.${code}`, isKey(field) ? { ...params, field: t(field) } : params);
  const place = placeOf(problem);
  return place && code !== 'sheet-not-found' ? t('problem.at', { cause, place }) : cause;
}

/** What to do next; null where the problem's own words say it. */
export function sheetNextStep({ code }: Problem): string | null {
  const step = nextSteps[code];
  return step ? t(step) : null;
}

/** A worksheet and a cell, 様式　D12: told apart by those who know sheets, a path such as `様式!D12` by those who know cells. */
function placeOf({ path, params: { sheet, cell } = {} }: Problem): string {
  const [, name, at] = /^(.+)!([A-Z]{0,3}\d+)$/s.exec(path) ?? [];
  return [sheet ?? name, cell ?? at].filter((part) => part !== undefined).join('　');
}
