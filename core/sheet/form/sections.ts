import {
  isUnitName,
  nameKey,
  oneLine,
  parseSectionName,
  type SectionName,
} from '../model/section-name.ts';
import type { CellPlace } from './form.ts';
import type { Place } from './grid-view.ts';
import type { SectionPlace, TargetPlace } from './places.ts';
import type { TargetRow } from './rows.ts';

interface Group {
  /** Null until a name is met. */
  name: SectionName | null;
  /** The name was met below the first row. */
  late: boolean;
  readonly rows: TargetRow[];
}

/** The sections of a table, or the cell at which it is unclear whose the row is. */
export type Grouped =
  | { readonly sections: readonly SectionPlace[]; readonly unclear: null }
  | { readonly sections: null; readonly unclear: string };

/**
 * Rows to sections. A name stands in a merged block, on each row, or once; where it stands once it
 * may stand at the first row or lower, and then only numbers that begin anew tell the sections
 * apart. Where they don't, it is not guessed.
 */
export function sectionsOf(rows: readonly TargetRow[]): Grouped {
  const counted = countsOn(rows);
  const broken = outOfOrder(rows);
  if (broken) return { sections: null, unclear: broken.cells.target?.cell ?? '' };
  const groups: Group[] = [];
  let restarts = false;
  let odd: string | null = null;
  for (const row of rows) {
    const group = groups.at(-1);
    const last = group?.rows.at(-1);
    const restart = counted && last !== undefined && row.number === 1;
    if (group && last && row.section?.address === last.section?.address) {
      restarts ||= restart;
      group.rows.push(row);
      continue;
    }
    const text = row.section?.text.trim() ?? '';
    if (text && !isUnitName(text)) continue;
    restarts ||= restart;
    const name = text ? parseSectionName(text) : null;
    const block = row.section !== null && row.section.area.bottom > row.bottom;
    const same = group?.name && name && nameKey(group.name.section) === nameKey(name.section);
    if (!group || !last) {
      groups.push({ name, late: false, rows: [row] });
    } else if (restart || (block && !same) || (name && group.name && !same)) {
      if (name && group.name && !restart && counted && row.number !== 1) {
        odd ??= row.section?.address ?? null;
      }
      groups.push({ name, late: false, rows: [row] });
    } else {
      if (name && !group.name) {
        group.name = name;
        group.late = true;
      }
      group.rows.push(row);
    }
  }
  const late = groups.find((group) => group.late);
  const unclear = (late && !restarts && groups.length > 1) || (late && !counted);
  if (unclear) return { sections: null, unclear: late.rows[0]?.section?.address ?? '' };
  // Numbers begin anew somewhere, yet here a name changes in the midst of them.
  if (restarts && odd) return { sections: null, unclear: odd };
  const numbers = !counted ? 'other' : restarts || groups.length === 1 ? 'own' : 'through';
  const together = counted ? groups : gathered(groups);
  return { sections: divided(together).map((place) => ({ ...place, numbers })), unclear: null };
}

/**
 * Where each row names its section and nothing counts them, as where they stand under the policies that
 * they serve, a section's rows may be scattered: they are its targets in their order.
 */
function gathered(groups: readonly Group[]): readonly Group[] {
  const names = groups.map(({ name }) => nameKey(name?.section ?? ''));
  const isEach = groups.every(({ rows, name }) => rows.length === 1 && name !== null);
  if (!isEach || new Set(names).size === names.length) return groups;
  const found = new Map<string, Group>();
  for (const [index, group] of groups.entries()) {
    const key = `${names[index]} ${nameKey(group.name?.division ?? '')}`;
    const first = found.get(key);
    if (first) first.rows.push(...group.rows);
    else found.set(key, { ...group, rows: [...group.rows] });
  }
  return [...found.values()];
}

/** Whether there are numbers, each one more than the one before it, or 1. */
export const countsOn = (rows: readonly TargetRow[]): boolean =>
  rows.some(({ number }) => number !== null) && outOfOrder(rows) === null;

/** The first row whose number is neither 1 nor one more than that of the row above: one is missing there. */
export function outOfOrder(rows: readonly TargetRow[]): TargetRow | null {
  let before = 0;
  for (const row of rows) {
    if (row.number !== null && row.number !== 1 && row.number !== before + 1) return row;
    before = row.number ?? before + 1;
  }
  return null;
}

/** Of a row what its target's place is. */
export const placeOf = ({
  sheet,
  top,
  bottom,
  hidden,
  orphanBelow,
  cells,
}: TargetRow): TargetPlace => ({ sheet, top, bottom, hidden, orphanBelow, cells });

function divided(groups: readonly Group[]): Omit<SectionPlace, 'numbers'>[] {
  const merged = groups.some(({ rows }) =>
    rows.some(({ division }) => division && division.area.bottom > division.area.top),
  );
  let above: string | null = null;
  return groups.map(({ name, rows }) => {
    const [first] = rows as [TargetRow];
    const apart = first.division !== null && first.division.address !== first.section?.address;
    const own = apart ? divisionIn(first.division?.text ?? '') : '';
    // Without merged blocks a division is written once, above the sections that follow.
    above = apart ? own || (merged ? null : above) : null;
    const at = (place: Place | null): CellPlace[] =>
      place ? [{ sheet: first.sheet, cell: place.address }] : [];
    return {
      division: name?.division ?? (noDivision(above) || first.band),
      section: name?.section ?? '',
      nameCells: name ? [] : at(first.section),
      divisionCell: apart && !own ? (at(first.division)[0] ?? null) : null,
      targets: rows.map(placeOf),
      copied: false,
      fixed: false,
    };
  });
}

const divisionIn = (text: string): string => oneLine(text);

/** A dash in the column of the divisions says that there is none. */
const noDivision = (text: string | null): string | null =>
  text !== null && /^[-‐‑–—―−ー－/／]$/.test(text) ? null : text;
