import type { CellPlace } from '../../core/sheet/form/form.ts';
import type { GridView } from '../../core/sheet/form/grid-view.ts';
import type { Places } from '../../core/sheet/form/places.ts';
import { parseAddress } from '../../core/xlsx/address.ts';
import type { Area, Grid } from '../../core/xlsx/grid.ts';

export interface FormPictureProps {
  places: Places;
  label: string;
}

/** A field's cell, with the number of its target. */
interface Marked {
  readonly area: Area;
  readonly field: string;
  readonly no: number;
}

const mostRows = 40;
const mostColumns = 60;

/** A form's worksheet drawn small: its cells as they lie, labels in their words, fields in colour with the number of their target. */
export function FormPicture({ places, label }: FormPictureProps) {
  const [view] = places.views.values();
  if (!view) return null;
  const marked = markedIn(places, view);
  const last = Math.max(1, ...marked.map(({ area }) => area.bottom));
  const rows = view.rows.filter((row) => row <= Math.min(last + 1, mostRows));
  const columns = [...new Set(rows.flatMap((row) => view.columns(row)))]
    .filter((column) => column <= mostColumns)
    .sort((one, other) => one - other);
  const x = offsets(columns, (column) => widthOf(view.grid, column));
  const y = offsets(rows, (row) => heightOf(view.grid, row));
  const box = (area: Area) => ({
    x: x.at(area.left),
    y: y.at(area.top),
    width: x.at(area.right + 1) - x.at(area.left),
    height: y.at(area.bottom + 1) - y.at(area.top),
  });
  const drawn = new Map<string, { area: Area; text: string }>();
  for (const row of rows) {
    for (const column of columns) {
      const { address, area, text } = view.at(row, column);
      drawn.set(address, { area, text });
    }
  }
  return (
    <svg
      class="p-picture"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${x.total} ${y.total}`}
      preserveAspectRatio="xMinYMin meet"
    >
      {[...drawn].map(([cell, { area, text }]) => (
        <g key={cell}>
          <rect {...box(area)} />
          <Words text={text} {...box(area)} />
        </g>
      ))}
      {marked.map(({ area, field, no }) => (
        <g key={`${field} ${no} ${area.top} ${area.left}`} data-field={field}>
          <rect {...box(area)} />
          <text x={box(area).x + 4} y={box(area).y + 15} class="p-number">
            {no}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** As many words as there is room for. */
function Words({ text, x, y, width }: { text: string; x: number; y: number; width: number }) {
  const words = text.replace(/\s+/g, ' ').slice(0, Math.max(0, Math.floor(width / 14)));
  return words ? (
    <text x={x + 3} y={y + 15}>
      {words}
    </text>
  ) : null;
}

function markedIn({ sections }: Places, { grid, at }: GridView): Marked[] {
  const areaOf = ({ sheet, cell }: CellPlace): Area | null => {
    const place = sheet === grid.name ? parseAddress(cell) : null;
    return place && at(place.row, place.column).area;
  };
  return sections.flatMap(({ targets }) =>
    targets.flatMap(({ cells }, index) =>
      Object.entries(cells).flatMap(([field, place]) => {
        const area = areaOf(place);
        return area ? [{ area, field, no: index + 1 }] : [];
      }),
    ),
  );
}

const widthOf = ({ columnWidths, columnWidth, hiddenColumns }: Grid, column: number): number =>
  hiddenColumns.has(column) ? 0 : (columnWidths.get(column) ?? columnWidth);
const heightOf = ({ rowHeights, rowHeight, hiddenRows }: Grid, row: number): number =>
  hiddenRows.has(row) ? 0 : Math.min(rowHeights.get(row) ?? rowHeight, 60);

/** Where each row or column begins; what is not drawn takes no room. */
function offsets(numbers: readonly number[], sizeOf: (number: number) => number) {
  const starts = [0];
  for (const number of numbers) starts.push((starts.at(-1) ?? 0) + sizeOf(number));
  const total = starts.at(-1) ?? 0;
  return {
    total,
    at: (number: number): number => {
      const index = numbers.findIndex((each) => each >= number);
      return index < 0 ? total : (starts[index] ?? total);
    },
  };
}
