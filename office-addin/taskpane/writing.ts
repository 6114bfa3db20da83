import { signal } from '@preact/signals';
import { type Problem, type Result, success } from '../../core/result.ts';
import { planFill } from '../../core/sheet/fill.ts';
import { locateTemplate } from '../../core/sheet/locate.ts';
import { readSheet } from '../../core/sheet/read-sheet.ts';
import { nameKey } from '../../core/sheet/section-name.ts';
import type { Sheet, SheetSection, Target } from '../../core/sheet/sheet.ts';
import type { TemplateMap } from '../../core/sheet/template-map.ts';
import type { WritePlan } from '../../core/xlsx/write-plan.ts';
import { targetsIn, toWrite } from '../../ui/sheet/waiting-targets.ts';
import type { HostError } from '../excel/host-error.ts';
import type { Reading } from '../excel/reading.ts';
import { writeSheet } from '../excel/write-sheet.ts';
import { pointed, takeReading } from './at-hand.ts';
import { forgetDraft, keepDraft, recallDraft } from './draft.ts';
import { type Clash, keepCurrent, same } from './keep-current.ts';
import { remember } from './undoing.ts';

/** What is being written for one section of one worksheet. */
export interface Writing {
  readonly worksheet: { readonly id: string; readonly name: string };
  /** With that section alone. */
  readonly sheet: Sheet;
  /** What the worksheet said when it was read last. */
  readonly base: Sheet;
  readonly clashes: readonly Clash[];
}

export const writing = signal<Writing | null>(null);

/** What came of writing. */
export type Told =
  | { readonly kind: 'written'; readonly cells: number; readonly notices: readonly Problem[] }
  | { readonly kind: 'nothing' | 'clash' | 'gone' }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }
  | { readonly kind: 'refused'; readonly error: HostError }
  | { readonly kind: 'restored' | 'broken'; readonly error: HostError | null };

export const outcome = signal<Told | null>(null);

/** Begins with what the worksheet says (`fresh`, one section), or goes on with what was written on this PC. */
export async function begin({ id, grid }: Reading, fresh: Sheet): Promise<void> {
  const draft = await recallDraft(fresh);
  const base = draft?.base ?? fresh;
  const sheet = draft?.mine ?? fresh;
  outcome.value = null;
  writing.value = merged({ worksheet: { id, name: grid.name }, sheet, base, clashes: [] }, fresh);
}

export const targetsOf = ({ sections }: Sheet): readonly Target[] => sections[0]?.targets ?? [];

/** Takes in what the worksheet says by now. */
function merged(own: Writing, now: Sheet): Writing {
  const { targets, clashes } = keepCurrent(
    targetsOf(own.base),
    targetsOf(own.sheet),
    targetsOf(now),
  );
  const slots = Math.max(own.sheet.policies.length, now.policies.length);
  // A policy that was changed here stays; it is the ward's, and seldom set in two places.
  const policies = Array.from({ length: slots }, (_, slot) =>
    same(own.sheet.policies[slot], own.base.policies[slot])
      ? (now.policies[slot] ?? null)
      : (own.sheet.policies[slot] ?? null),
  );
  const clashing = new Set(clashes.map(({ no, field }) => `${no} ${field}`));
  // Of a clash the worksheet's old text stays known until the chief has said which is right.
  const base = targetsOf(now).map((target) => {
    const was = targetsOf(own.base).find(({ no }) => no === target.no);
    const kept = Object.keys(target).filter((field) => clashing.has(`${target.no} ${field}`));
    return {
      ...target,
      ...Object.fromEntries(kept.map((field) => [field, was?.[field as keyof Target]])),
    };
  });
  return {
    ...own,
    sheet: { ...withTargets(own.sheet, targets), policies },
    base: withTargets(now, base),
    clashes,
  };
}

const withTargets = (sheet: Sheet, targets: readonly Target[]): Sheet => ({
  ...sheet,
  sections: sheet.sections.map((section) => ({ ...section, targets })),
});

/** The section that is being written, as a worksheet has it; null where it has it no more. Problems: those of `readSheet`. */
function sectionIn(map: TemplateMap, own: Sheet): Result<Sheet | null> {
  const says = readSheet(map);
  if (!says.ok) return says;
  const [section] = own.sections;
  if (!section) return success(null);
  const places = map.sheets.flatMap(({ sections }) => sections);
  const named = places.filter((each) => nameKey(each.section) === nameKey(section.section));
  const place =
    named.find(({ division }) => division === section.division) ??
    named[0] ??
    places.find((each) => each.section === '');
  if (!place) return success(null);
  const { policies } = says.value;
  return success(withTargets({ ...own, policies }, targetsIn(says.value, place)));
}

/** The worksheet was read again: what changed there shows here, and what is written here stays. */
export function follow(now: Reading): void {
  const { value: own } = writing;
  if (!own || own.worksheet.id !== now.id) return;
  const map = locateTemplate([now.grid], pointed.value);
  const section = map.ok ? sectionIn(map.value, own.sheet) : map;
  if (section.ok && section.value)
    writing.value = { ...merged(own, section.value), worksheet: { id: now.id, name: now.grid.name } };
}

/** Which text is right, where both were changed. */
export function settle({ no, field, theirs }: Clash, take: boolean): void {
  const { value: own } = writing;
  if (!own) return;
  const put = (sheet: Sheet) =>
    withTargets(
      sheet,
      targetsOf(sheet).map((one) => (one.no === no ? { ...one, [field]: theirs } : one)),
    );
  writing.value = {
    ...own,
    sheet: take ? put(own.sheet) : own.sheet,
    base: put(own.base),
    clashes: own.clashes.filter((clash) => clash.no !== no || clash.field !== field),
  };
  keepDraft(writing.value);
}

export function changeSection(change: (section: SheetSection) => SheetSection): void {
  changeSheet((sheet) => ({ ...sheet, sections: sheet.sections.map(change) }));
}

export function changePolicy(slot: number, text: string | null): void {
  changeSheet((sheet) => ({
    ...sheet,
    policies: Object.assign([...sheet.policies], { [slot]: text }),
  }));
}

function changeSheet(change: (sheet: Sheet) => Sheet): void {
  const { value: own } = writing;
  if (!own) return;
  writing.value = { ...own, sheet: change(own.sheet) };
  keepDraft(writing.value);
}

let isWriting = false;

/** Writes to the worksheet, unless something there stands against it; what is written here stays in any case. */
export async function write(): Promise<void> {
  const { value: own } = writing;
  if (!own || isWriting) return;
  isWriting = true;
  try {
    outcome.value = await writeNow(own);
  } finally {
    isWriting = false;
  }
}

async function writeNow(own: Writing): Promise<Told> {
  let left: Told = { kind: 'nothing' };
  let notices: readonly Problem[] = [];
  const decide = (now: Reading): WritePlan | null => {
    takeReading(now);
    const map = locateTemplate([now.grid], pointed.value);
    const section = map.ok ? sectionIn(map.value, own.sheet) : map;
    if (!map.ok || !section.ok) {
      left = { kind: 'problems', problems: section.ok ? [] : section.problems };
      return null;
    }
    if (!section.value) {
      left = { kind: 'gone' };
      return null;
    }
    const current = merged(own, section.value);
    writing.value = current;
    if (current.clashes.length > 0) {
      left = { kind: 'clash' };
      return null;
    }
    const plan = planFill(map.value, toWrite(map.value, current.sheet), { replace: true });
    if (!plan.ok) {
      left = { kind: 'problems', problems: plan.problems };
      return null;
    }
    notices = plan.value.notices;
    return plan.value.plans[0] ?? null;
  };
  const done = await writeSheet(own.worksheet.id, decide);
  switch (done.kind) {
    case 'left':
      return left;
    case 'written': {
      takeReading(done.reading);
      follow(done.reading);
      remember({ kind: 'wrote', snapshot: done.snapshot });
      if (writing.value) forgetDraft(writing.value);
      return { kind: 'written', cells: done.snapshot.cells.length, notices };
    }
    case 'broken':
      remember({ kind: 'wrote', snapshot: done.snapshot });
      return done;
    default:
      return done;
  }
}
