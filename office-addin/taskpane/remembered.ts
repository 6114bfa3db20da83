import type { Pointed } from '../../core/sheet/template-map.ts';
import type { Grid } from '../../core/xlsx/grid.ts';
import { forget, keep, recall } from './this-pc.ts';

/** What a chief has pointed at, by the template: kept on this PC, for the workbook will be published. */

/** A template is told by its worksheet's name, the first words in it, and the headings that were pointed at. */
interface Remembered {
  readonly sheet: string;
  readonly title: string;
  /** The text of each heading's cell. */
  readonly headings: Readonly<Record<string, string>>;
  readonly pointed: Pointed;
}

const key = 'places';
/** Wards have a handful of templates. */
const most = 30;

export const pointedIn = (grid: Grid): Pointed =>
  all().find((one) => isOf(one, grid))?.pointed ?? {};

export function rememberPointed(grid: Grid, pointed: Pointed): void {
  const cells = Object.values(pointed.headings ?? {});
  const headings = Object.fromEntries(cells.map((cell) => [cell, textIn(grid, cell)]));
  const own = { sheet: grid.name, title: titleOf(grid), headings, pointed };
  const others = all().filter((one) => !isOf(one, grid));
  const kept = [...(Object.keys(pointed).length > 0 ? [own] : []), ...others].slice(0, most);
  if (kept.length > 0) keep(key, kept);
  else forget(key);
}

const isOf = ({ sheet, title, headings }: Remembered, grid: Grid): boolean =>
  sheet === grid.name &&
  title === titleOf(grid) &&
  Object.entries(headings).every(([cell, text]) => textIn(grid, cell) === text);

const textIn = ({ cells }: Grid, cell: string): string => cells.get(cell)?.text ?? '';

/** The first words of a worksheet, without the year, which changes. */
function titleOf({ cells }: Grid): string {
  for (const { text } of cells.values()) {
    if (text.trim() !== '') return text.normalize('NFKC').replace(/(?:\d+|元)年度?|\s/g, '');
  }
  return '';
}

function all(): readonly Remembered[] {
  const found = recall(key);
  return Array.isArray(found) ? found.filter(isRemembered) : [];
}

const isRemembered = (one: unknown): one is Remembered =>
  typeof one === 'object' && one !== null && 'headings' in one && 'pointed' in one;
