import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseSheetFile } from '../../../core/formats/sheet-file.ts';
import type { Sheet, Target } from '../../../core/sheet/model/sheet.ts';
import { gridsOf } from '../../../core/xlsx/read/read-grids.ts';
import { openWorkbook, type Workbook } from '../../../core/xlsx/read/workbook.ts';

/**
 * Forms as offices draw them, those below 200 by others than who wrote the recognition: `NN-name.xlsx`, what is
 * to be filled in (`.sheet.json`), where it belongs by a person's judgement (`.json`), and for some what
 * they were taught (`.form.json`).
 */
export interface DrawnForm {
  readonly name: string;
  /** F: looks alike and is no such form. */
  readonly isForm: boolean;
  /** Whether a person would be certain without a word more. */
  readonly cleared: boolean;
  readonly workbook: Workbook;
  readonly sheet: Sheet;
  /** The text of a taught form's file. */
  readonly taught: string | null;
  /** By `worksheet!cell`: the texts that are right there. */
  readonly expected: ReadonlyMap<string, readonly string[]>;
  /** Cells that may be written and need not: the section's name, the 年度, numbers. */
  readonly optional: ReadonlySet<string>;
}

type Cells = Readonly<Record<string, string>>;
interface Truth {
  readonly kind: string;
  readonly cleared: boolean;
  readonly year: string | readonly string[] | null;
  readonly section_cell: string | readonly string[] | null;
  readonly division_cell?: string | readonly string[] | null;
  readonly ward_cell?: string | readonly string[] | null;
  readonly policies: Cells;
  readonly sections: Readonly<Record<string, Readonly<Record<string, Cells>>>>;
  readonly accept: Readonly<Record<string, readonly string[]>>;
}

const achievements = {
  achieved: ['達成', '達成した'],
  mostly: ['おおむね達成', '概ね達成'],
  missed: ['未達成', '達成できなかった'],
};

/** Texts are compared without blanks. */
export const bare = (text: string): string => text.replace(/\s+/g, '');

export function drawnForms(): DrawnForm[] {
  return globSync('test/fixtures/forms/[0-9]*.xlsx')
    .sort()
    .map((path) => {
      const base = path.replace(/\.xlsx$/, '');
      const opened = openWorkbook(new Uint8Array(readFileSync(path)));
      const sheet = parseSheetFile(readFileSync(`${base}.sheet.json`, 'utf8'));
      if (!opened.ok || !sheet.ok) throw new Error(path);
      const truth = JSON.parse(readFileSync(`${base}.json`, 'utf8')) as Truth;
      return {
        name: basename(base),
        isForm: truth.kind !== 'not-a-form',
        cleared: truth.cleared,
        workbook: opened.value,
        sheet: sheet.value,
        taught: textOf(`${base}.form.json`),
        ...expectedOf(truth, sheet.value, opened.value),
      };
    });
}

const textOf = (path: string): string | null =>
  globSync(path).length > 0 ? readFileSync(path, 'utf8') : null;

const marks = '①②③④⑤⑥⑦⑧⑨⑩';

function expectedOf(truth: Truth, sheet: Sheet, workbook: Workbook) {
  const expected = new Map<string, string[]>();
  const optional = new Set<string>();
  const now = textsIn(workbook);
  const need = (cell: string, ...texts: string[]) =>
    expected.set(cell, [...texts, ...(truth.accept[cell] ?? [])].map(bare));
  for (const [name, places] of Object.entries(truth.sections)) {
    const section = name.endsWith('/*')
      ? sheet.sections[0]
      : sheet.sections.find((one) => `${one.division ?? ''}/${one.section}` === name);
    for (const target of section?.targets ?? []) {
      const place = places[target.no];
      if (!place) continue;
      for (const [field, cell] of Object.entries(place)) {
        if (field === 'no') optional.add(cell);
        const texts = textsFor(field, target, now.get(cell) ?? '');
        if (texts) need(cell, ...texts);
      }
    }
  }
  const lines = new Map<string, string>();
  for (const [no, at] of Object.entries(truth.policies).sort()) {
    const [cell = '', line] = at.split('#');
    const policy = sheet.policies[Number(no) - 1];
    if (line) lines.set(cell, `${lines.get(cell) ?? ''}${marks[Number(no) - 1]}${policy ?? ''}`);
    else if (policy) need(cell, (now.get(cell) ?? '') + policy, policy);
  }
  if (sheet.policies.some(Boolean)) for (const [cell, text] of lines) need(cell, text);
  for (const cells of [truth.year, truth.section_cell, truth.division_cell, truth.ward_cell]) {
    for (const cell of [cells ?? []].flat()) optional.add(cell);
  }
  return { expected, optional };
}

function textsFor(field: string, target: Target, now: string): string[] | null {
  if (field === 'noScene') return target.scene ? [now + target.scene] : null;
  const value = (target as unknown as Readonly<Record<string, unknown>>)[field];
  if (field === 'achievement' && typeof value === 'string') {
    return achievements[value as keyof typeof achievements];
  }
  return typeof value === 'string' && value !== '' && field !== 'no' ? [value] : null;
}

/** By `worksheet!cell`: every text of a workbook. What formulas show is Excel's to compute. */
export function textsIn(workbook: Workbook): ReadonlyMap<string, string> {
  return new Map(
    gridsOf(workbook).flatMap(({ name, cells }) =>
      [...cells].flatMap(([cell, { text, formula }]) =>
        text && !formula ? [[`${name}!${cell}`, text] as const] : [],
      ),
    ),
  );
}
