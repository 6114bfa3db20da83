import { joinMeasures } from '../../core/sheet/fill/join-measures.ts';
import type { Sheet } from '../../core/sheet/model/sheet.ts';
import type { SheetDraft } from '../../core/sheet/model/sheet-draft.ts';
import { isOtherPaper, isSameFile } from '../../core/sheet/session/draft-file.ts';
import {
  countFilled,
  mergePolicies,
  saySame,
  targetsOf,
} from '../../core/sheet/session/draft-texts.ts';
import { findSection } from '../../core/sheet/session/section-id.ts';
import { plainSheet } from '../../core/sheet/session/written.ts';
import { store } from '../page-store.ts';
import { readDraft } from '../store/tables/sheet-drafts.ts';
import { bringTogether } from './conflicts.ts';
import { parsedSheet, places, thisFile } from './current-workbook.ts';
import { imported } from './imported.ts';
import { left } from './left.ts';
import { take, visitedSections } from './writing.ts';

/** How a section is begun: with what the workbook says, with its draft, or with a question. */

/** A draft of another file, and what this one says: the chief says with which to begin. */
export interface Differing {
  readonly fresh: Sheet;
  readonly draft: SheetDraft;
}

/**
 * Begins with what the workbook says (`fresh`, one section), or goes on with the draft of that section
 * and 年度. Answers with both where the draft is of another file.
 */
export async function begin(fresh: Sheet): Promise<Differing | null> {
  const draft = await draftFor(fresh);
  if (takeImported(fresh, draft)) return null;
  if (!draft) take({ sheet: fresh, draft: null });
  else if (goesOn(draft, fresh)) {
    goOn(draft, fresh);
    // What has changed in the file is in the draft by now, or asked about.
    if (left.value?.file === 'changed') left.value = null;
  } else return { fresh, draft };
  return null;
}

/** The draft that `begin` would go on with or ask about; null where it says nothing new. */
export async function draftOf(fresh: Sheet): Promise<{ draft: SheetDraft; asks: boolean } | null> {
  const draft = await draftFor(fresh);
  if (!draft || isVisited(draft) || countFilled(draft) === 0 || saySame(fresh, draft)) return null;
  return { draft, asks: !goesOn(draft, fresh) };
}

/** The draft of a section, as the form at hand has its texts. */
async function draftFor(fresh: Sheet): Promise<SheetDraft | null> {
  const draft = await readDraft(store, fresh, thisFile());
  // Of another paper nothing is to be gone on with that says nothing.
  if (draft && countFilled(draft) === 0 && isOtherPaper(draft.file, thisFile())) return null;
  return draft && places.value ? joinMeasures(draft, places.value) : draft;
}

/** Whether a draft is of the file at hand. Of another it is where the form tells its 年度, and both say the same. */
function goesOn(draft: SheetDraft, fresh: Sheet): boolean {
  if (countFilled(draft) === 0 || isVisited(draft) || isOfThisFile(draft)) return true;
  const tellsYear = parsedSheet.value?.ok && parsedSheet.value.value.fiscalYear !== null;
  return tellsYear === true && saySame(fresh, draft);
}

function isOfThisFile(draft: SheetDraft): boolean {
  return left.value?.draft.seq === draft.seq || isSameFile(draft.file, thisFile());
}

/** Whether a draft was written since the workbook was opened. */
const isVisited = (draft: SheetDraft): boolean =>
  [...visitedSections.value.values()].some(
    (sheet) =>
      sheet.fiscalYear === draft.fiscalYear &&
      draft.sections[0] !== undefined &&
      findSection(sheet.sections, draft.sections[0]) !== null &&
      saySame(sheet, draft),
  );

/** Goes on with a draft in its file, which says `fresh` by now. */
export function goOn(draft: SheetDraft, fresh: Sheet): void {
  const open = { kind: 'file', taken: draft.before, now: fresh } as const;
  const { draft: sheet, taken, sides } = bringTogether(draft, open);
  take({ sheet, draft, workbook: taken, sides });
}

/** Goes on with a draft in another file: its texts are to take the place of what stands there. */
export function goOnIn(fresh: Sheet, draft: SheetDraft): void {
  const { policies, before } = draft;
  const sheet = {
    ...plainSheet(draft),
    policies: mergePolicies(policies, before.policies, fresh.policies),
  };
  take({ sheet, draft, workbook: fresh });
}

/** A sheet that was opened as a file is what its section begins with. */
function takeImported(fresh: Sheet, draft: SheetDraft | null): boolean {
  const { value: file } = imported;
  const [own] = fresh.sections;
  const given = file && own && findSection(file.sections, own);
  if (!file || !own || !given) return false;
  const rest = targetsOf(fresh).filter(({ no }) => !given.targets.some((each) => each.no === no));
  const targets = [...given.targets, ...rest].sort((one, other) => one.no - other.no);
  const policies = Array.from(
    { length: Math.max(file.policies.length, fresh.policies.length) },
    (_, slot) => file.policies[slot] ?? fresh.policies[slot] ?? null,
  );
  const sheet = { ...fresh, policies, sections: [{ ...own, targets }] };
  take({ sheet, draft: draft && isOfThisFile(draft) ? draft : null, workbook: fresh });
  imported.value = {
    ...file,
    sections: file.sections.filter((section) => section !== given),
  };
  return true;
}
