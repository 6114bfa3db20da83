import type { Area } from '../xlsx/grid.ts';
import { type SheetField, sheetFields } from './fields.ts';
import type { GridView, Place } from './grid-view.ts';
import type { Header, Span } from './header.ts';
import { countScenes, numberIn } from './number-text.ts';
import { divisionBand } from './section-name.ts';
import type { TargetPlace } from './template-map.ts';

/** One target's rows, and what stands beside it that tells whose it is. */
export interface TargetRow extends TargetPlace {
  /** As its cell says; null where it says none. */
  readonly number: number | null;
  readonly section: Place | null;
  readonly division: Place | null;
  /** The division that stands in a row of its own above. */
  readonly band: string | null;
}

const longestScene = 20;

export const placeOf = ({ top, bottom, hidden, orphanBelow, cells }: TargetRow): TargetPlace => ({
  top,
  bottom,
  hidden,
  orphanBelow,
  cells,
});

/** The rows below one header, both ends included. */
export interface Body {
  readonly from: number;
  readonly to: number;
}

/**
 * The targets' rows of a table, hidden ones included: those with a number, or in a table without
 * numbers those that have cells, until the first that has none.
 */
export function targetRows(view: GridView, header: Header, bodies: readonly Body[]): TargetRow[] {
  const { spans } = header;
  const target = spans.get('target');
  if (!target) return [];
  const numberColumn = (spans.get('no') ?? spans.get('noScene'))?.left;
  const rowsOf = ({ from, to }: Body) => view.rows.filter((row) => row >= from && row <= to);
  const ofScenes =
    numberColumn !== undefined &&
    !spans.has('no') &&
    countScenes(bodies.flatMap(rowsOf).map((row) => view.at(row, numberColumn).text));
  const numberOf = (row: number): { place: Place; number: number | null } | null => {
    if (numberColumn === undefined) return null;
    const place = view.at(row, numberColumn);
    if (place.area.top !== row) return null;
    const found = numberIn(place.text);
    if (spans.has('no')) return found && !found.rest ? { place, number: found.number } : null;
    // A scene may stand alone where others have a number.
    const scene = place.text.trim() !== '' && place.text.length <= longestScene;
    return found || (scene && isAlone(view.at(row, target.left).area, 'target', spans))
      ? { place, number: ofScenes ? null : (found?.number ?? null) }
      : null;
  };
  const numbered = bodies.some((body) => rowsOf(body).some((row) => numberOf(row)));
  const { section, division } = unitColumns(spans);

  const found: TargetRow[] = [];
  let band: string | null = null;
  for (const body of bodies) {
    let last: (TargetRow & { orphanBelow: boolean }) | null = null;
    for (const row of rowsOf(body)) {
      if (last && row <= last.bottom) continue;
      const place = view.at(row, target.left);
      const number = numberOf(row);
      const beside: Place | null = section === null ? null : view.at(row, section);
      const present = view.columns(row).includes(target.left);
      const alone = isAlone(place.area, 'target', spans);
      const follows = numbered
        ? alone &&
          !place.cell?.formula &&
          last?.bottom === row - 1 &&
          (beside === null || beside.address === last.section?.address || !beside.text.trim()) &&
          (place.text.trim() !== '' || (beside !== null && beside.area.top < row))
        : present && divisionBracket(beside) === null && (alone || !isAcross(place.area, spans));
      if (!number && !follows) {
        const own = divisionBand(beside?.text ?? '');
        const blank = present && (alone || !place.text.trim());
        if (last?.bottom === row - 1 && blank && !own) last.orphanBelow = true;
        band = own ?? band;
        if (!numbered && !present && found.length > 0) break;
        continue;
      }
      const areas = number ? [place.area, number.place.area] : [place.area];
      const top = Math.min(row, ...areas.map((area) => area.top));
      const bottom = Math.max(...areas.map((area) => area.bottom));
      last = {
        top,
        bottom,
        hidden: allHidden(view, top, bottom),
        orphanBelow: false,
        cells: cellsOf(view, spans, top, bottom),
        number: number?.number ?? null,
        section: beside,
        division: division === null ? null : view.at(row, division),
        band,
      };
      found.push(last);
    }
  }
  return found;
}

/** 部署名 over two columns heads the divisions and the sections. */
function unitColumns(spans: ReadonlyMap<SheetField, Span>): {
  section: number | null;
  division: number | null;
} {
  const section = spans.get('section');
  const division = spans.get('division');
  if (!section) return { section: null, division: null };
  if (division) return { section: section.left, division: division.left };
  const both = section.right > section.left;
  return { section: section.right, division: both ? section.left : null };
}

const divisionBracket = (place: Place | null): string | null =>
  place && /^\s*【.*】\s*$/s.test(place.text) ? divisionBand(place.text) : null;

/** Whether a block of cells stands under its own heading and under no other's. */
function isAlone(area: Area, field: SheetField, spans: ReadonlyMap<SheetField, Span>): boolean {
  const span = spans.get(field);
  if (!span || area.left !== span.left || area.right < span.right) return false;
  for (const [other, { left, right }] of spans) {
    if (other !== field && left <= area.right && right >= area.left) return false;
  }
  return true;
}

/** Whether a block reaches under all headings: a remark, or a division's name. */
const isAcross = (area: Area, spans: ReadonlyMap<SheetField, Span>): boolean =>
  [...spans.values()].every(({ left, right }) => area.left <= left && area.right >= right);

function cellsOf(
  view: GridView,
  spans: ReadonlyMap<SheetField, Span>,
  top: number,
  bottom: number,
): TargetPlace['cells'] {
  const cells: Partial<Record<SheetField, string>> = {};
  for (const field of sheetFields) {
    const span = spans.get(field);
    if (!span || field === 'section' || field === 'division') continue;
    const { area, address } = view.at(top, span.left);
    if (area.top === top && area.bottom === bottom && isAlone(area, field, spans)) {
      cells[field] = address;
    }
  }
  return cells;
}

function allHidden({ grid }: GridView, top: number, bottom: number): boolean {
  for (let row = top; row <= bottom; row++) if (!grid.hiddenRows.has(row)) return false;
  return true;
}
