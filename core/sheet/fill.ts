import { type Problem, type Result, success } from '../result.ts';
import { address } from '../xlsx/address.ts';
import type { WritePlan } from '../xlsx/write-plan.ts';
import { type Draft, draftOf, noticeAt, problemAt, write } from './fill-draft.ts';
import { fillHeights } from './fill-heights.ts';
import { fillPolicies } from './fill-policies.ts';
import { fillSection } from './fill-section.ts';
import { matchSections } from './match-sections.ts';
import { isCutOff } from './row-height.ts';
import type { Sheet } from './sheet.ts';
import type { TemplateMap } from './template-map.ts';
import { fiscalYearTitle, wardIn } from './title.ts';

export interface FillPlan {
  /** One for each worksheet in which something changes. */
  readonly plans: readonly WritePlan[];
  /** What the chief should know, and no reason not to write: `leftover`, `character-dropped`, `not-wrapped` (params `count`), `year-differs`, `ward-differs`. */
  readonly notices: readonly Problem[];
}

export interface FillOptions {
  /** Whether a cell that holds another text may be overwritten. */
  readonly replace?: boolean;
}

/**
 * What to write so that a located workbook holds a sheet; of keys that are absent the cells are left.
 * All problems at once, and then nothing is planned: those of `matchSections`, `fillPolicies` and
 * `fillSection`, `sheet-protected`, `row-too-tall`.
 */
export function planFill(
  map: TemplateMap,
  sheet: Sheet,
  { replace = false }: FillOptions = {},
): Result<FillPlan> {
  const { matches, problems } = matchSections(map, sheet);
  const drafts = map.sheets.map((each) => draftOf(each, replace));
  for (const draft of drafts) {
    fillTitle(draft, sheet);
    if (draft.map.policies.length > 0 || drafts.length === 1) fillPolicies(draft, sheet);
    for (const match of matches) if (match.map === draft.map) fillSection(draft, match);
  }
  const plans = drafts.map(planOf).filter(({ writes }) => writes.length > 0);
  const all = [...problems, ...drafts.flatMap((draft) => draft.problems)];
  if (all.length > 0) return { ok: false, problems: all };
  return success({ plans, notices: drafts.flatMap(({ notices }) => notices) });
}

/** Writes the year and the ward where our own templates wait for them, and tells where a title has others. */
function fillTitle(draft: Draft, { fiscalYear, ward }: Sheet): void {
  const { map } = draft;
  if (fiscalYear !== null) {
    if (map.fiscalYear === null && map.yearCell)
      write(draft, map.yearCell, fiscalYearTitle(fiscalYear));
    if (map.fiscalYear !== null && map.fiscalYear !== fiscalYear) {
      noticeAt(draft, 'year-differs', null, { year: fiscalYear, found: map.fiscalYear });
    }
  }
  if (ward !== null) {
    // Only what will be read as a ward again.
    if (map.ward === null && map.wardCell && wardIn(ward) === ward)
      write(draft, map.wardCell, ward);
    if (map.ward !== null && map.ward !== ward) {
      noticeAt(draft, 'ward-differs', null, { ward, found: map.ward });
    }
  }
}

/** The cells of a template may show one line only; that is not ours to change. */
function tellCutOff(draft: Draft): void {
  const { view } = draft.map;
  const places = draft.writes.flatMap(({ row, column, text }) => {
    const place = view.at(row, column);
    return isCutOff(view, place, text ?? '') ? place.address : [];
  });
  const [first] = places;
  if (first !== undefined) noticeAt(draft, 'not-wrapped', first, { count: places.length });
}

function planOf(draft: Draft): WritePlan {
  const { grid } = draft.map.view;
  const insertions = [...draft.added]
    .map(([after, count]) => ({ after, count }))
    .sort((a, b) => a.after - b.after);
  const shift = (row: number) =>
    insertions.reduce((sum, { after, count }) => (after < row ? sum + count : sum), row);
  if (grid.protected && draft.writes.length > 0) problemAt(draft, 'sheet-protected');
  tellCutOff(draft);
  return {
    sheet: grid.name,
    insertions,
    writes: draft.writes.map(({ row, added, column, text }) => ({
      address: address(shift(row) + added, column),
      text,
    })),
    heights: fillHeights(draft, shift),
  };
}
