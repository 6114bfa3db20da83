import type { Problem } from '../../result.ts';
import type { Grid } from '../../xlsx/grid.ts';
import type { Form } from './form.ts';
import { placeForm } from './place.ts';
import type { Places } from './places.ts';
import { type RecognizeOptions, recognize } from './recognize.ts';

/** What a workbook is seen to be. */
export type Opened =
  /** Of a form that is kept here, or one whose places are sure. */
  | { readonly kind: 'known' | 'sure'; readonly places: Places }
  /** Several kept forms fit, with other places: which is meant is asked. */
  | { readonly kind: 'several'; readonly readings: readonly Places[] }
  /** Readings between which one press decides; where there is none, it has to be taught. */
  | {
      readonly kind: 'unsure';
      readonly problems: readonly Problem[];
      readonly readings: readonly Places[];
    };

/** A form with fewer labels says too little to be known by. */
const fewestLabels = 2;

/**
 * Opens a workbook's grids by the kept form whose labels they carry, else by recognising them.
 * Problems: those of `recognize`.
 */
export function openForm(
  grids: readonly Grid[],
  known: readonly Form[],
  options: RecognizeOptions = {},
): Opened {
  const { worksheet } = options;
  const offered = worksheet === undefined ? grids : grids.filter(({ name }) => name === worksheet);
  const fitting = known
    .filter(({ fingerprint }) => fingerprint.labels.length >= fewestLabels)
    .flatMap((form) => {
      const placed = placeForm(form, offered, options);
      return placed.ok && placed.value.sections.length > 0 ? [placed.value] : [];
    });
  const different = fitting.filter(
    (places, index) => fitting.findIndex((other) => samePlaces(other, places)) === index,
  );
  const [first, second] = different;
  if (second) return { kind: 'several', readings: different };
  return first ? { kind: 'known', places: first } : recognize(grids, options);
}

/** Whether two forms put every text into the same cells. */
const samePlaces = (one: Places, other: Places): boolean => cellsOf(one) === cellsOf(other);

const cellsOf = ({ sections, policies }: Places): string =>
  JSON.stringify([
    sections.map(({ targets }) => targets.map(({ cells }) => Object.entries(cells).sort())),
    policies.map(({ sheet, cell, line }) => [sheet, cell, line]),
  ]);
