import { fieldOfHeading } from './fields.ts';
import type { GridView } from './grid-view.ts';
import { areaNamed, type Header } from './header.ts';
import { isUnitName, parseSectionName, type SectionName } from './section-name.ts';
import { countsOn, type Grouped } from './section-places.ts';
import { type Body, targetRows } from './target-rows.ts';
import type { SectionPlace } from './template-map.ts';

interface Title extends SectionName {
  readonly cell: string | null;
}

interface Part extends Title {
  readonly bodies: Body[];
}

/**
 * The sections of tables without a column for them: each is named above its table, beside 部署名 or
 * in one cell with it, by the worksheet's tab, or by the chief (`given`). A table that follows without
 * a name of its own goes on with the section above.
 */
export function titledSections(
  view: GridView,
  headers: readonly Header[],
  bodies: readonly Body[],
  given: string | undefined,
): Grouped {
  const parts: Part[] = [];
  let above = 0;
  for (const [index, body] of bodies.entries()) {
    const top = headers[index]?.top ?? body.from;
    const name =
      given === undefined ? titleIn(view, above, top) : { ...parseSectionName(given), cell: null };
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
    // Two rows with the same number: it is not known which of them is meant.
    const again = rows.findIndex(({ number }, at) =>
      rows.slice(0, at).some((row) => number !== null && row.number === number),
    );
    const twice = rows[again];
    if (twice) return { sections: null, unclear: twice.cells.target ?? '' };
    sections.push({
      division,
      section,
      nameCell: section ? null : cell,
      divisionCell: null,
      targets: rows.map(({ top, bottom, hidden, cells }) => ({ top, bottom, hidden, cells })),
      numbers: countsOn(rows) ? 'own' : 'other',
      copied: false,
    });
  }
  return { sections, unclear: null };
}

/** The name that stands between two rows, the nearest to the table first. */
function titleIn(view: GridView, above: number, below: number): Title | null {
  const named = areaNamed(view.grid, 'section_name');
  if (named && named.top > above && named.top < below) {
    return titleAt(view, named.top, named.left);
  }
  const rows = view.rows.filter(
    (row) => row > above && row < below && !view.grid.hiddenRows.has(row),
  );
  for (const row of rows.reverse()) {
    for (const column of view.columns(row)) {
      const { area, text } = view.at(row, column);
      if (fieldOfHeading(text) === 'section') return titleAt(view, area.top, area.right + 1);
      const [, label, name] = /^([^:：]{1,12})[:：](.+)$/s.exec(text.trim()) ?? [];
      if (label && name && fieldOfHeading(label) === 'section' && isUnitName(name)) {
        return { ...parseSectionName(name), cell: null };
      }
    }
  }
  return null;
}

function titleAt(view: GridView, row: number, column: number): Title {
  const { text, address } = view.at(row, column);
  return { ...parseSectionName(isUnitName(text) ? text : ''), cell: address };
}

/** A tab named 区民課 tells whose sheet it is; one named 様式 does not. */
function tabTitle({ grid }: GridView): Title | null {
  const name = parseSectionName(grid.name);
  return /(?:課|係|担当|室|センター)$/.test(name.section) ? { ...name, cell: null } : null;
}
