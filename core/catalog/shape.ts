import {
  type BaseIssue,
  custom,
  type GenericSchema,
  looseObject,
  type ObjectEntries,
  pipe,
  regex,
  safeParse,
  string,
} from 'valibot';
import { type Problem, type ProblemCode, problemCodes, type Result, success } from '../result.ts';

/** The checks of unknown data: a valibot schema in, our own problems out. */

/**
 * A value of unknown origin in a schema's form; keys the schema does not list are kept.
 * Problems, each with its path such as `standards[3].text`: `missing`, `wrong-type`, `wrong-value`,
 * `too-long` (param `max`), or the code that stands in the schema as the message of a check.
 */
export function parseShape<T>(schema: GenericSchema<unknown, T>, value: unknown): Result<T> {
  const parsed = safeParse(schema, value);
  return parsed.success
    ? success(parsed.output)
    : { ok: false, problems: parsed.issues.map(problemOf) };
}

/** An object that may have further keys. An array is none, which valibot alone lets pass. */
export const fields = <const T extends ObjectEntries>(entries: T) =>
  pipe(object, looseObject(entries));

export const object = custom<object>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);

/** An id of a catalog, a scene, a standard … */
export const id = pipe(string(), regex(/^[a-z0-9-]{1,60}$/));

function problemOf(issue: BaseIssue<unknown>): Problem {
  const path = (issue.path ?? [])
    .map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
  const code = codeOf(issue);
  if (code === 'too-long') return { code, path, params: { max: Number(issue.requirement) } };
  if (code === 'unknown-id')
    return { code, path, params: { id: String(issue.input).slice(0, 60) } };
  return { code, path };
}

function codeOf({ kind, type, input, message }: BaseIssue<unknown>): ProblemCode {
  const named = problemCodes.find((code) => code === message);
  if (named) return named;
  // JSON has no undefined: where there is one, the key is not there.
  if (kind === 'schema' && input === undefined) return 'missing';
  if (type === 'max_length') return 'too-long';
  const ofRightType = type === 'picklist' || type === 'literal' ? typeof input === 'string' : false;
  return kind === 'validation' || ofRightType ? 'wrong-value' : 'wrong-type';
}
