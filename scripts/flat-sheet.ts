/** How a box looks; lengths are points. */
export interface BoxStyle {
  readonly size?: number;
  readonly bold?: boolean;
  readonly center?: boolean;
  /** Letters one below the other. */
  readonly vertical?: boolean;
  readonly fill?: string;
  readonly border?: boolean;
  /** May be typed into though the worksheet is protected. */
  readonly unlocked?: boolean;
  /** Shows its text in one line, however long it is. */
  readonly oneLine?: boolean;
}

/** Cells that hold one thing, merged where they are more than one. Columns and rows count from 1. */
export interface Box {
  readonly row: number;
  readonly column: number;
  readonly across?: number;
  readonly down?: number;
  readonly text?: string;
  /** In OpenFormula, such as `of:=[.A1]`. */
  readonly formula?: string;
  readonly look?: BoxStyle;
  /** The name of a page's choice (see `choices`) that is offered here. */
  readonly choice?: string;
}

export interface Page {
  readonly name: string;
  readonly columns: readonly number[];
  readonly boxes: readonly Box[];
  readonly heights?: ReadonlyMap<number, number>;
  readonly hidden?: boolean;
  readonly protected?: boolean;
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
  /** Rows that begin a new printed page. */
  readonly breaks?: readonly number[];
  readonly print?: string;
  /** First and last of the rows that every printed page repeats. */
  readonly repeated?: readonly [number, number];
  readonly filter?: string;
}

export interface Book {
  readonly pages: readonly Page[];
  /** Name and absolute address, such as `$様式.$A$1`. */
  readonly names?: Readonly<Record<string, string>>;
  /** Lists to choose from, by name. */
  readonly choices?: Readonly<Record<string, readonly string[]>>;
}

const xml = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const namespaces = ['office', 'style', 'text', 'table']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat(
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
    'xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"',
  )
  .join(' ');

/** A workbook as flat OpenDocument XML, which LibreOffice turns into .xlsx. */
export function flatSheet({ pages, names = {}, choices = {} }: Book): string {
  const styles = new Map<string, string>();
  /** The name of a style; one that was asked for before is not made again. */
  const style = (family: string, body: string, parts = ''): string => {
    const key = `style:family="${family}" ${parts}>${body}`;
    const name = styles.get(key) ?? `s${styles.size + 1}`;
    styles.set(key, name);
    return name;
  };
  const tables = pages.map((page) => table(page, style));
  const validations = Object.entries(choices).map(
    ([name, list]) =>
      `<table:content-validation table:name="${name}" table:condition="of:cell-content-is-in-list(${list.map((one) => `&quot;${xml(one)}&quot;`).join(';')})" table:base-cell-address="$${pages[0]?.name}.$A$1"/>`,
  );
  const ranges = Object.entries(names).map(
    ([name, address]) =>
      `<table:named-range table:name="${name}" table:base-cell-address="$${pages[0]?.name}.$A$1" table:cell-range-address="${address}"/>`,
  );
  const filters = pages.flatMap(({ name, filter }, at) =>
    filter
      ? `<table:database-range table:name="__Anonymous_Sheet_DB__${at}" table:target-range-address="${filter.replace(/(\w+)/g, `${name}.$1`)}" table:display-filter-buttons="true"/>`
      : [],
  );
  const styled = [...styles].map(([key, name]) => {
    const [start, body] = key.split(/>(.*)/s);
    return `<style:style style:name="${name}" ${start}>${body}</style:style>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${namespaces} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:styles><style:style style:name="Default" style:family="table-cell"><style:text-properties style:font-name-asian="Noto Sans CJK JP" fo:font-size="11pt" style:font-size-asian="11pt"/></style:style></office:styles>
<office:automatic-styles><style:page-layout style:name="paper"><style:page-layout-properties fo:page-width="29.7cm" fo:page-height="21cm" style:print-orientation="landscape" fo:margin="1.5cm" style:scale-to-X="1" style:scale-to-Y="0"/></style:page-layout>${styled.join('')}</office:automatic-styles>
<office:master-styles><style:master-page style:name="sheet" style:page-layout-name="paper"/></office:master-styles>
<office:body><office:spreadsheet><table:content-validations>${validations.join('')}</table:content-validations>${tables.join('\n')}<table:named-expressions>${ranges.join('')}</table:named-expressions><table:database-ranges>${filters.join('')}</table:database-ranges></office:spreadsheet></office:body></office:document>`;
}

type Style = (family: string, body: string, parts?: string) => string;

function table(page: Page, style: Style): string {
  const { boxes, columns, hiddenRows = [], hiddenColumns = [], breaks = [] } = page;
  const own = style(
    'table',
    `<style:table-properties table:display="${!page.hidden}"/>`,
    'style:master-page-name="sheet"',
  );
  const lastRow = Math.max(...boxes.map(({ row, down = 1 }) => row + down - 1));
  const covered = new Set<string>();
  const starts = new Map(boxes.map((box) => [`${box.row}:${box.column}`, box]));
  for (const { row, column, across = 1, down = 1 } of boxes) {
    for (let r = row; r < row + down; r++) {
      for (let c = column; c < column + across; c++) covered.add(`${r}:${c}`);
    }
  }
  const widths = columns.map((width, index) => {
    const name = style(
      'table-column',
      `<style:table-column-properties style:column-width="${width}pt"/>`,
    );
    const seen = hiddenColumns.includes(index + 1) ? 'table:visibility="collapse"' : '';
    return `<table:table-column table:style-name="${name}" ${seen}/>`;
  });
  const rows = Array.from({ length: lastRow }, (_, index) => {
    const row = index + 1;
    const cells = columns.map((_, column) => {
      const key = `${row}:${column + 1}`;
      const box = starts.get(key);
      if (box) return cell(box, style);
      return covered.has(key) ? '<table:covered-table-cell/>' : '<table:table-cell/>';
    });
    const height = page.heights?.get(row) ?? 18;
    const broken = breaks.includes(row) ? 'fo:break-before="page"' : '';
    const name = style(
      'table-row',
      `<style:table-row-properties style:row-height="${height}pt" style:use-optimal-row-height="false" ${broken}/>`,
    );
    const seen = hiddenRows.includes(row) ? 'table:visibility="collapse"' : '';
    return `<table:table-row table:style-name="${name}" ${seen}>${cells.join('')}</table:table-row>`;
  });
  const [first, last] = page.repeated ?? [1, 0];
  const parts = [
    ...rows.slice(0, first - 1),
    ...(page.repeated
      ? ['<table:table-header-rows>', ...rows.slice(first - 1, last), '</table:table-header-rows>']
      : []),
    ...rows.slice(last),
  ];
  const print = page.print
    ? `table:print-ranges="${page.print.replace(/(\w+)/g, `${page.name}.$1`)}"`
    : '';
  const guard = page.protected ? 'table:protected="true"' : '';
  return `<table:table table:name="${page.name}" table:style-name="${own}" ${print} ${guard}>${widths.join('')}${parts.join('')}</table:table>`;
}

function cell(box: Box, style: Style): string {
  const { across = 1, down = 1, text = '', formula, choice, look = {} } = box;
  const { size = 11, bold, center, vertical, fill, border = true, unlocked, oneLine } = look;
  const name = style(
    'table-cell',
    `<style:table-cell-properties fo:wrap-option="${oneLine ? 'no-wrap' : 'wrap'}" style:vertical-align="${center ? 'middle' : 'top'}" ${border ? 'fo:border="0.5pt solid #000000"' : ''} ${fill ? `fo:background-color="${fill}"` : ''} ${vertical ? 'style:direction="ttb"' : ''} ${unlocked ? 'style:cell-protect="none"' : ''}/><style:paragraph-properties fo:text-align="${center ? 'center' : 'start'}"/><style:text-properties fo:font-size="${size}pt" style:font-size-asian="${size}pt" ${bold ? 'fo:font-weight="bold" style:font-weight-asian="bold"' : ''}/>`,
    'style:parent-style-name="Default"',
  );
  const span =
    across * down > 1
      ? `table:number-columns-spanned="${across}" table:number-rows-spanned="${down}"`
      : '';
  const counted = formula ? `table:formula="${xml(formula)}"` : '';
  const offered = choice ? `table:content-validation-name="${choice}"` : '';
  const lines = text ? text.split('\n').map((line) => `<text:p>${xml(line)}</text:p>`) : [];
  const kind = lines.length > 0 ? 'office:value-type="string"' : '';
  return `<table:table-cell table:style-name="${name}" ${span} ${counted} ${offered} ${kind}>${lines.join('')}</table:table-cell>`;
}
