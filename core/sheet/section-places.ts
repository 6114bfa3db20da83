import {
  isUnitName,
  nameKey,
  oneLine,
  parseSectionName,
  type SectionName,
} from './section-name.ts';
import type { TargetRow } from './target-rows.ts';
import type { SectionPlace } from './template-map.ts';

interface Group {
  /** Null until a name is met. */
  name: SectionName | null;
  /** The name was met below the first row. */
  late: boolean;
  readonly rows: TargetRow[];
}

/** The sections of a table, or the address of the cell at which it is unclear whose the row is. */
export type Grouped =
  | { readonly sections: readonly SectionPlace[]; readonly unclear: null }
  | { readonly sections: null; readonly unclear: string };

/**
 * Rows to sections. A name stands in a merged block, on each row, or once; where it stands once it
 * may stand at the first row or lower (D50), and then only numbers that begin anew tell the sections
 * apart. Where they don't, it is not guessed.
 */
export function sectionPlaces(rows: readonly TargetRow[]): Grouped {
  const counted = countsOn(rows);
  const groups: Group[] = [];
  let restarts = false;
  let odd: string | null = null;
  for (const row of rows) {
    const group = groups.at(-1);
    const last = group?.rows.at(-1);
    const text = row.section?.text.trim() ?? '';
    if (text && !isUnitName(text)) continue;
    const name = text ? parseSectionName(text) : null;
    const restart = counted && last !== undefined && row.number === 1;
    restarts ||= restart;
    const block = row.section !== null && row.section.area.bottom > row.bottom;
    const same = group?.name && name && nameKey(group.name.section) === nameKey(name.section);
    if (!group || !last) {
      groups.push({ name, late: false, rows: [row] });
    } else if (row.section?.address === last.section?.address) {
      group.rows.push(row);
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
  return { sections: divided(groups).map((place) => ({ ...place, numbers })), unclear: null };
}

/** Whether there are numbers, each one more than the one before it, or 1: else they count something else. */
export function countsOn(rows: readonly TargetRow[]): boolean {
  let before = 0;
  return (
    rows.some(({ number }) => number !== null) &&
    rows.every(({ number }) => {
      const follows = number === 1 || number === before + 1;
      before = number ?? before + 1;
      return number === null || follows;
    })
  );
}

function divided(groups: readonly Group[]): Omit<SectionPlace, 'numbers'>[] {
  const merged = groups.some(({ rows }) =>
    rows.some(({ division }) => division && division.area.bottom > division.area.top),
  );
  let above: string | null = null;
  return groups.map(({ name, rows }) => {
    const [first] = rows as [TargetRow];
    const apart = first.division !== null && first.division.address !== first.section?.address;
    const own = apart ? oneLine(first.division?.text ?? '') : '';
    // Without merged blocks a division is written once, above the sections that follow.
    above = apart ? own || (merged ? null : above) : null;
    return {
      division: name?.division ?? (above || first.band),
      section: name?.section ?? '',
      nameCell: name ? null : (first.section?.address ?? null),
      divisionCell: apart && !own ? (first.division?.address ?? null) : null,
      targets: rows.map(({ top, bottom, hidden, cells }) => ({ top, bottom, hidden, cells })),
      copied: false,
    };
  });
}
