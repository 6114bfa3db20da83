import { optionalText } from '../model/cell-values.ts';
import { type SheetField, sheetFields } from '../model/fields.ts';
import type { SheetSection, Target } from '../model/sheet.ts';
import type { WorkbookTexts } from '../model/sheet-draft.ts';
import { comparableText } from './clean-text.ts';
import { fieldsOf, same, type TargetField } from './same.ts';
import { findSection, type SectionId, sectionId } from './section-id.ts';

/** One text before and after. */
export interface Change {
  /** Null: a policy, which is the ward's. */
  readonly section: SectionId | null;
  /** Of a policy, 1 is ①. */
  readonly no: number;
  readonly field: TargetField | 'policies';
  readonly before: FieldValue;
  readonly after: FieldValue;
}

export type FieldValue = Target[TargetField];

/**
 * What differs between two states of a sheet: the policies first, then section by section in the order
 * of `after`, then of what `before` alone has. A field that one side does not have says nothing; a
 * target or section that one side does not have is empty there. What cleaning alone has changed is no
 * change. With `replaces` the one takes the other's place: what `after` does not have is lost, and so a
 * change too.
 */
export function changesBetween(
  before: WorkbookTexts,
  after: WorkbookTexts,
  { replaces = false } = {},
): Change[] {
  const gone = before.sections.filter((each) => !findSection(after.sections, each));
  return [
    ...policiesChanged(before.policies, after.policies),
    ...after.sections.flatMap((each) =>
      changed(findSection(before.sections, each), each, replaces),
    ),
    ...gone.flatMap((each) => changed(each, null, replaces)),
  ];
}

type Policies = WorkbookTexts['policies'];

function policiesChanged(before: Policies, after: Policies): Change[] {
  const slots = Math.max(before.length, after.length);
  return Array.from({ length: slots }, (_, slot): Change => {
    const [one = null, other = null] = [before[slot], after[slot]];
    return { section: null, no: slot + 1, field: 'policies', before: one, after: other };
  }).filter(differs);
}

function changed(
  before: SheetSection | null,
  after: SheetSection | null,
  replaces: boolean,
): Change[] {
  const meant = after ?? before;
  if (!meant) return [];
  const all = [before, after].map((side) => side?.targets ?? []);
  const numbers = [...new Set(all.flat().map(({ no }) => no))].sort((one, other) => one - other);
  return numbers.flatMap((no) => {
    const [one, other] = all.map((targets) => targets.find((target) => target.no === no));
    const fields = new Set([one, other].flatMap((side) => (side ? fieldsOf(side) : [])));
    return [...fields]
      .sort((a, b) => place(a) - place(b))
      .filter((field) => (!one || field in one) && (replaces || !other || field in other))
      .map(
        (field): Change => ({
          section: sectionId(meant),
          no,
          field,
          before: one?.[field],
          after: other?.[field],
        }),
      )
      .filter(differs);
  });
}

/** As on a form; what no form has a place for comes last. */
const place = (field: TargetField): number => sheetFields.indexOf(field as SheetField) >>> 0;

const differs = ({ before, after }: Change): boolean => !same(before, after);

/** A value in words, as a cell has it; null where it says nothing. Of a link to a standard its id. */
export function fieldText(field: TargetField | 'policies', value: FieldValue): string | null {
  if (typeof value === 'string' && !['achievement', 'cost'].includes(field))
    return comparableText(value);
  if (field === 'standard') return (value as Target['standard'])?.id ?? null;
  if (field === 'policies' || field === 'target' || field === 'result') return null;
  return optionalText({ no: 1, [field]: value }, field) ?? null;
}
