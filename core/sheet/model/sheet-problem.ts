import { inSheet, type Problem, type ProblemCode } from '../../result.ts';

/** A problem in a worksheet, or in one of its cells. */
export const sheetProblem = (
  code: ProblemCode,
  sheet: string,
  cell: string | null = null,
  params: Problem['params'] = {},
): Problem => ({ code, at: inSheet(sheet, cell), params });
