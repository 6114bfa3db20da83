import type { Problem, ProblemCode } from '../../result.ts';

/** What a person can do where a problem of a sheet comes up: none is the end of the way. The page and the pane draw buttons of it, the command line names what to add. */
export const nextActs = [
  'choose-file',
  'teach',
  'choose-sheet',
  'tell-section',
  'choose-section',
  'write',
  'replace',
  'wrap',
  'save-sheet',
] as const;
export type NextAct = (typeof nextActs)[number];

/** For every code: of a file that can't be used, or that Excel has to change first, it is to choose one. */
const acts: Readonly<Record<ProblemCode, NextAct>> = {
  // reading a file
  'not-json': 'choose-file',
  'too-large': 'choose-file',
  'too-deep': 'choose-file',
  'other-encoding': 'choose-file',
  'forbidden-key': 'choose-file',
  'unknown-format': 'choose-file',
  'newer-format': 'choose-file',
  'other-format': 'choose-file',
  encrypted: 'choose-file',
  'wrong-passphrase': 'choose-file',
  // values in a file
  missing: 'choose-file',
  'wrong-type': 'choose-file',
  'wrong-value': 'choose-file',
  'too-long': 'write',
  'unknown-id': 'choose-file',
  'duplicate-id': 'choose-file',
  'ruby-differs': 'choose-file',
  'checksum-differs': 'choose-file',
  // acts on a review
  'review-completed': 'choose-file',
  'review-open': 'choose-file',
  'goal-limit': 'choose-file',
  // a training course
  'nothing-chosen': 'choose-file',
  // a workbook
  'not-xlsx': 'choose-file',
  'other-workbook': 'choose-file',
  'text-file': 'choose-file',
  'damaged-workbook': 'choose-file',
  'unsafe-workbook': 'choose-file',
  'sheet-protected': 'choose-file',
  'formula-cell': 'teach',
  'covered-cell': 'teach',
  'table-header': 'teach',
  'row-too-tall': 'write',
  'insert-formula': 'choose-file',
  'insert-rule': 'choose-file',
  'insert-table': 'choose-file',
  'insert-drawing': 'choose-file',
  'insert-comment': 'choose-file',
  'insert-link': 'choose-file',
  'insert-other': 'choose-file',
  'not-as-written': 'choose-file',
  // a sheet
  'no-table': 'teach',
  'other-paper': 'teach',
  'form-differs': 'teach',
  'column-unclear': 'teach',
  'section-unclear': 'tell-section',
  'section-twice': 'teach',
  'several-sheets': 'choose-sheet',
  'sheet-not-found': 'choose-sheet',
  'broken-name': 'teach',
  'no-section': 'choose-section',
  'place-unclear': 'teach',
  'no-column': 'teach',
  'cell-not-empty': 'replace',
  'label-pressed': 'teach',
  'not-in-list': 'write',
  'cell-shared': 'teach',
  'row-hidden': 'choose-file',
  'rows-short': 'write',
  leftover: 'write',
  'not-in-form': 'save-sheet',
  'character-dropped': 'write',
  'not-wrapped': 'wrap',
  'year-differs': 'choose-file',
  'ward-differs': 'choose-file',
};

export const nextActOf = ({ code }: Pick<Problem, 'code'>): NextAct => acts[code];

/** Of several problems, each act once. */
export const nextActsOf = (problems: readonly Problem[]): NextAct[] => [
  ...new Set(problems.map(nextActOf)),
];
