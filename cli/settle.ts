import type { Problem } from '../core/result.ts';
import { nextActOf } from '../core/sheet/session/next-act.ts';
import { causeText, nextStep } from '../locales/problem-text.ts';
import { t } from '../locales/t.ts';

/** What is wrong, and what settles it: an option to add, a line of a form's file, or what to change. */
export function wordsOf(problem: Problem): string {
  const act = nextActOf(problem);
  const step = nextStep(problem);
  const line = formLine(problem);
  const named = line ? t('cli.formLine', { line }) : '';
  switch (act) {
    case 'replace':
    case 'wrap':
    case 'choose-sheet':
      return causeText(problem) + t(`cli.act-${act}`) + named;
    case 'write':
      return causeText(problem) + (step ?? t('cli.act-write')) + named;
    // What the form has no place for is still in the sheet's own file.
    case 'save-sheet':
      return causeText(problem) + named;
    default:
      return causeText(problem) + (step ?? '') + named;
  }
}

/** Which line of a form's file settles a problem of finding places; null where a form has no say. */
function formLine({ code, params: { field, section } = {} }: Problem): string | null {
  switch (nextActOf({ code })) {
    case 'teach':
      if (code === 'form-differs') {
        return '"fingerprint": { "labels": [ { "text": "…", "cell": "…" } ] }';
      }
      return field === undefined
        ? cellsLine(section)
        : `"targets": { "columns": { "${field}": "…" } }`;
    case 'choose-sheet':
      return '"worksheets": { "kind": "named", "names": [ "…" ] }';
    case 'tell-section':
    case 'choose-section':
      return cellsLine(section ?? '…');
    case 'save-sheet':
      return `"append": [ "${field}" ]`;
    default:
      return code === 'rows-short' ? cellsLine(section) : null;
  }
}

const cellsLine = (section?: string | number): string => {
  const own = section === undefined ? '' : `"section": ${JSON.stringify(section)}, `;
  return `"targets": { "kind": "cells", "list": [ { ${own}"target": "…", "result": "…" } ] }`;
};
