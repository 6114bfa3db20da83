import type { Problem, ProblemCode } from '../result.ts';

/** A problem in a worksheet, or in one of its cells: its path is `様式!D12`; the parts are params too. */
export function sheetProblem(
  code: ProblemCode,
  sheet: string,
  cell: string | null = null,
  params: Problem['params'] = {},
): Problem {
  return cell
    ? { code, path: `${sheet}!${cell}`, params: { sheet, cell, ...params } }
    : { code, path: sheet, params: { sheet, ...params } };
}
