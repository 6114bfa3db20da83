import { type Result, success } from '../../core/result.ts';
import { joinMeasures } from '../../core/sheet/fill/join-measures.ts';
import { readSheet } from '../../core/sheet/fill/read-sheet.ts';
import { placeForm } from '../../core/sheet/form/place.ts';
import type { Places } from '../../core/sheet/form/places.ts';
import type { Sheet, SheetSection } from '../../core/sheet/model/sheet.ts';
import type { DraftFile, WorkbookTexts } from '../../core/sheet/model/sheet-draft.ts';
import { isOtherPaper } from '../../core/sheet/session/draft-file.ts';
import { type Conflict, merge } from '../../core/sheet/session/merge.ts';
import { settle as settled } from '../../core/sheet/session/settle.ts';
import { placeOf, sectionSheet } from '../../core/sheet/session/waiting-targets.ts';
import type { Reading } from '../excel/reading.ts';
import { type Session, session } from './current-session.ts';
import { appending, fileOf, readings, section } from './current-worksheet.ts';
import { keepDraft, keptOf, refile } from './draft.ts';
import type { RecalledDraft } from './kept-draft.ts';
import { listWords } from './write-choices.ts';

/** What was written of a section in another workbook, and what this one says: the chief says with which to begin. */
export interface Differing {
  readonly found: Places;
  readonly fresh: Sheet;
  readonly draft: RecalledDraft;
}

/**
 * Begins with what the worksheets say (`fresh`, one section), or goes on with what was written on this
 * PC. Answers with both where that is of another workbook.
 */
export async function begin(found: Places, fresh: Sheet): Promise<Differing | null> {
  const draft =
    keptOf(fresh).length === 0 ? null : (await import('./kept-draft.ts')).recallDraft(found, fresh);
  if (draft?.asks) return { found, fresh, draft };
  beginWith(found, fresh, draft);
  return null;
}

/** Begins with a draft, if there is one, and with what the worksheets say by now. */
export function beginWith(
  found: Places,
  fresh: Sheet,
  kept: { readonly mine: Sheet; readonly base: Sheet; readonly file: DraftFile } | null,
): void {
  const names = new Set(found.views.keys());
  const own: Session = {
    worksheets: readings.value
      .filter(({ grid }) => names.has(grid.name))
      .map(({ id, grid }) => ({ id, name: grid.name })),
    form: found.form,
    file: fileOf(found),
    section: section.value,
    places: found,
    draft: kept ? joinMeasures(kept.mine, found) : fresh,
    taken: kept?.base ?? fresh,
    conflicts: [],
  };
  if (kept && !isOtherPaper(kept.file, own.file)) refile(kept.mine, kept.file, own.file);
  // Another form's letters may mean something else.
  listWords.value = new Map();
  session.value = merged(own, found, fresh);
}

/** The session with what its worksheets say now. */
export const merged = (own: Session, places: Places, now: Sheet): Session => {
  const { draft, taken, conflicts } = merge(own.draft, own.taken, now);
  return { ...own, places, draft, taken, conflicts };
};

/** Where a session's form is in worksheets as they are now. Problems: those of `placeForm`. */
export function placesNow(own: Session, now: readonly Reading[]): Result<Places> {
  const placed = placeForm(
    own.form,
    now.map(({ grid }) => grid),
    { section: own.section },
  );
  return placed.ok ? success(appending(placed.value)) : placed;
}

/** The section that is being written, as its worksheets have it; null where they have it no more. Problems: those of `readSheet`. */
export function sectionNow(places: Places, own: Sheet): Result<Sheet | null> {
  const says = readSheet(places);
  if (!says.ok) return says;
  const [named] = own.sections;
  const place = named && placeOf(places, named);
  return success(place ? sectionSheet({ ...own, ...textsOf(says.value) }, named, place) : null);
}

const textsOf = ({ policies, sections }: Sheet): WorkbookTexts => ({ policies, sections });

/** Worksheets were read again: what changed there shows here, and what is written here stays. */
export function follow(now: readonly Reading[]): void {
  const { value: own } = session;
  if (!own) return;
  const ids = new Set(own.worksheets.map(({ id }) => id));
  const read = now.filter(({ id }) => ids.has(id));
  if (read.length < ids.size) return;
  const places = placesNow(own, read);
  const says = places.ok ? sectionNow(places.value, own.draft) : places;
  if (!places.ok || !says.ok || !says.value) return;
  const worksheets = read.map(({ id, grid }) => ({ id, name: grid.name }));
  session.value = { ...merged(own, places.value, says.value), worksheets };
}

/** Which text is right, where both were changed. */
export function settle(conflict: Conflict, side: 'mine' | 'theirs'): void {
  const { value: own } = session;
  if (!own) return;
  const { draft, taken, conflicts } = settled({ ...own, gone: [] }, conflict, side);
  session.value = { ...own, draft, taken, conflicts };
  keepDraft(session.value);
}

export function changeSection(change: (section: SheetSection) => SheetSection): void {
  changeDraft((draft) => ({ ...draft, sections: draft.sections.map(change) }));
}

export function changePolicy(slot: number, text: string | null): void {
  changeDraft((draft) => ({
    ...draft,
    policies: Object.assign([...draft.policies], { [slot]: text }),
  }));
}

function changeDraft(change: (draft: Sheet) => Sheet): void {
  const { value: own } = session;
  if (!own) return;
  session.value = { ...own, draft: change(own.draft) };
  keepDraft(session.value);
}
