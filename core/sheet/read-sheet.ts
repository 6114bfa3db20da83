import { type Problem, type Result, success } from '../result.ts';
import { plainText } from './cell-text.ts';
import { optionalValue } from './cell-values.ts';
import { numberIn } from './number-text.ts';
import { policyText } from './policy-places.ts';
import { oneLine } from './section-name.ts';
import type { Sheet, SheetSection, Target } from './sheet.ts';
import { sheetProblem } from './sheet-problem.ts';
import type { SectionPlace, SheetMap, TargetPlace, TemplateMap } from './template-map.ts';

/**
 * The sheet a located workbook holds (formats.md): texts without what cells add, a scene as written
 * or null (D49). Hidden rows are passed over, so are rows in which nothing is told, and places of
 * sections that are not named yet. A field without a column has no key.
 * Problem: `section-unclear` where something is told in a place without a name.
 */
export function readSheet({ sheets }: TemplateMap): Result<Sheet> {
  const problems: Problem[] = [];
  const sections = sheets.flatMap((map) =>
    map.sections.flatMap((place): SheetSection[] => {
      if (place.targets.every(({ hidden }) => hidden)) return [];
      const { division, section } = place;
      const targets = targetsIn(map, place);
      if (section !== '') return [{ division, section, targets }];
      if (targets.length > 0) {
        problems.push(sheetProblem('section-unclear', map.view.grid.name, place.nameCell));
      }
      return [];
    }),
  );
  if (problems.length > 0) return { ok: false, problems };
  const first = <T>(of: (map: SheetMap) => T | null): T | null =>
    sheets.map(of).find((value) => value !== null) ?? null;
  const slots = sheets.find(({ policies }) => policies.length > 0);
  return success({
    fiscalYear: first(({ fiscalYear }) => fiscalYear),
    ward: first(({ ward }) => ward),
    policies: slots ? slots.policies.map((slot) => policyText(slots.view, slot)) : [],
    sections,
  });
}

function targetsIn(map: SheetMap, place: SectionPlace): Target[] {
  return place.targets.flatMap((row, index): Target[] => {
    const target = targetIn(map, place, row, index + 1);
    const told = target.target || target.result || target.countermeasure;
    return told && !row.hidden ? [target] : [];
  });
}

function targetIn(map: SheetMap, place: SectionPlace, row: TargetPlace, no: number): Target {
  const { fields, view } = map;
  const textOf = (field: keyof TargetPlace['cells']) => {
    const cell = view.grid.cells.get(row.cells[field] ?? '');
    // A formula that points at an empty cell shows 0.
    return !cell || (cell.formula && cell.text === '0') ? '' : cell.text;
  };
  const has = (field: keyof TargetPlace['cells']) => fields.has(field);
  const optional = [...fields]
    .filter((field) => row.cells[field] !== undefined)
    .map((field) => optionalValue(field, textOf(field)));
  return Object.assign(
    { no },
    has('scene') && { scene: oneLine(textOf('scene')) || null },
    has('noScene') && !has('scene') && { scene: sceneBeside(place, textOf('noScene')) },
    row.cells.target !== undefined && { target: plainText(textOf('target')) },
    row.cells.result !== undefined && { result: plainText(textOf('result')) },
    ...optional,
  );
}

/** The scene in a cell of 番号・場面. Where its number is the scene's own (②応対), it belongs to the name. */
function sceneBeside({ numbers }: SectionPlace, text: string): string | null {
  const found = numberIn(text);
  return oneLine(numbers !== 'other' && found ? found.rest : text) || null;
}
