import { parseAddress } from '../../xlsx/address.ts';
import { type Cards, cardsIn } from './cards.ts';
import { foreignColumns, foreignRows, ownLabels } from './foreign.ts';
import { splitCell } from './form.ts';
import { givenHeadings } from './given.ts';
import type { GridView, Place } from './grid-view.ts';
import { type Label, labelsOf } from './labels.ts';
import type { Places } from './places.ts';
import { isOurs, subjectOf } from './subject.ts';
import { type TableHeader, tableHeaders } from './tables.ts';
import { otherPapers, plainWords, readHeading } from './words.ts';

/** What a worksheet offers to be filled: tables, else cards; or what only reports on targets set elsewhere. */
export interface Candidate {
  readonly view: GridView;
  readonly labels: readonly Label[];
  /** Of tables that have a column to write targets in. */
  readonly headers: readonly TableHeader[];
  /** Of tables of results whose targets are taken from elsewhere, or are not there. */
  readonly reports: readonly TableHeader[];
  readonly cards: Cards | null;
}

export function candidateIn(view: GridView, fiscalYear: number | null = null): Candidate {
  const given = givenHeadings(view);
  const labels = ownLabels(labelsOf(view), foreignRows(view, fiscalYear));
  const all = tableHeaders(view, labels, given, fiscalYear);
  const isPlan = (header: TableHeader) => header.spans.has('target') && !isComputed(view, header);
  const real = all.filter((header) => given.size > 0 || !standsOverLabels(view, header));
  const headers = real.filter(isPlan);
  const reports = real.filter((header) => !isPlan(header) && header.spans.has('result'));
  const cards = cardsIn(view, labels, foreignColumns(view, fiscalYear));
  const able = cards?.cards.some(({ places }) => places.has('target')) ? cards : null;
  const isWhole = headers.some(({ spans }) => spans.has('result') || spans.has('midResult'));
  const hasResults = able?.cards.every(({ places }) => places.has('result')) ?? false;
  // Targets that are numbered, and results of the same numbers, are a pair of tables.
  const isPair = reports.length > 0 && headers.some(({ spans }) => spans.has('no'));
  // Where both can be seen, the surer words decide.
  const surer = weightOf(able) > Math.max(...headers.map(weightOf)) || isRicher(able, headers);
  const tables =
    headers.length > 0 && (given.size > 0 || isPair || !hasResults || (isWhole && !surer));
  return tables
    ? { view, labels, headers, reports, cards: null }
    : { view, labels, headers: [], reports, cards: able };
}

/** Cards whose first labels stand side by side, with more below them: a header each, and less told in it. */
function isRicher(cards: Cards | null, headers: readonly TableHeader[]): boolean {
  const [card] = cards?.cards ?? [];
  const rows = new Set(cards?.cards.flatMap(({ labels }) => labels.map(({ area }) => area.top)));
  const own = headers.filter(({ top, spans }) => rows.has(top) && spans.has('target'));
  const [header] = own;
  if (!cards || !card || !header || cards.cards.length > own.length) return false;
  // Numbers beside the cards are no column.
  const numbers = header.evidence.filter(({ kind }) => kind === 'numbers-below');
  const columns = [...header.spans.keys()].filter((one) =>
    numbers.every(({ field }) => field !== one),
  );
  return (
    own.length > 1 &&
    card.places.size > columns.length &&
    columns.every((field) => card.places.has(field))
  );
}

const weightOf = (found: Pick<Cards, 'weights'> | null): number =>
  found?.weights.get('target') ?? 0;

export const hasTargets = ({ headers, cards }: Candidate): boolean =>
  headers.length > 0 || cards !== null;

/** Somebody's text that reads like a heading, amid the labels of cards: what lies below is no column of targets. */
function standsOverLabels(view: GridView, { top, bottom, spans }: TableHeader): boolean {
  const column = (spans.get('target') ?? spans.get('result'))?.left ?? 0;
  // The header itself may stand there again.
  const own = new Set<string>();
  for (let row = top; row <= bottom; row++) own.add(view.at(row, column).text);
  const texts = view.rows
    .filter((row) => row > bottom)
    .map((row) => view.at(row, column))
    .filter(({ area, text }, index, all) => {
      const again = all[index - 1]?.area === area || own.has(text);
      return text.trim() !== '' && area.left === column && !again;
    });
  const said = texts.flatMap(({ text }) =>
    [...(readHeading(text)?.fields.keys() ?? [])].slice(0, 1),
  );
  // A target may well end in 目標; cards have labels of several fields.
  return new Set(said).size > 1 && said.length * 3 > texts.length;
}

/** A list that takes its targets from other cells. */
function isComputed(view: GridView, { bottom, spans }: TableHeader): boolean {
  const column = spans.get('target')?.left ?? 0;
  const cells = view.rows
    .filter((row) => row > bottom)
    .flatMap((row) => view.at(row, column).cell ?? []);
  return cells.length > 0 && cells.filter(({ formula }) => formula).length * 2 > cells.length;
}

/** The word by which a worksheet is seen to be another paper: in its title, or a heading of its table. */
export function otherPaper({ view, headers, cards }: Candidate): string | null {
  const [header] = headers;
  const top =
    header?.top ??
    Math.min(...(cards?.cards ?? []).flatMap(({ labels }) => labels.map(({ area }) => area.top)));
  const titles = [view.grid.name, ...titlesAbove(view, top)];
  const title = wordIn(titles, otherPapers.title, 40);
  if (title) return title;
  const rows =
    header && !cards
      ? view.rows.filter((row) => row >= header.top && row <= header.bottom)
      : view.rows;
  // What somebody wrote into a card is none of the form's words.
  const written = new Set(
    cards?.cards.flatMap(({ places }) => [...places.values()].map(({ text }) => text)),
  );
  const texts = textsIn(view, rows).filter((text) => !written.has(text));
  const words = wordsIn(texts, otherPapers.heading, 20);
  // One such column beside a target and its result in a paper of ours, 担当職員名 say, does not make it another.
  const weights = header?.weights ?? cards?.weights;
  const isSure = weights?.get('target') === 3 && (weights.get('result') ?? 0) > 1;
  const isOne = words.length === 1 && !otherPapers.decisive.test(words[0] ?? '');
  const isFair = isSure && isOne && [...titles, ...texts].some(isOurs);
  return isFair ? null : (words[0] ?? null);
}

/** What stands over the row of a form's first label, and is neither a label of a place to write nor a sentence. */
const titlesAbove = (view: GridView, top: number): string[] =>
  placesIn(view, view.rows.filter((row) => row < top).slice(0, titleRows))
    .filter((place) => !hasBox(view, place) && !sentence.test(place.text))
    .map(({ text }) => text);

/** Titles stand in the first rows, or are the tab's name. */
export const otherTitle = (view: GridView): string | null =>
  wordIn(
    [view.grid.name, ...titlesOf(view).filter((text) => !sentence.test(text))],
    otherPapers.title,
    40,
  );

/** A title is no sentence, nor a policy with its mark. */
const sentence = /[。、「」]|^[\s\u3000]*[①-⑳]/;

const titleRows = 4;

export const titlesOf = (view: GridView): string[] => textsIn(view, view.rows.slice(0, titleRows));

const textsIn = (view: GridView, rows: readonly number[]): string[] =>
  placesIn(view, rows).map(({ text }) => text);

const wordIn = (texts: readonly string[], word: RegExp, longest: number): string | null =>
  wordsIn(texts, word, longest)[0] ?? null;

/** The words that texts have, each once. */
const wordsIn = (texts: readonly string[], word: RegExp, longest: number): string[] => {
  const short = texts.filter((text) => text !== '' && text.length <= longest);
  return [...new Set(short.flatMap((text) => word.exec(plainWords(text))?.[0] ?? []))];
};

/**
 * Whether the title of a worksheet, or its tab, is about something, and neither they nor the form's
 * labels say anything of service: any paper with targets and results looks like ours, a list of sections
 * among them. Places for scenes or policies are ours whatever the title.
 */
export function isDoubtful({ views, form, fields, policies }: Places): boolean {
  if (policies.length > 0 || fields.has('scene')) return false;
  if ([...views.values()].some((view) => givenHeadings(view).size > 0)) return false;
  const labels = form.fingerprint.labels.map(({ text }) => text);
  const target = form.evidence?.find(({ field }) => field === 'target')?.label ?? '';
  const rows = form.fingerprint.labels.flatMap(
    ({ cell }) => parseAddress(splitCell(cell).cell)?.row ?? [],
  );
  // A title that reads like a heading may have become part of the header.
  const first = form.targets.kind === 'rows' ? form.targets.header.bottom : Math.min(...rows);
  const titles = [...views.values()]
    .flatMap((view) => [
      view.grid.name,
      ...placesIn(view, view.rows.filter((row) => row < first).slice(0, titleRows))
        .filter((place) => !hasBox(view, place))
        .map(({ text }) => text),
    ])
    .filter((text) => !unitName.test(text.trim()));
  return (
    ![...titles, ...labels].some(isOurs) &&
    [...titles, target].some((text) => subjectOf(text) !== '')
  );
}

/** A label of a place to write is no title. */
function hasBox(view: GridView, { area }: Place): boolean {
  const beside = view.at(area.top, area.right + 1);
  return (beside.cell?.look.edges ?? 0) > 0;
}

const unitName = /(?:課|係|室|部|所|センター|担当)$/;

const placesIn = (view: GridView, rows: readonly number[]): Place[] =>
  rows.flatMap((row) => view.columns(row).map((column) => view.at(row, column)));
