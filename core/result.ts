/**
 * Every problem the core can answer with. The faces put a code into words
 * (`locales/*.json`, key `problem.<code>`); the core never does.
 */
export const problemCodes = [
  // reading a file
  'not-json',
  'too-large',
  'too-deep',
  'other-encoding',
  'forbidden-key',
  'unknown-format',
  'newer-format',
  'other-format',
  'encrypted',
  'wrong-passphrase',
  // values in a file
  'missing',
  'wrong-type',
  'wrong-value',
  'too-long',
  'unknown-id',
  'duplicate-id',
  'ruby-differs',
  'checksum-differs',
  // acts on a review
  'review-completed',
  'review-open',
  'goal-limit',
  // a training course
  'nothing-chosen',
  // a workbook
  'not-xlsx',
  'other-workbook',
  'text-file',
  'damaged-workbook',
  'unsafe-workbook',
  'sheet-protected',
  'formula-cell',
  'covered-cell',
  'table-header',
  'row-too-tall',
  'insert-formula',
  'insert-rule',
  'insert-table',
  'insert-drawing',
  'insert-comment',
  'insert-link',
  'insert-other',
  'not-as-written',
  // a sheet
  'no-table',
  'other-paper',
  'form-differs',
  'column-unclear',
  'section-unclear',
  'section-twice',
  'several-sheets',
  'sheet-not-found',
  'broken-name',
  'no-section',
  'place-unclear',
  'no-column',
  'cell-not-empty',
  'label-pressed',
  'not-in-list',
  'cell-shared',
  'row-hidden',
  'rows-short',
  'leftover',
  'not-in-form',
  'character-dropped',
  'not-wrapped',
  'year-differs',
  'ward-differs',
] as const;

export type ProblemCode = (typeof problemCodes)[number];

/**
 * Where something is wrong. Which file it is in the caller knows, by what it handed in: a value lies in
 * a JSON file, or in the object that one was made of; all but a line and a value lie in a workbook.
 */
export type Location =
  | { readonly kind: 'whole' }
  /** Of text that is no JSON; both from 1. */
  | { readonly kind: 'line'; readonly line: number; readonly column: number }
  /** `standards[3].text` */
  | { readonly kind: 'value'; readonly path: string }
  /** A file inside the workbook's zip. */
  | { readonly kind: 'part'; readonly part: string }
  /** A defined name. */
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'sheet'; readonly sheet: string }
  | { readonly kind: 'row'; readonly sheet: string; readonly row: number }
  | { readonly kind: 'cell'; readonly sheet: string; readonly cell: string };

export const whole: Location = { kind: 'whole' };

export const inValue = (path: string): Location => (path ? { kind: 'value', path } : whole);

export const inPart = (part: string): Location => ({ kind: 'part', part });

/** A worksheet, or in it a row (`7`) or a cell (`D7`). */
export function inSheet(sheet: string, place: string | number | null = null): Location {
  if (!place) return { kind: 'sheet', sheet };
  const row = Number(place);
  return Number.isNaN(row)
    ? { kind: 'cell', sheet, cell: String(place) }
    : { kind: 'row', sheet, row };
}

/** A location as those write it who look into files: `様式!D12`, `standards[3].text`, `3:14`; '' for the whole. */
export function locationText(at: Location): string {
  switch (at.kind) {
    case 'whole':
      return '';
    case 'line':
      return `${at.line}:${at.column}`;
    case 'value':
      return at.path;
    case 'part':
      return at.part;
    case 'name':
      return at.name;
    case 'sheet':
      return at.sheet;
    case 'row':
      return `${at.sheet}!${at.row}`;
    case 'cell':
      return `${at.sheet}!${at.cell}`;
  }
}

/** One thing that is wrong: what, where, and the values the wording needs. */
export interface Problem {
  readonly code: ProblemCode;
  readonly at: Location;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** A value, or the problems that kept it from being made. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export const success = <T>(value: T): Result<T> => ({ ok: true, value });

export const failure = (
  code: ProblemCode,
  at: Location = whole,
  params?: Problem['params'],
): Result<never> => ({
  ok: false,
  problems: [params ? { code, at, params } : { code, at }],
});
