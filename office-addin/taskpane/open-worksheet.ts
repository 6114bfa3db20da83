import type { Form } from '../../core/sheet/form/form.ts';
import { type Opened, openForm } from '../../core/sheet/form/open.ts';
import type { PlaceOptions, Places } from '../../core/sheet/form/places.ts';
import type { Grid } from '../../core/xlsx/grid.ts';

/**
 * What form the worksheet in front is of: what all worksheets together are, where it is one of these,
 * else what it is by itself. Of readings those are left out that it has no part in; of several kept
 * forms the one that was `decided` on, by its id, goes first.
 */
export function openWorksheet(
  current: Grid,
  all: readonly Grid[],
  kept: readonly Form[],
  options: PlaceOptions,
  decided: string | null = null,
): Opened {
  const own = meant(current, openForm(all, kept, options));
  if (own?.kind === 'several') {
    const places = own.readings.find(({ form }) => form.id === decided);
    return places ? { kind: 'known', places } : own;
  }
  if (own) return own;
  // A form that was kept of another worksheet stands in the way of looking.
  const others = kept.length > 0 && all.length > 1 && meant(current, openForm(all, [], options));
  return others || openForm([current], kept, options);
}

function meant(current: Grid, found: Opened): Opened | null {
  const isMeant = ({ views }: Places) => views.has(current.name);
  if ('places' in found) return isMeant(found.places) ? found : null;
  // Of worksheets that are forms by themselves, such as one for each 年度, the one in front is meant.
  const isOfSheets = 'problems' in found && found.problems[0]?.code === 'several-sheets';
  if (isOfSheets && found.readings.length > 1) return null;
  const readings = found.readings.filter(isMeant);
  const [only, ...more] = readings;
  if (!only) return null;
  if (found.kind === 'unsure') return { ...found, readings };
  return more.length === 0 ? { kind: 'known', places: only } : { kind: 'several', readings };
}
