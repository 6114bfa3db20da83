import { literal } from 'valibot';
import { byId, fields, parseShape } from '../catalog/shape.ts';
import type { Result } from '../result.ts';
import type { Sha256 } from './digest.ts';
import { type ReadFile, readFile } from './read-file.ts';
import { type ReviewFile, reviewFormat } from './review-file.ts';
import { digest, rating, reviewEntries, text, timestamp } from './review-shape.ts';

/** Apart from `review-file.ts`, so that a page which only writes does not load the checks. */

const schema = fields({
  format: literal('furikaeri.review/1'),
  ...reviewEntries,
  name: text,
  completedAt: timestamp,
  answers: byId(fields({ rating, note: text })),
  checksum: digest,
});

/**
 * The text of a hand-over to its content; further keys are kept. A wrong checksum is the warning
 * `checksum-differs`, not a refusal (F32).
 * Problems: those of `parseJson`, `upgrade` and `parseShape`.
 */
export function parseReviewFile(
  text: string,
  sha256: Sha256,
): Promise<Result<ReadFile<ReviewFile>>> {
  return readFile(text, reviewFormat, (value) => parseShape(schema, value), sha256);
}
