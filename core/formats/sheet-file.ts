import {
  array,
  boolean,
  exactOptional,
  integer,
  literal,
  maxValue,
  minValue,
  nonEmpty,
  nullable,
  number,
  optional,
  picklist,
  pipe,
  string,
} from 'valibot';
import { philosophyIds } from '../catalog/catalog.ts';
import { fields, id, parseShape } from '../catalog/shape.ts';
import { type Format, upgrade } from '../format.ts';
import { inValue, type Problem, type Result, success } from '../result.ts';
import { achievements, costs, type Sheet, standardLinks } from '../sheet/model/sheet.ts';
import { makeJson, parseJson } from './json-text.ts';

/** The file form of a sheet, `furikaeri.sheet/1`. Texts have no cap but the file's. */

export interface SheetFile extends Sheet {
  readonly format: 'furikaeri.sheet/1';
}

export const sheetFormat: Format = { kind: 'furikaeri.sheet', migrations: [] };

const whole = (from: number, to: number) => pipe(number(), integer(), minValue(from), maxValue(to));
const text = nullable(string());
const mayText = exactOptional(text);

const target = fields({
  no: whole(1, 999),
  scene: mayText,
  target: mayText,
  measures: mayText,
  midResult: mayText,
  result: mayText,
  philosophies: exactOptional(array(picklist(philosophyIds))),
  standard: exactOptional(nullable(fields({ id, kind: picklist(standardLinks) }))),
  policy: exactOptional(nullable(whole(1, 99))),
  organizationGoal: mayText,
  cost: exactOptional(nullable(picklist(costs))),
  achievement: exactOptional(nullable(picklist(achievements))),
  countermeasure: mayText,
  nominate: exactOptional(boolean()),
  becomesStandard: exactOptional(boolean()),
});

const schema = fields({
  format: literal('furikaeri.sheet/1'),
  fiscalYear: nullable(whole(1926, 9998)),
  ward: text,
  policies: array(text),
  sections: array(
    fields({
      division: optional(text, null),
      section: pipe(string(), nonEmpty()),
      targets: array(target),
    }),
  ),
});

/** The text of a sheet's file; keys beyond the model go with it. */
export const makeSheetFile = (sheet: Sheet): string =>
  makeJson({ format: 'furikaeri.sheet/1', ...sheet });

/**
 * The text of a sheet's file to the sheet; further keys are kept.
 * Problems, each with its place: those of `parseJson`, `upgrade` and `parseShape`; `duplicate-id` for
 * a number that a section has twice.
 */
export function parseSheetFile(source: string): Result<SheetFile> {
  const json = parseJson(source);
  if (!json.ok) return json;
  const upgraded = upgrade(json.value, sheetFormat);
  if (!upgraded.ok) return upgraded;
  const shaped = parseShape(schema, upgraded.value);
  if (!shaped.ok) return shaped;
  const problems = shaped.value.sections.flatMap(({ targets }, section) => {
    const seen = new Set<number>();
    return targets.flatMap(({ no }, index): Problem[] => {
      if (!seen.has(no)) {
        seen.add(no);
        return [];
      }
      const at = inValue(`sections[${section}].targets[${index}].no`);
      return [{ code: 'duplicate-id', at, params: { id: no } }];
    });
  });
  return problems.length > 0 ? { ok: false, problems } : success(shaped.value);
}
