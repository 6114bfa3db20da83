import { type Problem, type Result, success } from '../../result.ts';
import { cellAt, type Places, type SectionPlace, type TargetPlace } from '../form/places.ts';
import { policyText } from '../form/policy-places.ts';
import { plainText } from '../model/cell-text.ts';
import { optionalValue } from '../model/cell-values.ts';
import { type SheetField, sheetFields } from '../model/fields.ts';
import { numberIn } from '../model/number-text.ts';
import { isPrompt } from '../model/prompt.ts';
import { oneLine } from '../model/section-name.ts';
import type { Sheet, SheetSection, Target } from '../model/sheet.ts';
import { sheetProblem } from '../model/sheet-problem.ts';
import { detached } from './append.ts';

/**
 * The sheet a workbook holds whose places are known: texts without what cells add, a scene as
 * written or null, since 004 does not always give one and none is invented. Hidden rows are passed over, so are rows in which nothing is told,
 * and places of sections that are not named yet. A field without a place has no key.
 * Problem: `section-unclear` where something is told in a place without a name.
 */
export function readSheet(places: Places): Result<Sheet> {
  const problems: Problem[] = [];
  const sections = places.sections.flatMap((place): SheetSection[] => {
    if (place.targets.every(({ hidden }) => hidden)) return [];
    const { division, section, nameCells } = place;
    const targets = targetsIn(places, place);
    if (section !== '') return [{ division, section, targets }];
    if (targets.length > 0) {
      const sheet = place.targets[0]?.sheet ?? '';
      problems.push(sheetProblem('section-unclear', sheet, nameCells[0]?.cell ?? null));
    }
    return [];
  });
  if (problems.length > 0) return { ok: false, problems };
  const [first] = places.policies;
  const view = first && places.views.get(first.sheet);
  return success({
    fiscalYear: places.fiscalYear,
    ward: places.ward,
    policies: view
      ? places.policies
          .filter(({ sheet }) => sheet === first.sheet)
          .map((slot) => policyText(view, slot))
      : [],
    sections,
  });
}

function targetsIn(places: Places, place: SectionPlace): Target[] {
  return place.targets.flatMap((row, index): Target[] => {
    const target = targetIn(places, place, row, index + 1);
    const told = target.target || target.result || target.countermeasure;
    return told && !row.hidden ? [target] : [];
  });
}

function targetIn(places: Places, place: SectionPlace, row: TargetPlace, no: number): Target {
  const { fields, form } = places;
  const textOf = (field: SheetField) => {
    const place = row.cells[field];
    const cell = place && cellAt(places, place);
    // A formula that points at an empty cell shows 0.
    return !cell || (cell.formula && cell.text === '0') || isPrompt(cell.text) ? '' : cell.text;
  };
  const has = (field: SheetField) => fields.has(field);
  const optional = sheetFields
    .filter((field) => row.cells[field] !== undefined)
    .map((field) => optionalValue(field, textOf(field)));
  return Object.assign(
    { no },
    has('scene') && { scene: oneLine(textOf('scene')) || null },
    has('noScene') && !has('scene') && { scene: sceneBeside(place, textOf('noScene')) },
    row.cells.target !== undefined && { target: plainText(textOf('target')) },
    row.cells.result !== undefined && detached(plainText(textOf('result')), form.append),
    ...optional,
  );
}

/** The scene in a cell of 番号・場面. Where its number is the scene's own (②応対), it belongs to the name. */
function sceneBeside({ numbers }: SectionPlace, text: string): string | null {
  const found = numberIn(text);
  return oneLine(numbers !== 'other' && found ? found.rest : text) || null;
}
