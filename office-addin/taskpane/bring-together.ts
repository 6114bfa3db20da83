import { type Result, success } from '../../core/result.ts';
import type { SheetField } from '../../core/sheet/fields.ts';
import { readSheet } from '../../core/sheet/read-sheet.ts';
import { nameKey } from '../../core/sheet/section-name.ts';
import type { Sheet, Target } from '../../core/sheet/sheet.ts';
import type { TemplateMap } from '../../core/sheet/template-map.ts';
import { policySlots, targetsIn } from '../../ui/sheet/waiting-targets.ts';
import { type Clash, keepCurrent, same } from './keep-current.ts';

/** What is being written for one section of one worksheet. */
export interface Writing {
  readonly worksheet: { readonly id: string; readonly name: string };
  /** With that section alone. */
  readonly sheet: Sheet;
  /** What the worksheet said when it was read last. */
  readonly base: Sheet;
  readonly clashes: readonly Clash[];
  /** What the template has a place for. */
  readonly room: Room;
}

export interface Room {
  readonly fields: ReadonlySet<SheetField>;
  readonly policies: number;
}

export const roomIn = ({ sheets }: TemplateMap): Room => ({
  fields: new Set(sheets.flatMap(({ fields }) => [...fields])),
  policies: policySlots(sheets),
});

export const targetsOf = ({ sections }: Sheet): readonly Target[] => sections[0]?.targets ?? [];

/** Takes in what the worksheet says by now. */
export function merged(own: Writing, now: Sheet): Writing {
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

export const withTargets = (sheet: Sheet, targets: readonly Target[]): Sheet => ({
  ...sheet,
  sections: sheet.sections.map((section) => ({ ...section, targets })),
});

/** The section that is being written, as a worksheet has it; null where it has it no more. Problems: those of `readSheet`. */
export function sectionIn(map: TemplateMap, own: Sheet): Result<Sheet | null> {
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
