import type { Pointed } from '../../core/sheet/template-map.ts';
import type { Grid } from '../../core/xlsx/grid.ts';
import { forget, keep, recall } from './this-pc.ts';

/** What a chief has pointed at, by the template: kept on this PC, for the workbook will be published. */

interface Remembered {
  readonly mark: string;
  readonly pointed: Pointed;
}

const key = 'places';
/** Wards have a handful of templates. */
const most = 30;

/**
 * What tells a template: its worksheet's name, and the first words in it, without the digits of the
 * year. What is filled in later stands below.
 */
export function markOf({ name, cells }: Grid): string {
  const words: string[] = [];
  for (const { text } of cells.values()) {
    const word = text.normalize('NFKC').replace(/[\d\s元]/g, '');
    if (word !== '' && word.length <= 40) words.push(word);
    if (words.length === 6) break;
  }
  return [name, ...words].join('\n');
}

export const pointedIn = (grid: Grid): Pointed =>
  all().find(({ mark }) => mark === markOf(grid))?.pointed ?? {};

export function rememberPointed(grid: Grid, pointed: Pointed): void {
  const mark = markOf(grid);
  const others = all().filter((each) => each.mark !== mark);
  const own = Object.keys(pointed).length > 0 ? [{ mark, pointed }] : [];
  const kept = [...own, ...others].slice(0, most);
  if (kept.length > 0) keep(key, kept);
  else forget(key);
}

const all = (): readonly Remembered[] => {
  const found = recall(key);
  return Array.isArray(found) ? found.filter(isRemembered) : [];
};

const isRemembered = (one: unknown): one is Remembered =>
  typeof one === 'object' && one !== null && 'mark' in one && 'pointed' in one;
