import {
  type BaseIssue,
  custom,
  type GenericSchema,
  looseObject,
  type ObjectEntries,
  pipe,
  record,
  regex,
  safeParse,
  string,
} from 'valibot';
import { inValue, type Problem, type ProblemCode, type Result, success } from '../result.ts';

/** The checks of unknown data: a valibot schema in, our own problems out. */

const mostProblems = 200;

/**
 * A value of unknown origin in a schema's form; keys the schema does not list are kept.
 * Problems, each with its place such as `standards[3].text`: `missing`, `wrong-type`, `wrong-value`,
 * `too-long` (param `max`). All of them at once, but the first alone where there are more than 200:
 * a hostile file could otherwise fill the memory with them (F23).
 */
export function parseShape<T>(schema: GenericSchema<unknown, T>, value: unknown): Result<T> {
  const parsed = parseAll(schema, value) ?? safeParse(schema, value, { abortEarly: true });
  return parsed.success
    ? success(parsed.output)
    : { ok: false, problems: parsed.issues.map(problemOf) };
}

/** Null when there are too many issues. */
function parseAll<T>(schema: GenericSchema<unknown, T>, value: unknown) {
  const tooMany = new Error();
  let issues = 0;
  // Valibot asks for each issue's message; there is no other way to make it stop.
  const message = () => {
    if (++issues > mostProblems) throw tooMany;
    return '';
  };
  try {
    return safeParse(schema, value, { message });
  } catch (error) {
    if (error !== tooMany) throw error;
    return null;
  }
}

/** An object that may have further keys. An array is none, which valibot alone lets pass. */
export const fields = <const T extends ObjectEntries>(entries: T) =>
  pipe(object, looseObject(entries));

export const object = custom<object>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);

/** An object whose keys are ids. */
export const byId = <const T extends GenericSchema>(value: T) => pipe(object, record(id, value));

/** An id of a catalog, a scene, a standard … */
export const id = pipe(string(), regex(/^[a-z0-9-]{1,60}$/));

function problemOf(issue: BaseIssue<unknown>): Problem {
  const path = (issue.path ?? [])
    .map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
  const at = inValue(path);
  const code = codeOf(issue);
  return code === 'too-long'
    ? { code, at, params: { max: Number(issue.requirement) } }
    : { code, at };
}

function codeOf({ kind, type, input }: BaseIssue<unknown>): ProblemCode {
  // JSON has no undefined: where there is one, the key is not there.
  if (kind === 'schema' && input === undefined) return 'missing';
  if (type === 'max_length') return 'too-long';
  const ofRightType = (type === 'picklist' || type === 'literal') && typeof input === 'string';
  return kind === 'validation' || ofRightType ? 'wrong-value' : 'wrong-type';
}
