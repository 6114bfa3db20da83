import type { Problem } from '../../result.ts';
import type { Grid } from '../../xlsx/grid.ts';
import type { SheetField } from '../model/fields.ts';
import { sheetProblem } from '../model/sheet-problem.ts';
import { anchored } from './anchors.ts';
import type { CellPlace, Evidence, Form } from './form.ts';
import { type GridView, viewOf } from './grid-view.ts';
import { placeForm } from './place.ts';
import { cardsOf } from './place-cards.ts';
import type { PlaceOptions, Places } from './places.ts';
import { isNamed, type Pressed } from './pressed.ts';
import { sectionsAcross } from './sections-across.ts';
import {
  isLabel,
  labelsAround,
  markIn,
  nearestLabel,
  placeAt,
  singleCells,
  worksheetsBy,
} from './teach-around.ts';
import { targetsBy } from './teach-targets.ts';

/** A place of the form that comes of it. */
export interface TaughtCell extends CellPlace {
  readonly section: string;
  readonly no: number;
  readonly field: SheetField;
  /** Whether nobody pressed it. */
  readonly proposed: boolean;
}

export interface Taught {
  readonly form: Form;
  readonly places: Places;
  readonly cells: readonly TaughtCell[];
  /** `label-pressed` and `formula-cell`, each with its cell: what a person would hardly mean. */
  readonly warnings: readonly Problem[];
}

export interface TeachOptions extends PlaceOptions {
  readonly id?: string;
  readonly title?: string;
  /** Proposed cells that were taken out again. */
  readonly excluded?: readonly CellPlace[];
}

/**
 * The form that pressed cells stand for. Of target 1 its cells are enough: the others are proposed by
 * repetition, as further rows, as cards with the same label or at the distance of a second target that
 * was pressed, or as the same cells of the other worksheets. Null while no target or result is pressed.
 */
export function teach(
  grids: readonly Grid[],
  pressed: readonly Pressed[],
  options: TeachOptions = {},
): Taught | null {
  const main =
    pressed.find(({ field }) => field === 'target') ??
    pressed.find(({ field }) => field === 'result');
  const grid = main && grids.find(({ name }) => name === main.sheet);
  if (!main || !grid) return null;
  const view = viewOf(grid);
  const shape = ofSections(view, targetsBy(view, pressed, main));
  const form: Form = {
    id: options.id ?? '',
    title: options.title ?? '',
    issuer: null,
    made: 'taught',
    fingerprint: { labels: labelsAround(view, pressed, shape) },
    worksheets: worksheetsBy(grids, view, pressed),
    cells: {
      year: null,
      ward: null,
      division: null,
      section: null,
      ...singleCells(view, pressed, shape),
    },
    policies: pressed
      .filter(({ field, no }) => field === 'policy' && no !== null)
      .sort((a, b) => (a.no ?? 0) - (b.no ?? 0))
      .map(({ cell }) => ({ cell, mark: markIn(view, cell), line: null })),
    targets: shape,
    append: [],
    evidence: pressed.map(
      ({ sheet, cell, field }): Evidence => ({
        field: field === 'targetPolicy' ? 'policy' : field,
        kind: 'pressed',
        sheet,
        label: nearestLabel(view, cell)?.text ?? '',
        cell,
      }),
    ),
  };
  const placed = placeForm(form, grids, options);
  if (!placed.ok) return null;
  const whole = taughtOf(placed.value, pressed, view);
  const excluded = new Set((options.excluded ?? []).map(keyOf));
  if (!whole.cells.some((one) => excluded.has(keyOf(one)))) return whole;
  const fewer = { ...form, targets: cellByCell(placed.value, excluded) };
  const again = placeForm(fewer, grids, options);
  return again.ok ? taughtOf(again.value, pressed, view) : whole;
}

/** Where several sections stand side by side over the targets, the cells of each. */
function ofSections(view: GridView, targets: Form['targets']): Form['targets'] {
  if (targets.kind === 'rows') return targets;
  const places = cardsOf(targets).map(
    ({ section: _, ...cells }) =>
      new Map(
        (Object.entries(cells) as [SheetField, string][]).map(([field, cell]) => [
          field,
          placeAt(view, cell),
        ]),
      ),
  );
  const list = sectionsAcross(view, places) ?? [];
  return list.length > 0 ? { kind: 'cells', list } : targets;
}

const keyOf = ({ sheet, cell }: CellPlace): string => `${sheet}!${cell}`;

function taughtOf(places: Places, pressed: readonly Pressed[], view: GridView): Taught {
  const own = new Set(pressed.map(keyOf));
  const cells = places.sections.flatMap(({ section, targets }) =>
    targets.flatMap((target, index) =>
      (Object.entries(target.cells) as [SheetField, CellPlace][]).map(
        ([field, place]): TaughtCell => ({
          ...place,
          section,
          no: index + 1,
          field,
          proposed: !own.has(keyOf(place)),
        }),
      ),
    ),
  );
  const warnings = pressed.flatMap(({ sheet, cell, field }): Problem[] => {
    if (sheet !== view.grid.name || isNamed(field)) return [];
    if (view.grid.cells.get(cell)?.formula) return [sheetProblem('formula-cell', sheet, cell)];
    return isLabel(view, cell) ? [sheetProblem('label-pressed', sheet, cell)] : [];
  });
  const form = anchored(places);
  return { form, places: { ...places, form }, cells, warnings };
}

/** The places of a form without some of them, each named by itself. */
function cellByCell(places: Places, excluded: ReadonlySet<string>): Form['targets'] {
  const list = places.sections.flatMap(({ division, section, targets }) =>
    targets.flatMap(({ cells }) => {
      const own = (Object.entries(cells) as [SheetField, CellPlace][]).filter(
        ([, place]) => !excluded.has(keyOf(place)),
      );
      if (!own.some(([field]) => field === 'target' || field === 'result')) return [];
      const fields = Object.fromEntries(own.map(([field, { cell }]) => [field, cell]));
      const name = [division, section].filter(Boolean).join('\n');
      return [{ ...fields, section: name || null }];
    }),
  );
  return { kind: 'cells', list };
}
