import { address, parseAddress } from '../../xlsx/address.ts';
import type { SheetField } from '../model/fields.ts';
import { numberIn } from '../model/number-text.ts';
import { parseSectionName } from '../model/section-name.ts';
import type { Alignment } from './align.ts';
import type { Fields, Form, TargetBlocks, TargetCell, TargetCells } from './form.ts';
import type { GridView, Place } from './grid-view.ts';
import { isInSight } from './labels.ts';
import type { FieldPlaces, PlaceOptions, SectionPlace, TargetPlace } from './places.ts';
import { nameFrom, tabTitle, waitsForName } from './titles.ts';

/** Where a form's address is in a workbook; null where it is none. */
export type Resolve = (cell: string) => CardPlace | null;

export interface CardPlace {
  readonly view: GridView;
  readonly alignment: Alignment;
  /** Where the address has gone; the place may be a block that begins before it. */
  readonly cell: string;
  readonly place: Place;
}

/** The targets that a worksheet's cards hold, with the name of the section that each tells. */
export function placeCards(
  view: GridView,
  form: Pick<Form, 'cells'> & { readonly targets: TargetBlocks | TargetCells },
  resolve: Resolve,
  options: PlaceOptions,
): SectionPlace[] {
  const sections: SectionPlace[] = [];
  for (const { section, ...cells } of cardsOf(form.targets)) {
    const own = section ? parseSectionName(section) : null;
    const target = placeOf(view, cells, resolve);
    const last = sections.at(-1);
    if (last && (!own || (own.section === last.section && own.division === last.division))) {
      (last.targets as TargetPlace[]).push(target);
    } else {
      const named = own ? { ...own, nameCells: [] } : nameIn(view, form, resolve, options);
      sections.push({ ...named, ...fixedPlace, targets: [target] });
    }
  }
  return sections;
}

const fixedPlace = { divisionCell: null, numbers: 'own', copied: false, fixed: true } as const;

/** The cells of each card. */
export function cardsOf(targets: TargetBlocks | TargetCells): readonly TargetCell[] {
  if (targets.kind === 'cells') return targets.list;
  const { offset, count, cells } = targets;
  return Array.from({ length: count }, (_, index) =>
    Object.fromEntries(
      Object.entries(cells).map(([field, cell]) => {
        const at = parseAddress(cell);
        const moved = at && {
          row: at.row + offset.rows * index,
          column: at.column + offset.columns * index,
        };
        return [field, moved ? address(moved.row, moved.column) : cell];
      }),
    ),
  );
}

function placeOf(view: GridView, cells: Fields, resolve: Resolve): TargetPlace {
  const places = Object.entries(cells).flatMap(([field, cell]) => {
    const at = resolve(cell);
    return at ? [[field as SheetField, at] as const] : [];
  });
  const own = places.filter(([, at]) => at.view === view);
  const main = (own.find(([field]) => field === 'target') ?? own[0])?.[1].place.area;
  return {
    sheet: view.grid.name,
    top: main?.top ?? 1,
    bottom: main?.bottom ?? 1,
    hidden: main !== undefined && !isInSight(view, main),
    orphanBelow: true,
    cells: Object.fromEntries(
      places.map(([field, at]) => [field, { sheet: at.view.grid.name, cell: at.place.address }]),
    ) as FieldPlaces,
  };
}

/** The section that a worksheet tells in its own cell, or by its tab, or that was told beside. */
function nameIn(
  view: GridView,
  { cells }: Pick<Form, 'cells'>,
  resolve: Resolve,
  options: PlaceOptions,
): Pick<SectionPlace, 'division' | 'section' | 'nameCells'> {
  const place = cells.section ? resolve(cells.section)?.place : undefined;
  const above = cells.division ? resolve(cells.division)?.place.text.trim() : undefined;
  const division = above && !waitsForName(above) ? above : null;
  if (place && !waitsForName(place.text)) {
    const named = nameFrom(place.text);
    return { ...named, division: named.division ?? division, nameCells: [] };
  }
  if (options.section !== undefined) {
    return { ...parseSectionName(options.section), nameCells: [] };
  }
  const waits = place && !place.cell?.formula;
  const nameCells = waits ? [{ sheet: view.grid.name, cell: place.address }] : [];
  const tab = nameCells.length > 0 ? null : tabTitle(view);
  return { division: tab?.division ?? division, section: tab?.section ?? '', nameCells };
}

/** The number of the target that a worksheet is for: as it says, else by its tab; null where neither does. */
export function worksheetNumber(view: GridView, numberCell: string | undefined): number | null {
  const at = numberCell ? parseAddress(numberCell) : null;
  const own = at ? numberIn(view.at(at.row, at.column).text)?.number : undefined;
  const tab = /([0-9０-９]{1,2}|[①-⑳])[)）]?(?:枚目)?$/.exec(view.grid.name)?.[1];
  return own ?? (tab ? Number(tab.normalize('NFKC')) : null);
}
