import { failure, type Result, success } from '../../result.ts';
import { parseAddress } from '../address.ts';
import { readPart } from '../read/read-part.ts';
import type { Workbook } from '../read/workbook.ts';
import type { WritePlan } from '../write-plan.ts';
import { replaceParts } from '../zip/replace-parts.ts';
import { partKey } from '../zip/zip-directory.ts';
import { cellStyles } from './cell-style.ts';
import { dimensionEdits } from './dimension.ts';
import { addEdits, type Edits, edited } from './edits.ts';
import { formulaCells } from './formula-cells.ts';
import { moveAround } from './insert-rows.ts';
import { patchRows } from './patch-rows.ts';
import { type Dropped, type Prepared, preparePlan, type Styled } from './prepare-plan.ts';
import { findDifference } from './read-back.ts';
import { forgetResults } from './recalculation.ts';
import { type WrapStyles, wrapStyles } from './wrap-styles.ts';

/** The bytes with the plans carried out. */
export interface Filled {
  readonly bytes: Uint8Array;
  readonly dropped: readonly Dropped[];
  /** Row heights and wraps that were not set: their worksheet is protected, or the workbook has no room for more styles. */
  readonly heightsLeft: number;
  readonly wrapsLeft: number;
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
  const wraps = wrapsOf(workbook, prepared);
  if (wraps && workbook.stylesPath !== null) addEdits(edits, workbook.stylesPath, wraps.edits);
  const styled = prepared.map((plan): Styled => ({ ...plan, styles: stylesFor(plan, wraps) }));
  for (const plan of styled) {
    const { sheet, map, changes, styles } = plan;
    addEdits(edits, sheet.path, patchRows(sheet, map, changes, styles));
    addEdits(edits, sheet.path, dimensionEdits(plan));
  }
  const moving = prepared.filter(({ map }) => map.insertions.length > 0);
  if (moving.length > 0) moveAround(workbook, moving, edits);
  const hasNew = moving.some(({ sheet, map }) =>
    formulaCells(workbook).some(
      (cell) => cell.sheet === sheet && map.insertions.some(({ after }) => after === cell.row),
    ),
  );
  const forgotten = forgetResults(workbook, prepared.flatMap(writtenPlaces), hasNew, edits);
  const contents = new Map<string, Uint8Array>();
  for (const [path, own] of edits) {
    const part = own.length > 0 ? readPart(workbook.zip, path) : null;
    if (part?.ok) contents.set(partKey(path), edited(part.value, own));
  }
  const bytes = replaceParts(workbook.zip, contents);
  const written = { plans: styled, wraps, forgotten, hasNew };
  const difference = findDifference(workbook, bytes, new Set(contents.keys()), written);
  if (difference !== null) return failure('not-as-written', difference);
  const count = (of: (plan: Prepared) => number) =>
    prepared.reduce((sum, plan) => sum + of(plan), 0);
  return success({
    bytes,
    dropped: prepared.flatMap(({ dropped }) => dropped),
    heightsLeft: count(({ heightsLeft }) => heightsLeft),
    wrapsLeft: count(({ wrapsLeft, wraps: own }) => wrapsLeft + (wraps ? 0 : own.length)),
  });
}

/** The style of a cell before it wraps; one without a style has the first. */
function styleBefore({ sheet, map }: Prepared): (address: string) => string {
  const styles = cellStyles(sheet);
  return (address) => {
    const place = parseAddress(address);
    return (place && styles.at(map, place.row, place.column)) ?? '0';
  };
}

function wrapsOf(workbook: Workbook, prepared: readonly Prepared[]): WrapStyles | null {
  const styles = new Set(prepared.flatMap((plan) => plan.wraps.map(styleBefore(plan))));
  return styles.size > 0 ? wrapStyles(workbook, styles) : { copies: new Map(), edits: [] };
}

function stylesFor(plan: Prepared, wraps: WrapStyles | null): ReadonlyMap<string, string> {
  const before = styleBefore(plan);
  return new Map(
    plan.wraps.flatMap((address) => {
      const copy = wraps?.copies.get(before(address));
      return copy === undefined ? [] : [[address, copy] as const];
    }),
  );
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
