import type { Grid } from '../../xlsx/grid.ts';
import type { SheetField } from '../model/fields.ts';
import type { CellPlace } from './form.ts';
import type { PlaceOptions, Places } from './places.ts';
import { isNumbered, type Pressed, type TaughtField } from './pressed.ts';
import { teach } from './teach.ts';

/**
 * The presses by which a form would be taught as it was read, so that teaching goes on from there: the
 * cells of the first section's target 1, its name, the year, the ward, the policies; where they don't
 * repeat evenly those of further targets. Empty where no presses come to the same places.
 */
export function pressesFor(
  grids: readonly Grid[],
  places: Places,
  options: PlaceOptions = {},
): Pressed[] {
  const [section] = places.sections;
  if (!section) return [];
  const once = [
    ...singles('year', places.yearCells),
    ...singles('ward', places.wardCells),
    ...singles('section', section.nameCells),
    ...singles('division', section.divisionCell ? [section.divisionCell] : []),
    ...singleOf(places),
    ...columnsOf(places),
    ...places.policies.map(
      ({ sheet, cell }, index): Pressed => ({ sheet, cell, field: 'policy', no: index + 1 }),
    ),
  ];
  const targets = section.targets.map(({ cells }, index) =>
    (Object.entries(cells) as [SheetField, CellPlace][]).flatMap(([field, place]) =>
      pressedAs(field, place, index + 1),
    ),
  );
  const wanted = cellsOf(places);
  for (const some of [targets.slice(0, 1), targets.slice(0, 2), targets]) {
    const pressed = [...once, ...some.flat()].filter(
      (one, index, all) =>
        all.findIndex((other) => other.field === one.field && other.no === one.no) === index,
    );
    const taught = teach(grids, pressed, options);
    if (taught && cellsOf(taught.places) === wanted) return pressed;
  }
  return [];
}

const singles = (field: Pressed['field'], cells: readonly CellPlace[]): Pressed[] =>
  cells.slice(0, 1).map((place) => ({ ...place, field, no: null }));

function singleOf({ form, views }: Places): Pressed[] {
  const [sheet] = views.keys();
  return (['year', 'ward', 'section', 'division'] as const).flatMap((field) => {
    const cell = form.cells[field];
    return cell && sheet ? [{ sheet, cell, field, no: null }] : [];
  });
}

/** In a table the section's name has a column, in which its first row is pressed. */
function columnsOf({ form: { targets }, sections: [section] }: Places): Pressed[] {
  const target = section?.targets[0];
  if (targets.kind !== 'rows' || !target) return [];
  return (['section', 'division'] as const).flatMap((field) => {
    const column = targets.columns[field];
    return column ? [{ sheet: target.sheet, cell: `${column}${target.top}`, field, no: null }] : [];
  });
}

function pressedAs(field: SheetField, { sheet, cell }: CellPlace, no: number): Pressed[] {
  const as = (field === 'policy' ? 'targetPolicy' : field) as TaughtField;
  return [{ sheet, cell, field: as, no: isNumbered(as) ? no : null }];
}

/** All that is written to, to compare two readings. */
const cellsOf = ({ sections }: Places): string =>
  JSON.stringify(
    sections.map(({ section, targets }) => [
      section,
      targets.map(({ cells }) =>
        Object.entries(cells)
          .map(([field, { sheet, cell }]) => `${field} ${sheet}!${cell}`)
          .sort(),
      ),
    ]),
  );
