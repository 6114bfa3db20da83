import { array, exactOptional, literal, nullable, optional, picklist, string } from 'valibot';
import { byId, fields, object, parseShape } from '../catalog/shape.ts';
import { failure, inValue, type Problem, type Result, success } from '../result.ts';
import { type Backup, backupFormat } from './backup-file.ts';
import type { Sha256 } from './digest.ts';
import { type ReadFile, readFile } from './read-file.ts';
import { counter, digest, rating, reviewEntries, text, timestamp, uuid } from './review-shape.ts';

/** Apart from `backup-file.ts`, so that a page which only writes does not load the checks. */

const schema = fields({
  format: literal('furikaeri.backup/1'),
  savedAt: timestamp,
  user: fields({ id: uuid, label: string() }),
  settings: fields({}),
  reviews: array(
    fields({
      ...reviewEntries,
      state: picklist(['open', 'completed']),
      completedAt: optional(nullable(timestamp), null),
      answers: byId(fields({ rating: nullable(rating), note: text, seq: counter, at: timestamp })),
      seq: optional(counter, 0),
    }),
  ),
  sheets: array(object),
  courses: exactOptional(array(object)),
  tallies: exactOptional(array(object)),
  visits: exactOptional(array(object)),
  forms: exactOptional(array(object)),
  checksum: digest,
});

/**
 * The text of a backup to its content; further keys are kept. A wrong checksum is the warning
 * `checksum-differs` (F32).
 * Problems: `encrypted` (open it with `openBackup`), `duplicate-id`, and those of `parseJson`,
 * `upgrade` and `parseShape`.
 */
export function parseBackup(text: string, sha256: Sha256): Promise<Result<ReadFile<Backup>>> {
  return readFile(text, backupFormat, parseContent, sha256);
}

function parseContent(value: unknown): Result<Backup> {
  if (Object.hasOwn(value as object, 'encrypted'))
    return failure('encrypted', inValue('encrypted'));
  const shaped = parseShape(schema, value);
  if (!shaped.ok) return shaped;
  const seen = new Set<string>();
  const problems: Problem[] = [];
  shaped.value.reviews.forEach(({ id }, index) => {
    if (seen.has(id)) {
      problems.push({ code: 'duplicate-id', at: inValue(`reviews[${index}].id`), params: { id } });
    }
    seen.add(id);
  });
  return problems.length > 0 ? { ok: false, problems } : success(shaped.value);
}
