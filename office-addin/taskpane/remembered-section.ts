import type { Grid } from '../../core/xlsx/grid.ts';
import { keep, recall } from './this-pc.ts';

/** The section of a worksheet that does not tell it, as the chief has told it on this PC. */

const key = 'sections';

type Kept = Readonly<Record<string, string>>;

export function rememberedSection(grid: Grid): string | undefined {
  const section = all()[nameOf(grid)];
  return typeof section === 'string' ? section : undefined;
}

export function keepSection(grid: Grid, section: string): void {
  keep(key, { ...all(), [nameOf(grid)]: section });
}

/** A worksheet's name, and the first words in it without the year, which changes. */
function nameOf({ name, cells }: Grid): string {
  for (const { text } of cells.values()) {
    if (text.trim() === '') continue;
    return `${name}!${text.normalize('NFKC').replace(/(?:\d+|元)年度?|\s/g, '')}`;
  }
  return name;
}

function all(): Kept {
  const found = recall(key);
  return typeof found === 'object' && found !== null ? (found as Kept) : {};
}
