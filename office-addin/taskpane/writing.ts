import { signal } from '@preact/signals';
import { locateTemplate } from '../../core/sheet/locate.ts';
import type { Sheet, SheetSection } from '../../core/sheet/sheet.ts';
import type { Reading } from '../excel/reading.ts';
import { pointedFor } from './at-hand.ts';
import {
  merged,
  roomIn,
  sectionIn,
  targetsOf,
  type Writing,
  withTargets,
} from './bring-together.ts';
import { keepDraft, recallDraft } from './draft.ts';
import type { Clash } from './keep-current.ts';

/** What is being written, and what changes it: the chief here, and others in the worksheet. */
export const writing = signal<Writing | null>(null);

/** Begins with what the worksheet says (`fresh`, one section), or goes on with what was written on this PC. */
export async function begin(now: Reading, fresh: Sheet): Promise<void> {
  const map = locateTemplate([now.grid], pointedFor(now));
  const draft = await recallDraft(fresh);
  if (!map.ok) return;
  const own = {
    worksheet: { id: now.id, name: now.grid.name },
    room: roomIn(map.value),
    sheet: draft?.mine ?? fresh,
    base: draft?.base ?? fresh,
    clashes: [],
  };
  writing.value = merged(own, fresh);
}

/** The worksheet was read again: what changed there shows here, and what is written here stays. */
export function follow(now: Reading): void {
  const { value: own } = writing;
  if (!own || own.worksheet.id !== now.id) return;
  const map = locateTemplate([now.grid], pointedFor(now));
  const section = map.ok ? sectionIn(map.value, own.sheet) : map;
  if (section.ok && section.value)
    writing.value = {
      ...merged(own, section.value),
      worksheet: { id: now.id, name: now.grid.name },
    };
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
