import { fieldOfHeading } from './fields.ts';
import type { GridView } from './grid-view.ts';
import type { Header } from './header.ts';
import { areaNamed } from './headings.ts';
import { isUnitName, parseSectionName, type SectionName } from './section-name.ts';
import { countsOn, type Grouped, outOfOrder } from './section-places.ts';
import { type Body, placeOf, targetRows } from './target-rows.ts';
import type { SectionPlace } from './template-map.ts';

/** A section's name beside 部署名. */
export interface Title extends SectionName {
  readonly row: number;
  /** Where the name stands; null where it can't be written there. */
  readonly cell: string | null;
}

interface Part extends Omit<Title, 'row'> {
  readonly bodies: Body[];
}

interface Tables {
  readonly headers: readonly Header[];
  readonly bodies: readonly Body[];
  readonly titles: readonly Title[];
  /** What the chief says the section is. */
  readonly given: string | undefined;
}

/**
 * The sections of tables without a column for them: each is named above its table, beside 部署名 or
 * in one cell with it, by the worksheet's tab, or by the chief. A table that follows without a name
 * of its own goes on with the section above.
 */
export function titledSections(view: GridView, tables: Tables): Grouped {
  const { headers, bodies, titles, given } = tables;
  const parts: Part[] = [];
  let above = 0;
  for (const body of bodies) {
    const name =
      given === undefined
        ? titles.findLast(({ row }) => row > above && row < body.from)
        : { ...parseSectionName(given), cell: null };
    const last = parts.at(-1);
    if (last && (!name || name.section === last.section)) {
      last.bodies.push(body);
    } else {
      const title = name ?? tabTitle(view);
      if (!title) return { sections: null, unclear: '' };
      parts.push({ ...title, bodies: [body] });
    }
    above = body.from;
  }
  const sections: SectionPlace[] = [];
  for (const { division, section, cell, bodies } of parts) {
    const header = headers[0];
    const rows = header ? targetRows(view, header, bodies) : [];
    const numbered = countsOn(rows);
    // Numbers out of order, or the same twice: it is not known which row is meant.
    const odd =
      outOfOrder(rows) ?? (numbered ? rows.find(({ number }, at) => at > 0 && number === 1) : null);
    if (odd) return { sections: null, unclear: odd.cells.target ?? '' };
    sections.push({
      division,
      section,
      nameCell: section ? null : cell,
      divisionCell: null,
      targets: rows.map(placeOf),
      numbers: numbered ? 'own' : 'other',
      copied: false,
    });
  }
  return { sections, unclear: null };
}

/** The names in a worksheet, from the top; a target that reads like one is none. */
export function titlesIn(view: GridView, { spans }: Header): Title[] {
  const named = areaNamed(view.grid, 'section_name');
  if (named) return [titleAt(view, named.top, named.left)];
  const texts = [spans.get('target')?.left, spans.get('result')?.left];
  const rows = view.rows.filter((row) => !view.grid.hiddenRows.has(row));
  return rows.flatMap((row) =>
    view.columns(row).flatMap((column): Title[] => {
      const { area, text } = view.at(row, column);
      if (texts.includes(column) || area.top !== row || area.left !== column) return [];
      if (fieldOfHeading(text) === 'section') return [titleAt(view, row, area.right + 1)];
      const [, label, name] = /^([^:：]{1,12})[:：](.+)$/s.exec(text.trim()) ?? [];
      const is = label && name && fieldOfHeading(label) === 'section' && isUnitName(name);
      return is ? [{ ...parseSectionName(name), row, cell: null }] : [];
    }),
  );
}

function titleAt(view: GridView, row: number, column: number): Title {
  const { text, address } = view.at(row, column);
  return { ...parseSectionName(isUnitName(text) ? text : ''), row, cell: address };
}

/** A tab named 区民課 tells whose sheet it is; one named 様式 does not. */
function tabTitle({ grid }: GridView): Omit<Title, 'row'> | null {
  const name = parseSectionName(grid.name);
  return /(?:課|係|担当|室|センター)$/.test(name.section) ? { ...name, cell: null } : null;
}
