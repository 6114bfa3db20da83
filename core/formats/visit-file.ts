import { literal, optional, picklist, string } from 'valibot';
import { byId, fields, parseShape } from '../catalog/shape.ts';
import { type Format, nameOf, upgrade } from '../format.ts';
import { type Result, success } from '../result.ts';
import { marks, type VisitSheet } from '../training/visit-sheet.ts';
import { makeJson, parseJson } from './json-text.ts';

/** `furikaeri.visit/1`: an observer's sheet, as one instructor passes it on or takes it to another PC. */

const visitFormat: Format = { kind: 'furikaeri.visit', migrations: [] };

// No cap but the file's: whatever could be written can be read back.
const text = optional(string(), '');

const schema = fields({
  format: literal('furikaeri.visit/1'),
  place: text,
  date: text,
  observer: text,
  marks: optional(byId(picklist(marks)), {}),
  good: text,
  toImprove: text,
  advice: text,
});

export const makeVisitFile = (sheet: VisitSheet): string =>
  makeJson({ format: nameOf(visitFormat), ...sheet });

/**
 * The text of an observer's sheet's file to the sheet; further keys are kept, what is absent is empty.
 * Problems: those of `parseJson`, `upgrade` and `parseShape`.
 */
export function parseVisitFile(source: string): Result<VisitSheet> {
  const json = parseJson(source);
  if (!json.ok) return json;
  const upgraded = upgrade(json.value, visitFormat);
  if (!upgraded.ok) return upgraded;
  const shaped = parseShape(schema, upgraded.value);
  if (!shaped.ok) return shaped;
  const { format: _, ...sheet } = shaped.value;
  return success(sheet);
}
