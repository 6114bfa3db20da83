import { type Problem, type Result, success } from '../../result.ts';
import { address } from '../../xlsx/address.ts';
import type { WritePlan } from '../../xlsx/write-plan.ts';
import type { CellPlace } from '../form/form.ts';
import type { Places } from '../form/places.ts';
import { fiscalYearTitle, wardIn } from '../form/title.ts';
import type { SectionName } from '../model/section-name.ts';
import type { Sheet } from '../model/sheet.ts';
import { sheetProblem } from '../model/sheet-problem.ts';
import {
  type Draft,
  type DraftWrite,
  draftOf,
  type FilledField,
  type FillOptions,
  noticeAt,
  problemAt,
  write,
} from './fill-draft.ts';
import { fillHeights } from './fill-heights.ts';
import { fillPolicies } from './fill-policies.ts';
import { fillSection } from './fill-section.ts';
import { matchSections } from './match-sections.ts';
import { isCutOff } from './row-height.ts';

/** One text that is written, in the words of the sheet: nobody needs to derive its meaning from an address. */
export interface FieldWrite extends CellPlace {
  /** As the sheet names it; null for policies and the title. */
  readonly section: SectionName | null;
  /** The number of the target, or of the policy; null for what a form has once. */
  readonly no: number | null;
  readonly field: FilledField;
  /** The texts of the cell, before and after; null where it says nothing. */
  readonly before: string | null;
  readonly after: string | null;
}

export interface FillPlan {
  /** Each text, with the cell where it will stand once rows are put in. */
  readonly writes: readonly FieldWrite[];
  /** The same for the hand that writes: one for each worksheet in which something changes. */
  readonly plans: readonly WritePlan[];
  /**
   * What the chief should know, and no reason not to write: `leftover`, `not-in-form` (params
   * `section`, `no`, `field`), `character-dropped`, `not-wrapped` (`count`), `year-differs`,
   * `ward-differs`.
   */
  readonly notices: readonly Problem[];
}

/**
 * What to write so that a workbook whose places are known holds a sheet; of keys that are absent the
 * cells are left. All problems at once, and then nothing is planned: those of `matchSections`,
 * `fillPolicies` and `fillSection`, `sheet-protected`, `row-too-tall`.
 */
export function planFill(
  places: Places,
  sheet: Sheet,
  options: FillOptions = {},
): Result<FillPlan> {
  const { matches, problems } = matchSections(places, sheet);
  const drafts = new Map(
    [...places.views].map(([name, view]) => [name, draftOf(places, view, options)] as const),
  );
  const all = [...drafts.values()];
  const [first] = all;
  if (first) {
    fillTitle(first, drafts, sheet);
    fillPolicies(first, drafts, sheet);
    for (const match of matches) fillSection(drafts, first, match);
  }
  const planned = all.map(planOf);
  const faults = [...problems, ...all.flatMap((draft) => draft.problems)];
  if (faults.length > 0) return { ok: false, problems: faults };
  return success({
    writes: planned.flatMap(({ writes }) => writes),
    plans: planned.map(({ plan }) => plan).filter(({ writes }) => writes.length > 0),
    notices: all.flatMap(({ notices }) => notices),
  });
}

/** Writes the year and the ward where cells wait for them, and tells where a title has others. */
function fillTitle(
  first: Draft,
  drafts: ReadonlyMap<string, Draft>,
  { fiscalYear, ward }: Sheet,
): void {
  const { places } = first;
  const title = (field: FilledField, cells: readonly CellPlace[], text: string) => {
    for (const { sheet, cell } of cells) {
      const draft = drafts.get(sheet);
      if (draft) write(draft, { section: null, no: null, field }, cell, text);
    }
  };
  if (fiscalYear !== null) {
    title('year', places.yearCells, fiscalYearTitle(fiscalYear));
    if (places.fiscalYear !== null && places.fiscalYear !== fiscalYear) {
      const found = places.fiscalYear;
      noticeAt(first, 'year-differs', null, {
        year: fiscalYear,
        yearTitle: fiscalYearTitle(fiscalYear),
        found,
        foundTitle: fiscalYearTitle(found),
      });
    }
  }
  if (ward !== null) {
    // Only what will be read as a ward again.
    if (wardIn(ward) === ward) title('ward', places.wardCells, ward);
    if (places.ward !== null && places.ward !== ward) {
      noticeAt(first, 'ward-differs', null, { ward, found: places.ward });
    }
  }
}

/** The writes whose cells show one line only and whose text needs more. */
const cutOffIn = ({ view, writes }: Draft): DraftWrite[] =>
  writes.filter(({ row, column, text }) => isCutOff(view, view.at(row, column), text ?? ''));

function planOf(draft: Draft): { plan: WritePlan; writes: FieldWrite[] } {
  const { grid } = draft.view;
  const insertions = [...draft.added]
    .map(([after, count]) => ({ after, count }))
    .sort((a, b) => a.after - b.after);
  const shift = (row: number) =>
    insertions.reduce((sum, { after, count }) => (after < row ? sum + count : sum), row);
  if (grid.protected) tellProtected(draft, insertions.length > 0);
  const cutOff = cutOffIn(draft);
  const [first] = cutOff;
  // To change that is the chief's to choose.
  if (first && !draft.wraps) {
    const cell = draft.view.at(first.row, first.column).address;
    noticeAt(draft, 'not-wrapped', cell, { count: cutOff.length });
  }
  const wraps = draft.wraps
    ? cutOff.map(({ row, column, added }) => address(shift(row) + added, column))
    : [];
  const writes = draft.writes.map(({ row, added, column, text, ...whose }): FieldWrite => {
    const before = added > 0 ? null : grid.cells.get(address(row, column))?.text || null;
    const cell = address(shift(row) + added, column);
    return { ...whose, sheet: grid.name, cell, before, after: text };
  });
  return {
    writes,
    plan: {
      sheet: grid.name,
      insertions,
      writes: writes.map(({ cell, after }) => ({ address: cell, text: after })),
      heights: fillHeights(draft, shift),
      ...(wraps.length > 0 && { wraps }),
    },
  };
}

/** On a protected worksheet unlocked cells may be written, as Excel lets its user do; nothing else. */
function tellProtected(draft: Draft, inserts: boolean): void {
  const { view, problems } = draft;
  const locked = draft.writes.find(
    ({ row, column }) => view.at(row, column).cell?.look.locked ?? true,
  );
  if (locked) problemAt(draft, 'sheet-protected', view.at(locked.row, locked.column).address);
  else if (inserts) problems.push(sheetProblem('sheet-protected', view.grid.name));
}
