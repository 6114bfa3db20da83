import { batch, computed, signal } from '@preact/signals';
import { joinMeasures } from '../../core/sheet/fill/join-measures.ts';
import type { Sheet, SheetSection } from '../../core/sheet/model/sheet.ts';
import type { SheetDraft, WorkbookTexts } from '../../core/sheet/model/sheet-draft.ts';
import { mergePolicies, sectionKey } from '../../core/sheet/session/draft-texts.ts';
import { type Phase, phaseOf } from '../../core/sheet/session/phase.ts';
import { written } from '../../core/sheet/session/written.ts';
import { type Sides, sides } from './conflicts.ts';
import { places } from './current-workbook.ts';
import { writing } from './draft.ts';
import { saveDraft, saveFrom, typed, workbookSays, workbookTexts } from './draft-saving.ts';

/** What is being written for one section: begun, changed, and saved by itself while it is written (`draft-saving.ts`). */

/** Whether targets are set or results told. */
export const phase = computed<Phase>(() => chosenPhase.value ?? firstPhase.value);
/** As the chief has said, for this workbook. */
export const chosenPhase = signal<Phase | null>(null);
/** As the sheet that was resumed, and the day, let expect: it does not turn while one writes. */
const firstPhase = signal<Phase>('start');
/** The sections that were written since the workbook was opened, in their order, each as it was left. */
export const visitedSections = signal<ReadonlyMap<string, Sheet>>(new Map());

/** What is begun with. */
export interface Begun {
  readonly sheet: Sheet;
  /** The draft on the disk that is gone on with, or gives way. */
  readonly draft: SheetDraft | null;
  /** What the workbook says; `sheet` where it is taken from there. */
  readonly workbook?: WorkbookTexts;
  /** What is yet to be settled. */
  readonly sides?: Sides | null;
}

/** Begins to write. */
export function take({ sheet: begun, draft, workbook = begun, sides: open = null }: Begun): void {
  const sheet = places.value ? joinMeasures(begun, places.value) : begun;
  const { fiscalYear, ward, sections } = sheet;
  const { value: last } = writing;
  // The policies are all sections' own: what was changed with the section before goes along.
  const policies =
    last && sectionKey(last) !== sectionKey(sheet)
      ? mergePolicies(last.policies, workbookTexts().policies, sheet.policies)
      : sheet.policies;
  batch(() => {
    const now = { fiscalYear, ward, policies, sections };
    const all = new Map(visitedSections.value);
    if (last) all.set(sectionKey(last), last);
    visitedSections.value = all.set(sectionKey(now), now);
    writing.value = now;
    firstPhase.value = phaseOf(sheet, Date.now());
    sides.value = open;
    saveFrom(sheet, draft, workbook);
  });
}

/** Changes the sheet: shown at once, and saved by itself. */
function change(part: Partial<Sheet>): void {
  const { value: sheet } = writing;
  if (!sheet) return;
  writing.value = { ...sheet, ...part };
  typed();
}

export function changeSection(make: (section: SheetSection) => SheetSection): void {
  if (writing.value) change({ sections: writing.value.sections.map(make) });
}

/** `slot` 0 is ①. */
export function changePolicy(slot: number, text: string | null): void {
  const { policies = [] } = writing.value ?? {};
  const count = Math.max(policies.length, slot + 1);
  change({
    policies: Array.from({ length: count }, (_, at) =>
      at === slot ? text : (policies[at] ?? null),
    ),
  });
}

/** The workbook file holds by now what was written here (`sent`). */
export function writtenToWorkbook(sent: Sheet): Promise<void> {
  const { value: now } = writing;
  if (!now) return Promise.resolve();
  const { draft, taken } = written(now, sent);
  writing.value = draft;
  workbookSays(taken);
  return saveDraft();
}

/** The workbook file says again what it said before it was written to. */
export function undoneInWorkbook(sheet: Sheet, texts: WorkbookTexts): Promise<void> {
  writing.value = sheet;
  workbookSays(texts);
  return saveDraft();
}
