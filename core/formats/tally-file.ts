import { array, integer, literal, maxValue, minValue, number, pipe, string } from 'valibot';
import { fields, id, parseShape } from '../catalog/shape.ts';
import { type Format, nameOf, upgrade } from '../format.ts';
import { inValue, type Problem, type Result, success } from '../result.ts';
import { type Rating, ratings } from '../review/review.ts';
import { type HandTally, mostHands } from '../training/hand-tally.ts';
import { editions } from './course-file.ts';
import { makeJson, parseJson } from './json-text.ts';
import { timestamp } from './review-shape.ts';

/** `furikaeri.tally/1`: the hands of a training room. A format of its own, so that it is never taken for a review. */

const tallyFormat: Format = { kind: 'furikaeri.tally', migrations: [] };

const hands = pipe(number(), integer(), minValue(0), maxValue(mostHands));
const counts = Object.fromEntries(ratings.map((rating) => [rating, hands])) as Record<
  Rating,
  typeof hands
>;

const schema = fields({
  format: literal('furikaeri.tally/1'),
  // No cap but the file's: it is the title of a course, whatever that is.
  title: string(),
  heldAt: timestamp,
  catalog: editions,
  items: array(fields({ standard: id, counts: fields(counts) })),
});

export const makeTallyFile = (tally: HandTally): string =>
  makeJson({ format: nameOf(tallyFormat), ...tally });

/**
 * The text of a tally file to the tally; further keys are kept.
 * Problems: those of `parseJson`, `upgrade` and `parseShape`; `duplicate-id` for a standard that
 * comes twice.
 */
export function parseTallyFile(source: string): Result<HandTally> {
  const json = parseJson(source);
  if (!json.ok) return json;
  const upgraded = upgrade(json.value, tallyFormat);
  if (!upgraded.ok) return upgraded;
  const shaped = parseShape(schema, upgraded.value);
  if (!shaped.ok) return shaped;
  const { format: _, ...tally } = shaped.value;
  const seen = new Set<string>();
  const problems = tally.items.flatMap(({ standard }, index): Problem[] => {
    if (!seen.has(standard)) {
      seen.add(standard);
      return [];
    }
    return [
      { code: 'duplicate-id', at: inValue(`items[${index}].standard`), params: { id: standard } },
    ];
  });
  return problems.length > 0 ? { ok: false, problems } : success(tally);
}
