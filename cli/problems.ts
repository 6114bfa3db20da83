import {
  type Location,
  locationText,
  type Problem,
  type ProblemCode,
  whole,
} from '../core/result.ts';
import { t } from '../locales/t.ts';
import { wordsOf } from './settle.ts';

/** What can go wrong with the files themselves. */
export const fileCodes = ['not-found', 'out-exists', 'not-saved'] as const;
export type FileCode = (typeof fileCodes)[number];

interface FileProblem {
  readonly code: FileCode;
  readonly at: Location;
}

/** A problem, or what is wrong with a file itself, and the file that it is in. */
export interface FileFinding {
  readonly file: string;
  readonly problem: Problem | FileProblem;
  /** How many forms the workbook may be read as. */
  readonly readings?: number;
}

/** A core problem in a file. */
export const inFile = (file: string, problem: Problem, readings = 0): FileFinding => ({
  file,
  problem,
  readings,
});

/** What concerns a file as a whole. */
export const noFile = (code: FileCode | ProblemCode, file: string): FileFinding => ({
  file,
  problem: isFileCode(code) ? { code, at: whole } : { code, at: whole },
});

/** As `--json` prints it: a place that is in no worksheet is the param `path`. */
export function jsonOf({ file, problem }: FileFinding) {
  const { code, at } = problem;
  const params = 'params' in problem ? problem.params : undefined;
  const sheet = 'sheet' in at ? at.sheet : null;
  const cell = at.kind === 'cell' ? at.cell : at.kind === 'row' ? String(at.row) : null;
  const path = sheet === null ? locationText(at) : '';
  return { code, file, sheet, cell, params: path ? { ...params, path } : { ...params } };
}

/** `file:シート名!D12: code: 説明`, with what settles it. */
export function problemLine({ file, problem, readings = 0 }: FileFinding): string {
  const place = locationText(problem.at);
  const words = isOfFile(problem) ? t(`cli.${problem.code}`) : wordsOf(problem);
  const more = readings > 1 ? t('cli.readings', { count: readings }) : '';
  return `${oneLine(place ? `${file}:${place}` : file)}: ${problem.code}: ${words}${more}`;
}

const isOfFile = (problem: FileFinding['problem']): problem is FileProblem =>
  isFileCode(problem.code);

const isFileCode = (code: ProblemCode | FileCode): code is FileCode =>
  (fileCodes as readonly string[]).includes(code);

/** A name with line breaks in it must not look like two messages. */
const oneLine = (text: string): string => text.replace(/\p{Cc}/gu, ' ');
