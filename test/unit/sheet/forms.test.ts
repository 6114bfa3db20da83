import { describe, expect, test } from 'vitest';
import { parseFormFile } from '../../../core/formats/form-file.ts';
import type { Result } from '../../../core/result.ts';
import { planFill } from '../../../core/sheet/fill/fill.ts';
import { placeForm } from '../../../core/sheet/form/place.ts';
import type { Places } from '../../../core/sheet/form/places.ts';
import { located } from '../../../core/sheet/form/recognize.ts';
import { gridsOf } from '../../../core/xlsx/read/read-grids.ts';
import { openWorkbook } from '../../../core/xlsx/read/workbook.ts';
import { applyPlans } from '../../../core/xlsx/write/apply-plans.ts';
import { bare, type DrawnForm, drawnForms, textsIn } from './drawn-forms.ts';

/**
 * What comes of filling a form: `right`, `asked` with the codes, or each cell that is not as a person
 * would have it.
 */
function filled(
  { workbook, sheet, expected, optional }: DrawnForm,
  places: Result<Places>,
): string {
  if (!places.ok) return `asked ${places.problems.map(({ code }) => code).join(' ')}`;
  const plan = planFill(places.value, sheet);
  if (!plan.ok) return `asked ${[...new Set(plan.problems.map(({ code }) => code))].join(' ')}`;
  const written = applyPlans(workbook, plan.value.plans);
  if (!written.ok) return `asked ${written.problems.map(({ code }) => code).join(' ')}`;
  // Where rows are put in all below them have moved.
  if (plan.value.plans.some(({ insertions }) => insertions.length > 0)) return 'rows put in';
  const after = openWorkbook(written.value.bytes);
  if (!after.ok) return 'broken';
  const before = textsIn(workbook);
  const now = textsIn(after.value);
  const wrong = [...new Set([...before.keys(), ...now.keys(), ...expected.keys()])].filter(
    (cell) => {
      const text = now.get(cell) ?? '';
      const right = expected.get(cell);
      if (right) return !right.some((one) => bare(text) === one);
      return text !== (before.get(cell) ?? '') && !optional.has(cell);
    },
  );
  return wrong.length > 0 ? `wrong ${wrong.join(' ')}` : 'right';
}

/** What a person would be sure about, and the program asks for: told, not hidden. */
const askedStill: Readonly<Record<string, string>> = {
  // Each section's targets in a row, the results in the row below.
  '221-ward-goal-row-result-row': 'asked column-unclear',
  // The upper row of each target is the target, the lower one its measures.
  '234-section-two-rows-each': 'asked column-unclear',
  // Rows of two 年度 in one table, told apart by a column.
  '247-ward-database-two-years': 'asked section-twice',
};

/** Filled right without the question that a person would have asked: told as well. */
const filledStill: Readonly<Record<string, string>> = {
  // 成果 and 課題 stand side by side: the result goes to 成果, and could be parted.
  '113-section-gains-and-issues': 'right',
  // Four targets for three rows: a row is put in.
  '127-ward-row-too-few': 'rows',
};

/** The command line knows the 年度 of the sheet that it fills in. */
const asked = ({ sheet }: DrawnForm) => ({ fiscalYear: sheet.fiscalYear });

const forms = drawnForms();

describe('a form that a person would be certain about is filled unasked', () => {
  const cleared = forms.filter(({ isForm, cleared }) => isForm && cleared);
  test.each(cleared.map((form) => [form.name, form] as const))('%s', (name, form) => {
    expect(filled(form, located(gridsOf(form.workbook), asked(form)))).toBe(
      askedStill[name] ?? 'right',
    );
  });
});

describe('what a person would ask is asked', () => {
  const unclear = forms.filter(({ isForm, cleared }) => isForm && !cleared);
  test.each(unclear.map((form) => [form.name, form] as const))('%s', (_, form) => {
    const outcome = filled(form, located(gridsOf(form.workbook), asked(form)));
    expect(outcome.split(' ')[0]).toBe(filledStill[form.name] ?? 'asked');
  });

  const taught = forms.filter(({ taught }) => taught !== null);
  test.each(taught.map((form) => [form.name, form] as const))('and taught once, %s', (_, form) => {
    const parsed = parseFormFile(form.taught ?? '');
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    expect(filled(form, placeForm(parsed.value, gridsOf(form.workbook)))).toBe('right');
  });
});

describe('what only looks alike is refused', () => {
  const others = forms.filter(({ isForm }) => !isForm);
  test.each(others.map((form) => [form.name, form] as const))('%s', (_, form) => {
    expect(filled(form, located(gridsOf(form.workbook), asked(form)))).toMatch(/^asked /);
  });
});
