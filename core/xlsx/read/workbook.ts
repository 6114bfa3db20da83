import { failure, inSheet, type Result, success, whole } from '../../result.ts';
import { type DefinedName, readNames } from '../formula/defined-names.ts';
import type { Grid } from '../grid.ts';
import type { XmlPart } from '../xml/xml.ts';
import { attributesOf, membersOf } from '../xml/xml-look.ts';
import { partKey } from '../zip/zip-directory.ts';
import type { SharedStrings } from './cell-text.ts';
import { type Package, readPackage } from './package.ts';
import { readPart } from './read-part.ts';
import { type Relation, relationsOf } from './relations.ts';
import { stringReader } from './shared-strings.ts';
import { type Merge, readMerges, rowReader, type SheetRows } from './sheet-rows.ts';
import { readStyles, type Styles, styleReader } from './styles.ts';

export interface Worksheet {
  readonly name: string;
  /** Counted from 0 over sheets of every kind: defined names speak of it so. */
  readonly index: number;
  readonly hidden: boolean;
  /** The name of its part, and the part. */
  readonly path: string;
  readonly xml: XmlPart;
  readonly rows: SheetRows;
  readonly merges: readonly Merge[];
}

/** What a whole workbook has that its reader should know of before it is changed. */
export interface Traits {
  readonly macros: boolean;
  /** Whether it bears a digital signature, which no change leaves valid. */
  readonly signed: boolean;
}

/** An .xlsx file, read and not yet changed. */
export interface Workbook {
  readonly zip: Package;
  readonly path: string;
  readonly xml: XmlPart;
  readonly sheets: readonly Worksheet[];
  readonly names: readonly DefinedName[];
  readonly shared: SharedStrings;
  readonly stylesPath: string | null;
  readonly styles: Styles;
  readonly traits: Traits;
  /** What its worksheets show, once it was asked for (`gridsOf`). */
  readonly known: { grids?: readonly Grid[] };
}

/** Formulas that are kept apart: all of them are looked at whenever something is written. */
const formulaLimit = 200_000;

/**
 * Opens .xlsx or .xlsm bytes. Sheets that have no cells, such as charts and old macro modules, are
 * passed over, and keep their places in the numbering.
 * Problems: those of `readPackage` and `readPart`; `not-xlsx` and `other-workbook` for what else comes
 * as a zip; `damaged-workbook` where a part is missing or broken, the path saying which.
 */
export function openWorkbook(bytes: Uint8Array): Result<Workbook> {
  const opened = readPackage(bytes);
  if (!opened.ok) return opened;
  const zip = opened.value;
  const top = relationsOf(zip, '');
  if (!top.ok) return top;
  const path = top.value.find(({ kind }) => kind === 'officeDocument')?.target;
  const main = path === undefined ? null : readPart(zip, path);
  if (path === undefined || !main?.ok || main.value.root.name !== 'workbook') {
    return main && !main.ok && zip.parts.has(partKey(path ?? '')) ? main : refuseOtherZip(zip);
  }
  const relations = relationsOf(zip, path);
  if (!relations.ok) return relations;
  /** One that is not there tells nothing: other programs open the workbook without it. */
  const pathOf = (kind: string) => {
    const target = relations.value.find((relation) => relation.kind === kind)?.target ?? '';
    return zip.parts.has(partKey(target)) ? target : null;
  };
  const stringsPath = pathOf('sharedStrings');
  const reader = stringReader();
  const strings = stringsPath === null ? null : readPart(zip, stringsPath, reader);
  if (strings && !strings.ok) return strings;
  const stylesPath = pathOf('styles');
  const ofStyles = styleReader();
  const styles = stylesPath === null ? null : readPart(zip, stylesPath, ofStyles);
  if (styles && !styles.ok) return styles;
  const sheets = readSheets(zip, main.value, relations.value);
  if (!sheets.ok) return sheets;
  const has = (start: string) => zip.entries.some(({ name }) => partKey(name).startsWith(start));
  return success({
    zip,
    path,
    xml: main.value,
    sheets: sheets.value,
    names: readNames(main.value),
    shared: strings ? reader.strings(strings.value) : () => '',
    stylesPath,
    styles: readStyles(styles?.value ?? null, ofStyles.lists),
    traits: {
      macros: relations.value.some(({ kind }) => /^(vbaProject|xlMacrosheet)$/i.test(kind)),
      signed: has('_xmlsignatures/'),
    },
    known: {},
  });
}

function readSheets(
  zip: Package,
  main: XmlPart,
  relations: readonly Relation[],
): Result<readonly Worksheet[]> {
  const sheets: Worksheet[] = [];
  let formulas = 0;
  for (const [index, node] of membersOf(main.root, 'sheets', 'sheet').entries()) {
    const attributes = attributesOf(main, node);
    const name = attributes.get('name') ?? '';
    const id = [...attributes].find(([name]) => name.endsWith(':id'))?.[1];
    const relation = relations.find((relation) => relation.id === id);
    // A module of Excel 5 has an empty one.
    if (!relation && id === '') continue;
    if (!relation) return failure('damaged-workbook', inSheet(name));
    if (relation.kind !== 'worksheet') continue;
    const path = relation.target;
    if (sheets.some((sheet) => sheet.path === path))
      return failure('damaged-workbook', inSheet(name));
    const reader = rowReader();
    const xml = readPart(zip, path, reader);
    const wrong = reader.wrong();
    if (wrong !== null) return failure('damaged-workbook', inSheet(name, wrong));
    if (!xml.ok) return xml;
    const rows = reader.rows(xml.value);
    formulas += rows.formulaCount;
    if (formulas > formulaLimit) return failure('too-large', inSheet(name));
    const hidden = (attributes.get('state') ?? 'visible') !== 'visible';
    const merges = readMerges(xml.value);
    sheets.push({ name, index, hidden, path, xml: xml.value, rows, merges });
  }
  return success(sheets);
}

function refuseOtherZip(zip: Package): Result<never> {
  const has = (name: string) => zip.parts.has(name);
  const kind = has('xl/workbook.bin')
    ? '.xlsb'
    : has('mimetype') && has('content.xml')
      ? '.ods'
      : null;
  return kind ? failure('other-workbook', whole, { kind }) : failure('not-xlsx');
}
