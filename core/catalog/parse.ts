import {
  array,
  exactOptional,
  type InferOutput,
  integer,
  literal,
  maxLength,
  maxValue,
  minValue,
  nullable,
  number,
  picklist,
  pipe,
  string,
} from 'valibot';
import { type Format, upgrade } from '../format.ts';
import { inValue, type Problem, type Result, success } from '../result.ts';
import { type Catalog, philosophyIds, sceneIds, scopes, statuses } from './catalog.ts';
import { stripRuby } from './ruby.ts';
import { fields, id, parseShape } from './shape.ts';

/** The file form of a catalog, `furikaeri.catalog/1`. Not for a page's start: the built-in catalog is typed already. */

const catalogFormat: Format = { kind: 'furikaeri.catalog', migrations: [] };

// A standard is one observable behaviour, not a page: these caps leave ten times what is needed.
const line = pipe(string(), maxLength(200));
const text = pipe(string(), maxLength(600));
const paragraphs = pipe(string(), maxLength(2000));

const status = picklist(statuses);
const quotable = { status, basis: line };

const schema = fields({
  format: literal('furikaeri.catalog/1'),
  id,
  edition: line,
  scope: picklist(scopes),
  extends: nullable(fields({ id, edition: line })),
  title: line,
  issuer: line,
  sources: array(fields({ id: line, title: line, issued: exactOptional(line) })),
  aim: fields({ text: paragraphs, ...quotable }),
  philosophies: array(
    fields({
      id,
      name: line,
      statement: paragraphs,
      ...quotable,
      notes: array(fields({ text: paragraphs, status })),
    }),
  ),
  scenes: array(
    fields({
      id,
      no: pipe(number(), integer(), minValue(1), maxValue(sceneIds.length)),
      name: line,
      definition: paragraphs,
      ...quotable,
    }),
  ),
  standards: array(
    fields({
      id,
      scene: id,
      text,
      ruby: exactOptional(paragraphs),
      ...quotable,
      philosophies: array(id),
      guidance: exactOptional(paragraphs),
      good: exactOptional(paragraphs),
      poor: exactOptional(paragraphs),
      raises: nullable(id),
    }),
  ),
  policies: array(fields({ id, text: paragraphs, ...quotable })),
  scopeMarks: array(fields({ id, name: line, examples: array(text), ...quotable })),
  chains: array(
    fields({
      philosophy: id,
      standard: text,
      target: text,
      initiative: paragraphs,
      basis: line,
    }),
  ),
});

/** A catalog of the right shape, its references not yet looked at. */
type Content = InferOutput<typeof schema>;

/**
 * A value of unknown origin (the content of a JSON file) to a catalog; further keys are kept.
 * Problems, all of them at once, each with its place: those of `upgrade` and `parseShape`;
 * `duplicate-id`; `unknown-id` (a scene or philosophy item that does not exist or, in a catalog that
 * extends none, is not in it); `ruby-differs` (furigana that do not strip back to the text).
 */
export function parseCatalog(value: unknown): Result<Catalog> {
  const upgraded = upgrade(value, catalogFormat);
  if (!upgraded.ok) return upgraded;
  const shaped = parseShape(schema, upgraded.value);
  if (!shaped.ok) return shaped;
  const problems = [...duplicateIds(shaped.value), ...unknownIds(shaped.value)];
  shaped.value.standards.forEach(({ text, ruby }, index) => {
    if (ruby !== undefined && stripRuby(ruby) !== text) {
      problems.push({ code: 'ruby-differs', at: inValue(`standards[${index}].ruby`) });
    }
  });
  return problems.length > 0 ? { ok: false, problems } : success(shaped.value as Catalog);
}

/** The file's text; `parseCatalog` of it gives the catalog again. */
export function makeCatalog(catalog: Catalog): string {
  return `${JSON.stringify(catalog, null, 2)}\n`;
}

function duplicateIds(catalog: Content): Problem[] {
  const lists = [
    'sources',
    'philosophies',
    'scenes',
    'standards',
    'policies',
    'scopeMarks',
  ] as const;
  return lists.flatMap((list) => {
    const seen = new Set<string>();
    return catalog[list].flatMap(({ id }, index): Problem[] => {
      if (!seen.has(id)) {
        seen.add(id);
        return [];
      }
      return [{ code: 'duplicate-id', at: inValue(`${list}[${index}].id`), params: { id } }];
    });
  });
}

/** Scenes and philosophy items that do not exist, or that a catalog which stands alone does not have. */
function unknownIds(catalog: Content): Problem[] {
  const problems: Problem[] = [];
  const expect = (known: ReadonlySet<string>, id: string, path: string) => {
    if (!known.has(id)) problems.push({ code: 'unknown-id', at: inValue(path), params: { id } });
  };
  const known = (
    existing: readonly string[],
    list: Content['scenes' | 'philosophies'],
    name: string,
  ) => {
    const all = new Set(existing);
    list.forEach(({ id }, index) => {
      expect(all, id, `${name}[${index}].id`);
    });
    return catalog.extends ? all : new Set(list.map(({ id }) => id));
  };
  const scenes = known(sceneIds, catalog.scenes, 'scenes');
  const philosophies = known(philosophyIds, catalog.philosophies, 'philosophies');
  catalog.standards.forEach((standard, index) => {
    const path = `standards[${index}]`;
    expect(scenes, standard.scene, `${path}.scene`);
    standard.philosophies.forEach((id, place) => {
      expect(philosophies, id, `${path}.philosophies[${place}]`);
    });
    // What it raises lies in the layer below; alone, it can raise nothing.
    if (standard.raises !== null && !catalog.extends) {
      expect(new Set(), standard.raises, `${path}.raises`);
    }
  });
  catalog.chains.forEach(({ philosophy }, index) => {
    expect(philosophies, philosophy, `chains[${index}].philosophy`);
  });
  return problems;
}
