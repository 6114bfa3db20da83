import {
  array,
  boolean,
  exactOptional,
  literal,
  maxLength,
  maxValue,
  minLength,
  minValue,
  nullable,
  number,
  optional,
  picklist,
  pipe,
  string,
} from 'valibot';
import { statuses } from '../catalog/catalog.ts';
import { fields, id, parseShape } from '../catalog/shape.ts';
import { type Format, nameOf, upgrade } from '../format.ts';
import { inValue, type Problem, type Result, success } from '../result.ts';
import { type Course, stepKinds } from '../training/course.ts';
import { makeJson, parseJson } from './json-text.ts';

/** `furikaeri.course/1`: a training course as one trainer passes it on to another. */

const courseFormat: Format = { kind: 'furikaeri.course', migrations: [] };

const mostMinutes = 600;
const mostSteps = 1000;

const minutes = pipe(number(), minValue(0), maxValue(mostMinutes));

export const editions = array(fields({ id, edition: string() }));

const schema = fields({
  format: literal('furikaeri.course/1'),
  // Texts have no cap but the file's: whatever a form takes can be read back.
  title: string(),
  minutes,
  catalog: editions,
  steps: pipe(
    array(
      fields({
        kind: picklist(stepKinds),
        ref: exactOptional(nullable(id)),
        minutes,
        own: exactOptional(boolean()),
        notes: optional(nullable(string()), null),
        heading: exactOptional(string()),
        text: exactOptional(string()),
        status: exactOptional(picklist(statuses)),
        basis: exactOptional(string()),
      }),
    ),
    minLength(1),
    maxLength(mostSteps),
  ),
});

/** What a step of a kind can't do without. */
const needed: Readonly<Record<string, readonly ('ref' | 'heading' | 'text')[]>> = {
  philosophy: ['ref'],
  scene: ['ref'],
  standard: ['ref'],
  text: ['heading', 'text'],
};

export const makeCourseFile = (course: Course): string =>
  makeJson({ format: nameOf(courseFormat), ...course });

/**
 * The text of a course file to the course; further keys are kept. A standard that the reader's
 * catalog does not have is no problem here: `makeDeck` tells of it.
 * Problems: those of `parseJson`, `upgrade` and `parseShape`; `missing` for a step without what its
 * kind shows.
 */
export function parseCourseFile(source: string): Result<Course> {
  const json = parseJson(source);
  if (!json.ok) return json;
  const upgraded = upgrade(json.value, courseFormat);
  if (!upgraded.ok) return upgraded;
  const shaped = parseShape(schema, upgraded.value);
  if (!shaped.ok) return shaped;
  const { format: _, ...course } = shaped.value;
  const problems = course.steps.flatMap((step, index) =>
    (needed[step.kind] ?? []).flatMap((key): Problem[] =>
      typeof step[key] === 'string'
        ? []
        : [{ code: 'missing', at: inValue(`steps[${index}].${key}`) }],
    ),
  );
  return problems.length > 0 ? { ok: false, problems } : success(course as unknown as Course);
}
