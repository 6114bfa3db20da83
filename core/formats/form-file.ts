import {
  array,
  exactOptional,
  integer,
  literal,
  maxValue,
  minValue,
  nullable,
  number,
  optional,
  picklist,
  pipe,
  regex,
  string,
} from 'valibot';
import { fields, parseShape } from '../catalog/shape.ts';
import { type Format, upgrade } from '../format.ts';
import { inValue, locationText, type Problem, type Result, success } from '../result.ts';
import {
  type Fields,
  type Form,
  type FormTargets,
  formOrigins,
  sectionsKinds,
} from '../sheet/form/form.ts';
import { sheetFields } from '../sheet/model/fields.ts';
import { makeJson, parseJson } from './json-text.ts';

/** `furikaeri.form/1`: where a form has its fields, as one person of a ward teaches it and all others open it. */

export const formFormat: Format = { kind: 'furikaeri.form', migrations: [] };

const lastRow = 1_048_576;
const cellPattern = /^(?:.{1,31}!)?[A-Z]{1,3}[1-9]\d{0,6}$/;
const lettersPattern = /^[A-Z]{1,3}$/;

const whole = (from: number, to: number) => pipe(number(), integer(), minValue(from), maxValue(to));
const address = pipe(string(), regex(cellPattern));
const mayCell = optional(nullable(address), null);

const schema = fields({
  format: literal('furikaeri.form/1'),
  id: optional(string(), ''),
  title: optional(string(), ''),
  issuer: optional(nullable(string()), null),
  made: optional(picklist(formOrigins), 'written'),
  fingerprint: optional(
    fields({ labels: optional(array(fields({ text: string(), cell: address })), []) }),
    { labels: [] },
  ),
  worksheets: optional(
    fields({
      kind: picklist(['named', 'visible', 'per-section', 'per-target']),
      names: exactOptional(array(string())),
    }),
    { kind: 'visible' },
  ),
  cells: optional(
    fields({ year: mayCell, ward: mayCell, division: mayCell, section: mayCell }),
    {},
  ),
  policies: optional(
    array(
      fields({
        cell: address,
        mark: optional(string(), ''),
        line: optional(nullable(whole(0, 99)), null),
      }),
    ),
    [],
  ),
  targets: fields({ kind: picklist(['rows', 'blocks', 'cells']) }),
  append: optional(array(picklist(sheetFields)), []),
});

const rows = fields({
  header: fields({ top: whole(1, lastRow), bottom: whole(1, lastRow) }),
  columns: fields({}),
  sections: optional(picklist(sectionsKinds), 'first-row'),
});
const blocks = fields({
  first: optional(string(), ''),
  offset: fields({ rows: whole(-lastRow, lastRow), columns: whole(-16_384, 16_384) }),
  count: whole(1, 200),
  cells: fields({}),
});
const cells = fields({ list: array(fields({ section: exactOptional(nullable(string())) })) });

/** The text of a form's file, its keys in the order in which a person would look for them. */
export function makeFormFile(form: Form): string {
  const { id, title, issuer, made, worksheets, cells, policies, targets, append } = form;
  const known = { id, title, issuer, made, worksheets, cells, policies, targets, append };
  return makeJson({ format: 'furikaeri.form/1', ...known, ...form });
}

/**
 * The text of a form's file to the form; what may be absent is filled in, further keys are kept.
 * Problems, each with its place: those of `parseJson`, `upgrade` and `parseShape`; `wrong-value` for an
 * address that is none; `missing` where no place for a target is told.
 */
export function parseFormFile(source: string): Result<Form> {
  const json = parseJson(source);
  if (!json.ok) return json;
  const upgraded = upgrade(json.value, formFormat);
  if (!upgraded.ok) return upgraded;
  const shaped = parseShape(schema, upgraded.value);
  if (!shaped.ok) return shaped;
  const targets = parseTargets(shaped.value.targets);
  if (!targets.ok) return targets;
  const { worksheets, cells: single, ...rest } = shaped.value;
  const { kind, names = [] } = worksheets;
  const none = { year: null, ward: null, division: null, section: null };
  return success({
    ...rest,
    worksheets: kind === 'named' ? { ...worksheets, kind, names } : { ...worksheets, kind },
    cells: { ...none, ...single },
    targets: targets.value,
  });
}

function parseTargets(value: { readonly kind: FormTargets['kind'] }): Result<FormTargets> {
  const problems: Problem[] = [];
  /** The known fields of an object of addresses; null is a field without a place. */
  const fieldsIn = (object: object, pattern: RegExp, path: string): Fields => {
    const found: Record<string, string> = {};
    for (const field of sheetFields) {
      const cell = (object as Readonly<Record<string, unknown>>)[field] ?? null;
      if (cell === null) continue;
      if (typeof cell === 'string' && pattern.test(cell)) found[field] = cell;
      else problems.push({ code: 'wrong-value', at: inValue(`${path}.${field}`) });
    }
    if (!found.target && !found.result)
      problems.push({ code: 'missing', at: inValue(`${path}.target`) });
    return found;
  };
  const targets = ofKind();
  if (!targets.ok) return targets;
  return problems.length > 0 ? { ok: false, problems } : targets;

  function ofKind(): Result<FormTargets> {
    if (value.kind === 'rows') {
      const shaped = parseShape(rows, value);
      if (!shaped.ok) return under(shaped);
      const { header, columns, sections } = shaped.value;
      const letters = fieldsIn(columns, lettersPattern, 'targets.columns');
      return success({ ...value, kind: 'rows', header, columns: letters, sections });
    }
    if (value.kind === 'blocks') {
      const shaped = parseShape(blocks, value);
      if (!shaped.ok) return under(shaped);
      const { first, offset, count } = shaped.value;
      const own = fieldsIn(shaped.value.cells, cellPattern, 'targets.cells');
      return success({ ...value, kind: 'blocks', first, offset, count, cells: own });
    }
    const shaped = parseShape(cells, value);
    if (!shaped.ok) return under(shaped);
    // A section is named here, not pointed at.
    const list = shaped.value.list.map(({ section, ...one }, index) => ({
      ...fieldsIn(one, cellPattern, `targets.list[${index}]`),
      ...(section !== undefined && { section }),
    }));
    return success({ ...value, kind: 'cells', list });
  }
}

/** What is wrong with the targets, as it is in the whole form. */
const under = (result: { readonly problems: readonly Problem[] }): Result<never> => ({
  ok: false,
  problems: result.problems.map(({ at, ...problem }) => ({
    ...problem,
    at: inValue(`targets.${locationText(at)}`),
  })),
});
