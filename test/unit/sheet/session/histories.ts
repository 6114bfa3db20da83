import fc from 'fast-check';
import type { Sheet, Target } from '../../../../core/sheet/model/sheet.ts';
import { type DraftTarget, emptied } from '../../../../core/sheet/session/draft-target.ts';
import {
  addTarget,
  changeTarget,
  moveTarget,
  putBack,
  removeTarget,
} from '../../../../core/sheet/session/edit.ts';

/** What chiefs and their colleagues do to the same sheet, each on their side. Every text is written once. */

const fields = ['target', 'measures', 'result'] as const;

export const sheetOf = (
  targets: readonly DraftTarget[],
  policies: Sheet['policies'] = [],
): Sheet => ({
  fiscalYear: 2026,
  ward: '多摩区',
  policies,
  sections: [{ division: null, section: '区民課', targets }],
});

export const targetsOf = ({ sections }: Pick<Sheet, 'sections'>): readonly DraftTarget[] =>
  sections[0]?.targets ?? [];

/** A form's texts: one to four rows, some of them still empty. */
export const taken: fc.Arbitrary<Sheet> = fc
  .record({
    rows: fc.array(fc.tuple(fc.boolean(), fc.boolean()), { minLength: 1, maxLength: 4 }),
    links: fc.boolean(),
    policies: fc.array(fc.boolean(), { maxLength: 3 }),
  })
  .map(({ rows, links, policies }) =>
    sheetOf(
      rows.map(([isSet, hasResult], index) => ({
        no: index + 1,
        target: isSet ? `目標・旧${index + 1}` : null,
        measures: isSet && hasResult ? `取組・旧${index + 1}` : null,
        result: hasResult ? `結果・旧${index + 1}` : null,
        ...(links && { philosophies: isSet ? (['empathy'] as const) : [], nominate: false }),
      })),
      policies.map((isSet, slot) => (isSet ? `方針・旧${slot + 1}` : null)),
    ),
  );

type Act =
  | { readonly kind: 'write'; readonly at: number; readonly field: (typeof fields)[number] }
  | { readonly kind: 'clear'; readonly at: number; readonly field: (typeof fields)[number] }
  | { readonly kind: 'link' | 'up' | 'down' | 'remove' | 'policy'; readonly at: number }
  | { readonly kind: 'add' | 'back'; readonly at: number };

const at = fc.nat(5);
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('write' as const),
      at,
      field: fc.constantFrom(...fields),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('clear' as const),
      at,
      field: fc.constantFrom(...fields),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom('link', 'up', 'down', 'remove', 'policy', 'add', 'back'),
      at,
    }),
  },
);
export const acts = fc.array(act, { maxLength: 8 });

/** A draft of `from` after some acts of `who`. */
export function drafted(from: Sheet, all: readonly Act[], who: string, form: Sheet = from): Sheet {
  let {
    sections: [section],
    policies,
  } = from;
  let removed: DraftTarget | null = null;
  if (!section) return from;
  for (const [index, one] of all.entries()) {
    const { targets } = section;
    const no = targets[one.at % Math.max(1, targets.length)]?.no ?? 1;
    const text = `${who}${index}`;
    if (one.kind === 'write') section = changeTarget(section, no, { [one.field]: text });
    else if (one.kind === 'clear') section = changeTarget(section, no, { [one.field]: null });
    else if (one.kind === 'link') section = changeTarget(section, no, { philosophies: ['needs'] });
    else if (one.kind === 'up') section = moveTarget(section, no, -1);
    else if (one.kind === 'down') section = moveTarget(section, no, 1);
    else if (one.kind === 'add') section = addTarget(section);
    else if (one.kind === 'remove') {
      ({ section, removed } = removeTarget(section, no, form.sections[0] ?? null));
    } else if (one.kind === 'back') {
      if (removed) section = putBack(section, removed);
      removed = null;
    } else policies = policies.map((old, slot) => (slot === one.at ? text : old));
  }
  return { ...from, policies, sections: [section] };
}

/** What the form says after some acts of a colleague in it: rows change places with all they hold, a row is put in or cleared. */
export function inForm(from: Sheet, all: readonly Act[], who: string): Sheet {
  let rows = targetsOf(from).map(({ no: _, ...row }): Omit<Target, 'no'> => row);
  let { policies } = from;
  for (const [index, one] of all.entries()) {
    const row = one.at % Math.max(1, rows.length);
    const text = `${who}${index}`;
    const put = (part: Partial<Target>) => {
      rows = rows.map((each, place) => (place === row ? { ...each, ...part } : each));
    };
    if (one.kind === 'write') put({ [one.field]: text });
    else if (one.kind === 'clear') put({ [one.field]: null });
    else if (one.kind === 'link') put({ philosophies: ['comfort'] });
    else if (one.kind === 'remove') put({ target: null, measures: null, result: null });
    else if (one.kind === 'add')
      rows = rows.toSpliced(row, 0, { ...emptied({ no: 0, ...rows[row] }), target: text });
    else if (one.kind === 'policy')
      policies = policies.map((old, slot) => (slot === one.at ? text : old));
    else if (one.kind !== 'back') {
      const other = row + (one.kind === 'up' ? -1 : 1);
      const [here, there] = [rows[row], rows[other]];
      if (here && there) rows = rows.with(row, there).with(other, here);
    }
  }
  return sheetOf(
    rows.map((row, index) => ({ ...row, no: index + 1 })),
    policies,
  );
}

/** All texts of a sheet. */
export const textsIn = ({ policies, sections }: Pick<Sheet, 'policies' | 'sections'>): string[] =>
  [
    ...policies,
    ...sections.flatMap(({ targets }) =>
      targets.flatMap((target) => fields.map((field) => target[field] ?? null)),
    ),
  ].filter((text) => text !== null);
