import { failure, type Result, success } from '../result.ts';
import type { Grid } from '../xlsx/grid.ts';
import { type GridView, viewOf } from './grid-view.ts';
import { headersOf } from './header.ts';
import { givenHeadings, headingsOf, namePrefix } from './headings.ts';
import { repeated, sheetMap, type Table } from './sheet-map.ts';
import type { Pointed, SheetMap, TemplateMap } from './template-map.ts';

/** Worksheets that show how to fill one in; not meant where another is there. */
const example = /記入例|記載例|記入要領|見本|サンプル/;

/**
 * Finds where a workbook has what a sheet tells: by the names of our own templates
 * (`furikaeri_target`, `furikaeri_result`, … at the headings; `furikaeri_policies`, `_section_name`,
 * `_year` and `_ward` at the cells themselves), else by headings in their many spellings, else by what
 * the chief has pointed at. Several worksheets are one template where each is for sections of its
 * own. Nothing hidden is taken.
 * Problems, each telling what to point at or to mend: `no-table`, `column-unclear` (param `field`),
 * `section-unclear`, `section-twice` (`section`), `several-sheets` (`sheets`), `sheet-not-found`,
 * `broken-name` (`name`).
 */
export function locateTemplate(grids: readonly Grid[], pointed: Pointed = {}): Result<TemplateMap> {
  const broken = grids
    .flatMap(({ names }) => names)
    .find(({ name, area }) => !area && name.toLowerCase().startsWith(namePrefix));
  if (broken) return failure('broken-name', '', { name: broken.name });
  const offered = grids.filter((grid) =>
    pointed.sheet === undefined ? !grid.hidden : grid.name === pointed.sheet,
  );
  if (pointed.sheet !== undefined && offered.length === 0) {
    return failure('sheet-not-found', '', { sheet: pointed.sheet });
  }
  const tables = offered.flatMap((grid) => tableIn(viewOf(grid), pointed) ?? []);
  const meant = tables.filter(({ view }) => !example.test(view.grid.name));
  const sheets: SheetMap[] = [];
  for (const table of meant.length > 0 ? meant : tables) {
    const map = sheetMap(table, pointed);
    if (!map.ok) return map;
    sheets.push(map.value);
  }
  if (sheets.length === 0) return failure('no-table');
  if (!areApart(sheets)) {
    const names = sheets.map(({ view }) => view.grid.name);
    return failure('several-sheets', '', { sheets: names.join('、') });
  }
  return success({ sheets });
}

function tableIn(view: GridView, pointed: Pointed): Table | null {
  const headings = headingsOf(view);
  const [first, ...others] = headersOf(view, headings, givenHeadings(view, pointed));
  return first ? { view, headings, headers: [first, ...others] } : null;
}

/** Whether no section stands in two worksheets, and no worksheet has free places beside another. */
function areApart(sheets: readonly SheetMap[]): boolean {
  if (sheets.length === 1) return true;
  const all = sheets.flatMap(({ sections }) => sections);
  return all.every(({ section }) => section !== '') && repeated(all) === undefined;
}
