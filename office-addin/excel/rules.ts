import { address } from '../../core/xlsx/address.ts';
import { areaOf } from '../../core/xlsx/formula/reference.ts';
import type { Area, GridCell, Validation } from '../../core/xlsx/grid.ts';
import { boundsOf } from '../../core/xlsx/read/length-bounds.ts';

/** What Excel's own rule allows in some cells. */
export interface Rule {
  readonly areas: readonly Area[];
  readonly rule: Excel.DataValidationRule;
  /** Of a list that stands elsewhere, once they are known. */
  readonly words?: readonly string[];
}

/**
 * Rules as the core knows them: lists, and how long a text may be; others are passed over. The words
 * of a list that stands in the same worksheet are looked up in its `cells`.
 */
export const validationsIn = (
  rules: readonly Rule[],
  cells: ReadonlyMap<string, GridCell>,
): readonly Validation[] =>
  joined(rules).flatMap(({ areas, rule, words }): Validation[] => {
    const { list, textLength } = rule ?? {};
    if (list)
      return [{ kind: 'list', areas, words: words?.filter(isWord) ?? wordsIn(list, cells) }];
    if (!textLength) return [];
    const { operator, formula1, formula2 } = textLength;
    const bounds = boundsOf(operators[operator] ?? '', numberIn(formula1), numberIn(formula2));
    return bounds ? [{ kind: 'length', areas, ...bounds }] : [];
  });

/** As files name what Excel does. */
const operators: Readonly<Record<string, string>> = {
  Between: 'between',
  EqualTo: 'equal',
  LessThan: 'lessThan',
  LessThanOrEqualTo: 'lessThanOrEqual',
  GreaterThan: 'greaterThan',
  GreaterThanOrEqualTo: 'greaterThanOrEqual',
};

/** Excel tells bounds as formulas, `=200`. */
function numberIn(formula: unknown): number | null {
  const text = String(formula ?? '').replace(/^=/, '');
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null;
}

/** One rule for all blocks that have the same. */
function joined(rules: readonly Rule[]): readonly Rule[] {
  const all = new Map<string, Rule>();
  for (const one of rules) {
    const key = JSON.stringify(one.rule);
    const before = all.get(key);
    all.set(key, before ? { ...before, areas: [...before.areas, ...one.areas] } : one);
  }
  return [...all.values()];
}

/** Where a list stands, if in another worksheet or under a name. */
export function elsewhereIn(
  rule: Excel.DataValidationRule | null,
): { readonly sheet: string | null; readonly cells: string } | null {
  const source = rule?.list?.source;
  if (typeof source !== 'string' || !source.startsWith('=')) return null;
  const [, quoted, plain, cells] =
    /^=(?:'((?:[^']|'')+)'|([^'!()]+))!(\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?)$/i.exec(source) ?? [];
  if (cells) return { sheet: quoted?.replaceAll("''", "'") ?? plain ?? null, cells };
  const isName = /^=[\p{L}_][\p{L}\p{N}_.]*$/u.test(source) && !ownCells.test(source);
  return isName ? { sheet: null, cells: source.slice(1) } : null;
}

const ownCells = /^=(\$[A-Z]+\$\d+(?::\$[A-Z]+\$\d+)?)$/i;

function wordsIn(
  { source }: Excel.ListDataValidation,
  cells: ReadonlyMap<string, GridCell>,
): readonly string[] | null {
  if (typeof source !== 'string') return null;
  if (!source.startsWith('=')) {
    return source
      .split(',')
      .map((word) => word.trim())
      .filter(isWord);
  }
  const area = areaOf((ownCells.exec(source)?.[1] ?? '').replaceAll('$', ''));
  if (!area) return null;
  const words: string[] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) {
      words.push(cells.get(address(row, column))?.text.trim() ?? '');
    }
  }
  return words.filter(isWord);
}

const isWord = (word: string): boolean => word !== '';
