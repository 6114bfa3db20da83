import { readdirSync, readFileSync } from 'node:fs';
import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { locationText, type Problem } from '../../../core/result.ts';
import { parseAddress } from '../../../core/xlsx/address.ts';
import type { Grid } from '../../../core/xlsx/grid.ts';
import { gridsOf } from '../../../core/xlsx/read/read-grids.ts';
import { openWorkbook } from '../../../core/xlsx/read/workbook.ts';
import { applyPlans } from '../../../core/xlsx/write/apply-plans.ts';
import type { WritePlan } from '../../../core/xlsx/write-plan.ts';

const folder = 'test/fixtures/templates';

/** The names of all templates that other programs wrote. */
export const templateNames: readonly string[] = readdirSync(folder)
  .filter((name) => name.endsWith('.xlsx'))
  .map((name) => name.slice(0, -5));

export const template = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(`${folder}/${name}.xlsx`));

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export interface BookParts {
  /** What stands in each `<worksheet>`, by the worksheet's name. */
  readonly sheets: Readonly<Record<string, string>>;
  /** Attributes of a `<sheet>`, by the worksheet's name. */
  readonly states?: Readonly<Record<string, string>>;
  /** The inside of `<sst>`. */
  readonly shared?: string;
  readonly styles?: string;
  /** What stands behind `<sheets>`. */
  readonly workbook?: string;
  /** Further relations of the first worksheet: kind and target. */
  readonly attached?: Readonly<Record<string, string>>;
  /** Further parts, whole, or in place of what is made here. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
}

/** The parts of a small workbook. */
export function partsOf(book: BookParts): Record<string, string | Uint8Array> {
  const names = Object.keys(book.sheets);
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${relations}/${kind}" Target="${target}"/>`;
  const relationList = (list: string[]) =>
    `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`;
  const sheetList = names.map(
    (name, n) =>
      `<sheet name="${name}" sheetId="${n + 1}" ${book.states?.[name] ?? ''} r:id="r${n}"/>`,
  );
  return {
    '[Content_Types].xml': `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': relationList([relation('a', 'officeDocument', 'xl/workbook.xml')]),
    'xl/workbook.xml': `${declaration}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${sheetList.join('')}</sheets>${book.workbook ?? ''}</workbook>`,
    'xl/_rels/workbook.xml.rels': relationList([
      ...names.map((_, n) => relation(`r${n}`, 'worksheet', `worksheets/sheet${n + 1}.xml`)),
      ...(book.shared ? [relation('s', 'sharedStrings', '/xl/sharedStrings.xml')] : []),
      ...(book.styles ? [relation('t', 'styles', 'styles.xml')] : []),
    ]),
    ...Object.fromEntries(
      names.map((name, n) => [
        `xl/worksheets/sheet${n + 1}.xml`,
        `${declaration}<worksheet xmlns="${main}">${book.sheets[name]}</worksheet>`,
      ]),
    ),
    ...(book.shared
      ? { 'xl/sharedStrings.xml': `${declaration}<sst xmlns="${main}">${book.shared}</sst>` }
      : {}),
    ...(book.styles
      ? { 'xl/styles.xml': `${declaration}<styleSheet xmlns="${main}">${book.styles}</styleSheet>` }
      : {}),
    ...(book.attached
      ? {
          'xl/worksheets/_rels/sheet1.xml.rels': relationList(
            Object.entries(book.attached).map(([kind, target], n) =>
              relation(`x${n}`, kind, target),
            ),
          ),
        }
      : {}),
    ...book.parts,
  };
}

export const zipped = (parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array => {
  const content: Zippable = {};
  for (const [name, part] of Object.entries(parts)) {
    content[name] = [typeof part === 'string' ? strToU8(part) : part, { mtime: '2026-04-01' }];
  }
  return zipSync(content);
};

export const bookOf = (book: BookParts): Uint8Array => zipped(partsOf(book));

/** The worksheets of bytes that must open. */
export function gridsIn(bytes: Uint8Array): readonly Grid[] {
  const workbook = openWorkbook(bytes);
  if (!workbook.ok) throw new Error(JSON.stringify(workbook.problems));
  return gridsOf(workbook.value);
}

/** What becomes of bytes that must open when plans are applied. */
export function applied(bytes: Uint8Array, ...plans: Partial<WritePlan>[]) {
  const workbook = openWorkbook(bytes);
  if (!workbook.ok) throw new Error(JSON.stringify(workbook.problems));
  const first = workbook.value.sheets[0]?.name ?? '';
  return applyPlans(
    workbook.value,
    plans.map((plan) => ({ sheet: first, insertions: [], writes: [], heights: [], ...plan })),
  );
}

/** The bytes of plans that must be carried out. */
export function filled(bytes: Uint8Array, ...plans: Partial<WritePlan>[]): Uint8Array {
  const result = applied(bytes, ...plans);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value.bytes;
}

/** The codes of problems, each with its path. */
export const problemsOf = (
  result: { ok: true } | { ok: false; problems: readonly Problem[] },
): string[] =>
  result.ok ? [] : result.problems.map(({ code, at }) => `${code} ${locationText(at)}`.trim());

export const textOf = (bytes: Uint8Array, part: string): string =>
  new TextDecoder().decode(unzipSync(bytes)[part]);

/** The names of the parts whose content differs. */
export function changedParts(before: Uint8Array, after: Uint8Array): string[] {
  const one = unzipSync(before);
  const other = unzipSync(after);
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return names.filter(
    (name) => Buffer.compare(one[name] ?? new Uint8Array(), other[name] ?? new Uint8Array()) !== 0,
  );
}

/** The cells of a worksheet that may be written to: neither formulas nor covered by a merge. */
export function writableCells(grid: Grid | undefined): string[] {
  const cells = [...(grid?.cells ?? [])].filter(([place, { formula }]) => {
    const { row, column } = parseAddress(place) ?? { row: 0, column: 0 };
    const merge = grid?.merges.find(
      ({ top, left, bottom, right }) =>
        top <= row && row <= bottom && left <= column && column <= right,
    );
    return !formula && (!merge || (merge.top === row && merge.left === column));
  });
  return cells.map(([place]) => place);
}
