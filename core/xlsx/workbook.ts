import { failure, type Result, success } from '../result.ts';
import { stringText } from './cell-text.ts';
import { type DefinedName, readNames } from './defined-names.ts';
import type { Grid } from './grid.ts';
import { type Package, readPackage } from './package.ts';
import { readPart } from './read-part.ts';
import { relationsOf } from './relations.ts';
import { type Merge, readMerges, readRows, type SheetRow } from './sheet-rows.ts';
import { readStyles, type Styles } from './styles.ts';
import type { XmlPart } from './xml.ts';
import { attributesOf, childrenOf, membersOf } from './xml-look.ts';

export interface Worksheet {
  readonly name: string;
  /** Counted from 0 over sheets of every kind: defined names speak of it so. */
  readonly index: number;
  readonly hidden: boolean;
  /** The name of its part, and the part. */
  readonly path: string;
  readonly xml: XmlPart;
  readonly rows: readonly SheetRow[];
  readonly merges: readonly Merge[];
}

/** An .xlsx file, read and not yet changed. */
export interface Workbook {
  readonly zip: Package;
  readonly path: string;
  readonly xml: XmlPart;
  readonly sheets: readonly Worksheet[];
  readonly names: readonly DefinedName[];
  readonly stringsXml: XmlPart | null;
  readonly shared: readonly string[];
  readonly stylesXml: XmlPart | null;
  readonly styles: Styles;
  /** What its worksheets show, once it was asked for (`gridsOf`). */
  readonly known: { grids?: readonly Grid[] };
}

/**
 * Opens .xlsx or .xlsm bytes. Sheets that have no cells, such as charts, are passed over. What is
 * the same as in a workbook opened `before` is taken from there.
 * Problems: those of `readPackage`; `not-xlsx` and `other-workbook` for what else comes as a zip;
 * `damaged-workbook` where a part is missing or broken, the path saying which.
 */
export function openWorkbook(bytes: Uint8Array, before?: Workbook): Result<Workbook> {
  const opened = readPackage(bytes, before?.zip);
  if (!opened.ok) return opened;
  const zip = opened.value;
  const top = relationsOf(zip, '');
  if (!top.ok) return top;
  const path = top.value.find(({ kind }) => kind === 'officeDocument')?.target;
  const main = path === undefined ? null : readPart(zip, path);
  if (path === undefined || !main?.ok || main.value.root.name !== 'workbook') {
    return main && !main.ok && zip.parts.has(path ?? '') ? main : refuseOtherZip(zip);
  }
  const relations = relationsOf(zip, path);
  if (!relations.ok) return relations;
  const only = (kind: string): Result<XmlPart | null> => {
    const target = relations.value.find((relation) => relation.kind === kind)?.target;
    return target === undefined ? success(null) : readPart(zip, target);
  };
  const strings = only('sharedStrings');
  if (!strings.ok) return strings;
  const styles = only('styles');
  if (!styles.ok) return styles;

  const sheets: Worksheet[] = [];
  for (const [index, node] of membersOf(main.value.root, 'sheets', 'sheet').entries()) {
    const attributes = attributesOf(main.value, node);
    const id = [...attributes].find(([name]) => name.endsWith(':id'))?.[1];
    const relation = relations.value.find((relation) => relation.id === id);
    if (!relation) return failure('damaged-workbook', attributes.get('name') ?? '');
    if (relation.kind !== 'worksheet') continue;
    const name = attributes.get('name') ?? '';
    const hidden = (attributes.get('state') ?? 'visible') !== 'visible';
    const xml = readPart(zip, relation.target);
    if (!xml.ok) return xml;
    const old = before?.sheets.find((sheet) => sheet.xml === xml.value);
    const rows = old ? success(old.rows) : readRows(xml.value);
    if (!rows.ok) return failure('damaged-workbook', `${name}!${rows.problems[0]?.path}`);
    sheets.push({
      name,
      index,
      hidden,
      path: relation.target,
      xml: xml.value,
      rows: rows.value,
      merges: old?.merges ?? readMerges(xml.value),
    });
  }
  return success({
    zip,
    path,
    xml: main.value,
    sheets,
    names: readNames(main.value),
    stringsXml: strings.value,
    shared: before?.stringsXml === strings.value ? before.shared : textsOf(strings.value),
    stylesXml: styles.value,
    styles: before?.stylesXml === styles.value ? before.styles : readStyles(styles.value),
    known: {},
  });
}

const textsOf = (part: XmlPart | null): string[] =>
  part ? childrenOf(part.root, 'si').map((node) => stringText(part, node)) : [];

function refuseOtherZip(zip: Package): Result<never> {
  const has = (name: string) => zip.entries.some((entry) => entry.name === name);
  const kind = has('xl/workbook.bin')
    ? '.xlsb'
    : has('mimetype') && has('content.xml')
      ? '.ods'
      : null;
  return kind ? failure('other-workbook', '', { kind }) : failure('not-xlsx');
}
