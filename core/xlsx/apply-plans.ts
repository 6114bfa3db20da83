import { failure, type Result, success } from '../result.ts';
import { parseAddress } from './address.ts';
import { type Edits, edited, editsOf } from './edits.ts';
import { moveAround } from './insert-rows.ts';
import { patchRows } from './patch-rows.ts';
import { type Dropped, type Prepared, preparePlan } from './prepare-plan.ts';
import { findDifference } from './read-back.ts';
import { readPart } from './read-part.ts';
import { forgetResults } from './recalculation.ts';
import { replaceParts } from './replace-parts.ts';
import { openWorkbook, type Workbook } from './workbook.ts';
import type { WritePlan } from './write-plan.ts';

/** The bytes with the plans carried out. */
export interface Filled {
  readonly bytes: Uint8Array;
  readonly dropped: readonly Dropped[];
}

/**
 * Carries out plans, one a worksheet at most: all of them or none. Only what they name changes, and
 * what must move or be computed anew because of it; every part of the file that is not touched keeps
 * its bytes. The outcome is read back and compared before it is handed over.
 * Problems: those of `preparePlan`; `not-as-written`.
 */
export function applyPlans(workbook: Workbook, plans: readonly WritePlan[]): Result<Filled> {
  const prepared: Prepared[] = [];
  const results = plans.map((plan) => preparePlan(workbook, plan));
  const problems = results.flatMap((result) => (result.ok ? [] : result.problems));
  if (problems.length > 0) return { ok: false, problems };
  for (const result of results) if (result.ok) prepared.push(result.value);
  if (new Set(plans.map(({ sheet }) => sheet)).size < plans.length) return failure('wrong-value');

  const edits: Edits = new Map();
  for (const { sheet, map, changes } of prepared) {
    editsOf(edits, sheet.path).push(...patchRows(sheet, map, changes));
  }
  const moving = prepared.filter(({ map }) => map.insertions.length > 0);
  if (moving.length > 0) moveAround(workbook, moving, edits);
  forgetResults(workbook, prepared.flatMap(writtenPlaces), edits);
  const contents = new Map<string, Uint8Array>();
  for (const [path, own] of edits) {
    const part = own.length > 0 ? readPart(workbook.zip, path) : null;
    if (part?.ok) contents.set(path, edited(part.value, own));
  }
  const bytes = replaceParts(workbook.zip, contents);
  const after = openWorkbook(bytes, workbook);
  if (!after.ok) return failure('not-as-written', after.problems[0]?.path);
  const difference = findDifference(workbook, after.value, prepared);
  if (difference !== null) return failure('not-as-written', difference);
  return success({ bytes, dropped: prepared.flatMap(({ dropped }) => dropped) });
}

/** The cells written to, in rows as they were before. */
function writtenPlaces({ sheet, map, changes }: Prepared) {
  return [...changes.texts.keys()].flatMap((address) => {
    const place = parseAddress(address);
    if (!place) return [];
    const { row } = map.origin(place.row);
    const area = { top: row, left: place.column, bottom: row, right: place.column };
    return { sheet: sheet.name, area };
  });
}
