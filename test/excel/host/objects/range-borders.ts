import type { Area } from '../../../../core/xlsx/grid.ts';
import { reformat } from '../edit.ts';
import { HostError } from '../errors.ts';
import { type Edge, edges, type Format, noBorder } from '../format.ts';
import { type Formatted, formatsOf } from './formatted.ts';
import { type HostObject, none, pascal, uniform, withProperties } from './object.ts';

const sides = [...edges, 'InsideHorizontal', 'InsideVertical'] as const;
type Side = (typeof sides)[number];

/** `range.format.borders` */
export function bordersObject(of: () => Formatted): HostObject {
  const item = (side: string): HostObject => {
    if (!sides.includes(side as Side)) throw new HostError('InvalidArgument');
    return borderObject(of, side as Side);
  };
  return {
    kind: 'RangeBorderCollection',
    identity: none,
    Indexer: item,
    Count: sides.length,
    get _Items() {
      return sides.map(item);
    },
  };
}

function borderObject(of: () => Formatted, side: Side): HostObject {
  const properties = Object.keys(noBorder) as (keyof typeof noBorder)[];
  const parts = () => {
    const { sheet, areas } = of();
    return { sheet, lines: areas.flatMap((area) => linesOf(area, side)) };
  };
  return withProperties(
    {
      kind: 'RangeBorder',
      identity: () => ({ Id: side }),
      get SideIndex() {
        return side;
      },
    },
    Object.fromEntries(
      properties.map((name) => [
        pascal(name),
        {
          get: () => {
            const { sheet, lines } = parts();
            return uniform(
              lines.flatMap(([area, edge]) => [
                ...formatsOf({ sheet, areas: [area] }, (format) => format.borders[edge][name]),
              ]),
            );
          },
          set: (value: string) => {
            const { sheet, lines } = parts();
            for (const [area, edge] of lines) {
              reformat(sheet, area, (format) => ({
                ...format,
                borders: { ...format.borders, [edge]: withLine(format.borders[edge], name, value) },
              }));
            }
          },
        },
      ]),
    ),
  );
}

/** A colour or weight given to a side without a line draws one. */
const withLine = (border: Format['borders'][Edge], name: string, value: string) => ({
  ...border,
  ...(name !== 'style' && border.style === 'None' && { style: 'Continuous' }),
  [name]: value,
});

/** Which cells carry a side of an area, and on which of their edges. */
function linesOf(area: Area, side: Side): (readonly [Area, Edge])[] {
  switch (side) {
    case 'EdgeTop':
      return [[{ ...area, bottom: area.top }, side]];
    case 'EdgeBottom':
      return [[{ ...area, top: area.bottom }, side]];
    case 'EdgeLeft':
      return [[{ ...area, right: area.left }, side]];
    case 'EdgeRight':
      return [[{ ...area, left: area.right }, side]];
    case 'InsideHorizontal':
      if (area.top === area.bottom) return [];
      return [
        [{ ...area, bottom: area.bottom - 1 }, 'EdgeBottom'],
        [{ ...area, top: area.top + 1 }, 'EdgeTop'],
      ];
    case 'InsideVertical':
      if (area.left === area.right) return [];
      return [
        [{ ...area, right: area.right - 1 }, 'EdgeRight'],
        [{ ...area, left: area.left + 1 }, 'EdgeLeft'],
      ];
  }
}
