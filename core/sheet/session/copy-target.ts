import type { SheetSection, Target } from '../model/sheet.ts';
import { comparableText } from './clean-text.ts';
import { isPending } from './pending.ts';

/** Which target of a section says what `from` says; null where none does. */
export function copiedTo({ targets }: SheetSection, from: Target): number | null {
  const text = comparableText(from.target ?? '');
  return targets.find(({ target }) => text && comparableText(target ?? '') === text)?.no ?? null;
}

/**
 * A section with last year's target among its own: under the same number where that is still open, else
 * under the first open one, else as one more. Nothing that is written gives way, and nothing comes twice.
 */
export function copyTarget(section: SheetSection, from: Target): SheetSection {
  const { targets } = section;
  if (!from.target || copiedTo(section, from) !== null) return section;
  const open = targets.filter(isPending);
  const { no } = open.find((each) => each.no === from.no) ??
    open[0] ?? { no: Math.max(0, ...targets.map((each) => each.no)) + 1 };
  const own = targets.find((each) => each.no === no) ?? { no, target: null, result: null };
  // The year's own are left: its policies, its money, and what became of it.
  const { target, measures, philosophies, standard } = from;
  const scene = own.scene ?? from.scene;
  const copied: Target = {
    ...own,
    ...(measures && { measures }),
    ...(philosophies && { philosophies }),
    ...(standard && { standard }),
    ...(scene && { scene }),
    target,
  };
  return { ...section, targets: [...targets.filter((each) => each !== own), copied].sort(byNo) };
}

const byNo = (one: Target, other: Target): number => one.no - other.no;
