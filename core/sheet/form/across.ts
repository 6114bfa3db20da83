import type { SheetField } from '../model/fields.ts';
import { numberIn } from '../model/number-text.ts';
import type { Leaf } from './columns.ts';
import type { Span } from './form.ts';
import { readHeading, surestField } from './words.ts';
import { isOtherYear } from './years.ts';

/** What one target has in a row: a column for each of its fields. */
export type AcrossColumns = ReadonlyMap<SheetField, Span>;

/** A column of a header, and which target's it is. */
interface Told {
  readonly no: number;
  readonly field: SheetField;
  readonly span: Span;
}

/**
 * The columns of each target where a section's targets stand side by side in its row: 目標１, 目標２, …,
 * or ①, ②, … under 目標 and again under 結果, or 目標 and 結果 under each number. Empty where a header
 * has none, or where that can't be told.
 */
export function acrossIn(leaves: readonly Leaf[], year: number | null): readonly AcrossColumns[] {
  const targets: Map<SheetField, Span>[] = [];
  for (const { no, field, span } of leaves.flatMap((leaf) => toldBy(leaf, year) ?? [])) {
    const own = targets[no - 1] ?? new Map<SheetField, Span>();
    if (own.has(field)) return [];
    own.set(field, span);
    targets[no - 1] = own;
  }
  const [first] = targets;
  const keys = first && [...first.keys()].sort().join();
  const alike = Array.from(targets).every(
    (each) => each && [...each.keys()].sort().join() === keys,
  );
  return first?.has('target') && targets.length > 1 && alike ? targets : [];
}

function toldBy({ label, path, area }: Leaf, year: number | null): Told | null {
  if (!label || path.some(({ text }) => isOtherYear(text, year))) return null;
  const span = { left: area.left, right: area.right };
  const own = readHeading(label.text);
  const over = path.at(-2);
  const group = over && readHeading(over.text);
  const field = own && own.fields.size > 0 ? surestField(own) : group && surestField(group);
  const no = own?.number ?? numberOf(label.text) ?? group?.number ?? numberOf(over?.text ?? '');
  return field && no && fields.includes(field) ? { no, field, span } : null;
}

const numberOf = (text: string): number | null => {
  const found = numberIn(text);
  return found?.rest === '' ? found.number : null;
};

const fields: readonly SheetField[] = [
  'target',
  'measures',
  'midResult',
  'result',
  'achievement',
  'countermeasure',
  'scene',
];
