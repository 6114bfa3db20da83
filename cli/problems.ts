import type { Problem, ProblemCode } from '../core/result.ts';
import { isKey, t } from '../locales/t.ts';

/** What can go wrong with the files themselves. */
export const fileCodes = ['not-found', 'out-exists', 'not-saved'] as const;
export type FileCode = (typeof fileCodes)[number];

/** A problem as the command line tells it, and `--json` prints it. */
export interface Told {
  readonly code: ProblemCode | FileCode;
  readonly file: string;
  readonly sheet: string | null;
  readonly cell: string | null;
  readonly params: Readonly<Record<string, string | number>>;
}

/** A core problem in a file. A path such as `様式!D12` names a cell, any other stays as the param `path`. */
export function inFile(file: string, { code, path, params = {} }: Problem): Told {
  const { sheet, cell, ...rest } = params;
  if (sheet !== undefined) {
    return {
      code,
      file,
      sheet: String(sheet),
      cell: cell === undefined ? null : String(cell),
      params: rest,
    };
  }
  const [, name, at] = /^(.+)!([A-Z]{0,3}\d+)$/s.exec(path) ?? [];
  if (name && at) return { code, file, sheet: name, cell: at, params };
  return { code, file, sheet: null, cell: null, params: path ? { ...params, path } : params };
}

/** `file:シート名!D12: code: 説明` */
export function problemLine({ code, file, sheet, cell, params }: Told): string {
  const place = sheet === null ? params.path : cell === null ? sheet : `${sheet}!${cell}`;
  const where = place === undefined ? file : `${file}:${place}`;
  return `${oneLine(where)}: ${code}: ${problemText(code, params)}`;
}

function problemText(code: Told['code'], params: Told['params']): string {
  const words = { ...params };
  const field = `place.${params.field}`;
  if (isKey(field)) words.field = t(field);
  const kind = `fileKind.${/^furikaeri\.([a-z]+)\//.exec(String(params.found))?.[1]}`;
  if (isKey(kind)) words.found = t(kind);
  return t(isFileCode(code) ? `cli.${code}` : `problem.${code}`, words);
}

const isFileCode = (code: Told['code']): code is FileCode =>
  (fileCodes as readonly string[]).includes(code);

/** A name with line breaks in it must not look like two messages. */
const oneLine = (text: string): string => text.replace(/\p{Cc}/gu, ' ');
