import { parseAddress } from '../../xlsx/address.ts';
import { numberIn } from '../model/number-text.ts';
import { labelKey } from './align.ts';
import { type CellPlace, type Form, type FormLabel, splitCell } from './form.ts';
import type { GridView, Place } from './grid-view.ts';
import type { Places } from './places.ts';
import { readHeading } from './words.ts';

/**
 * A form whose fingerprint also has the labels beside and over each of its places, so that each place
 * goes along with a label of its own when rows or columns are put in. What stands in the rows of a table
 * is found by its header.
 */
export function anchored({ form, views, sections, policies }: Places): Form {
  const known = new Set(form.fingerprint.labels.map(({ cell }) => cell));
  const keys = new Set(form.fingerprint.labels.map(({ text }) => numberless(text)));
  const cards =
    form.targets.kind === 'rows'
      ? []
      : sections.flatMap(({ targets }) => targets.flatMap(({ cells }) => Object.values(cells)));
  const [main] = views.keys();
  const { section, division, year, ward } = form.cells;
  const single = [section, division, year, ward].flatMap((cell): CellPlace[] =>
    cell !== null && main !== undefined ? [{ sheet: main, cell: splitCell(cell).cell }] : [],
  );
  const slots = policies.filter(({ mark }) => mark === '');
  const places = [...cards, ...single, ...slots];
  const own = new Set(places.map(({ sheet, cell }) => `${sheet}!${cell}`));
  // Where the worksheets of a form are all alike, a label is told of one and looked for in each.
  const { kind } = form.worksheets;
  const isAlone = kind === 'named' && form.worksheets.names.length === 1;
  const labels: FormLabel[] = [];
  for (const place of places) {
    const { sheet, cell } = place;
    const view = views.get(sheet);
    const isSlot = (slots as readonly CellPlace[]).includes(place);
    const isOfAll = !isSlot && (isAlone || kind !== 'named');
    if (!view || (sheet !== main && kind !== 'named' && !isSlot)) continue;
    const named = (isOfAll && sheet === main) || views.size === 1 ? '' : `${sheet}!`;
    for (const label of labelsOf(view, cell)) {
      const { address, text } = label;
      if (known.has(named + address) || known.has(address) || own.has(`${sheet}!${address}`))
        continue;
      if (!isAnchor(text) && !keys.has(numberless(text))) continue;
      known.add(named + address);
      labels.push({ text, cell: named + address });
    }
  }
  return labels.length === 0
    ? form
    : { ...form, fingerprint: { labels: [...form.fingerprint.labels, ...labels] } };
}

const numberless = (text: string): string => labelKey(text).replace(/[0-9①-⑳]+/g, '');

/** A heading, or what counts: ①, 1, 方針１. What somebody wrote would be another text next year. */
const isAnchor = (text: string): boolean =>
  readHeading(text) !== null ||
  numberIn(text)?.rest === '' ||
  /^[\s\u3000]*方針[0-9０-９①-⑩]{1,2}[\s\u3000]*$/.test(text);

/** The texts nearest left of a cell and above it. */
function labelsOf(view: GridView, cell: string): Place[] {
  const at = parseAddress(cell);
  if (!at) return [];
  const { area } = view.at(at.row, at.column);
  const found: Place[] = [];
  for (let column = area.left - 1; column > 0; ) {
    const place = view.at(area.top, column);
    if (place.text.trim()) {
      found.push(place);
      break;
    }
    column = place.area.left - 1;
  }
  for (let row = area.top - 1; row > 0; ) {
    const place = view.at(row, area.left);
    if (place.text.trim()) {
      found.push(place);
      break;
    }
    row = place.area.top - 1;
  }
  return found;
}
