import { inSheet, type Location, type Problem, type Result, whole } from '../../result.ts';
import type { Grid } from '../../xlsx/grid.ts';
import { sheetProblem } from '../model/sheet-problem.ts';
import { anchored } from './anchors.ts';
import {
  type Candidate,
  candidateIn,
  hasTargets,
  isDoubtful,
  otherPaper,
  otherTitle,
  titlesOf,
} from './candidates.ts';
import { formOfAbreast } from './form-of-abreast.ts';
import { formOfAcross } from './form-of-across.ts';
import { formOfCards } from './form-of-cards.ts';
import { formOfPair, type Table } from './form-of-pairs.ts';
import { formOfTables } from './form-of-tables.ts';
import type { FormOptions, Made } from './form-parts.ts';
import { namePrefix } from './given.ts';
import { type GridView, viewOf } from './grid-view.ts';
import { placeForm } from './place.ts';
import { isExample } from './place-worksheets.ts';
import type { PlaceOptions, Places } from './places.ts';
import { fiscalYearsIn, fiscalYearTitle } from './title.ts';

/** What was made of a workbook: its form and places; or the readings between which one press decides. */
export type Recognition =
  | { readonly kind: 'sure'; readonly places: Places }
  | {
      readonly kind: 'unsure';
      readonly problems: readonly Problem[];
      /** Each of them could be meant; none where it has to be taught. */
      readonly readings: readonly Places[];
    };

export interface RecognizeOptions extends PlaceOptions, FormOptions {
  /** The one worksheet to look at. */
  readonly worksheet?: string | undefined;
}

/**
 * Finds where a workbook has what a sheet tells: by the names of our own templates
 * (`furikaeri_target`, `furikaeri_result`, … at the headings; `furikaeri_policies`, `_section_name`,
 * `_year` and `_ward` at the cells themselves), else by how it is drawn and by its words. Several
 * worksheets are one form where each is for sections, or for a target, of its own.
 * Problems: `no-table` where nothing looks like a form of targets and results, `other-paper` (param
 * `word`) for what looks alike; `column-unclear` (`field`), `several-sheets` (`sheets`),
 * `sheet-not-found`, `broken-name` (`name`), and those of `placeForm`. Where each of several worksheets
 * is of a 年度 of its own and none is asked for, the readings are those of each year, titled by it.
 */
export function recognize(grids: readonly Grid[], options: RecognizeOptions = {}): Recognition {
  const found = recognizeOnce(grids, options);
  const isOpen = found.kind === 'unsure' && found.problems[0]?.code === 'several-sheets';
  if (!isOpen || typeof options.fiscalYear === 'number') return found;
  const ofYears = readingsByYear(grids, options);
  return ofYears.length > 0 ? { ...found, readings: ofYears } : found;
}

/** The latest year first. */
function readingsByYear(grids: readonly Grid[], options: RecognizeOptions): readonly Places[] {
  const views = grids.filter(({ hidden }) => !hidden).map(viewOf);
  const years = views.flatMap((view) => [view.grid.name, ...titlesOf(view)].flatMap(fiscalYearsIn));
  const readings = [...new Set(years)]
    .sort((one, other) => other - one)
    .flatMap((fiscalYear): Places[] => {
      const found = recognizeOnce(grids, { ...options, fiscalYear });
      if (found.kind !== 'sure') return [];
      const form = { ...found.places.form, title: fiscalYearTitle(fiscalYear) };
      return [{ ...found.places, form }];
    });
  // One of them alone would leave the others out.
  return readings.length > 1 ? readings : [];
}

function recognizeOnce(grids: readonly Grid[], options: RecognizeOptions): Recognition {
  const broken = grids
    .flatMap(({ names }) => names)
    .find(({ name, area }) => !area && name.toLowerCase().startsWith(namePrefix));
  if (broken) return unsure('broken-name', { name: broken.name });
  const { worksheet, fiscalYear = null } = options;
  const offered = grids.filter((grid) =>
    worksheet === undefined ? !grid.hidden : grid.name === worksheet,
  );
  if (worksheet !== undefined && offered.length === 0) {
    return unsure('sheet-not-found', {}, inSheet(worksheet));
  }
  const views = offered.map(viewOf);
  const all = ofYear(
    views.map((view) => candidateIn(view, fiscalYear)),
    fiscalYear,
  );
  const able = all.filter(hasTargets);
  const meant = able.filter(({ view }) => !isExample(view.grid) && !hasPlaceholder(view));
  const candidates = meant.length > 0 ? meant : able;
  if (candidates.length === 0) return notFound(views);
  const word = candidates.map(otherPaper).find((each) => each !== null);
  if (word) return unsure('other-paper', { word });

  const [table, ...tables] = candidates.filter(({ headers }) => headers.length > 0);
  const [slip, ...slips] = candidates.filter(({ headers }) => headers.length === 0);
  if (table && slip) {
    const sheets = candidates.map(({ view }) => view.grid.name).join('、');
    return unsure('several-sheets', { sheets });
  }
  const plans = (table ? [table, ...tables] : []).flatMap((candidate) =>
    candidate.headers.map((header): Table => ({ candidate, header })),
  );
  const reports = all
    .filter(({ view }) => !isExample(view.grid))
    .flatMap((candidate) => candidate.reports.map((header): Table => ({ candidate, header })));
  const made =
    sideBySide(plans, offered, options) ??
    pairIn(plans, reports, offered, options) ??
    (table
      ? formOfTables([table, ...tables], offered, options)
      : slip
        ? formOfCards([slip, ...slips], offered, options)
        : null);
  const placed = made?.forms.map((form) => placeForm(form, grids, options)) ?? [];
  const readings = placed.flatMap((each) => (each.ok ? [withAnchors(each.value)] : []));
  if (made?.problem) return { kind: 'unsure', problems: [made.problem], readings };
  const [only] = placed;
  if (!only) return unsure('no-table');
  if (only.ok && isDoubtful(only.value)) {
    const [sheet = ''] = only.value.views.keys();
    const problem = sheetProblem('column-unclear', sheet, null, { field: 'target' });
    return { kind: 'unsure', problems: [problem], readings };
  }
  return only.ok
    ? { kind: 'sure', places: withAnchors(only.value) }
    : { kind: 'unsure', problems: only.problems, readings: [] };
}

/** Where each worksheet is of a 年度 of its own, those of the one that is asked for. */
function ofYear(all: readonly Candidate[], asked: number | null): readonly Candidate[] {
  const yearOf = ({ view }: Candidate) => {
    const [year, other] = new Set([view.grid.name, ...titlesOf(view)].flatMap(fiscalYearsIn));
    return other === undefined ? (year ?? null) : null;
  };
  const years = all.filter(hasTargets).map(yearOf);
  const isEach = years.every((year) => year !== null) && new Set(years).size > 1;
  if (!isEach || asked === null || !years.includes(asked)) return all;
  return all.filter((candidate) => yearOf(candidate) === asked);
}

/** A worksheet of ○○課 shows how to fill one in. */
const hasPlaceholder = (view: GridView): boolean =>
  titlesOf(view).some((text) => /^[\s\u3000]*[○〇◯△□]{2,3}(?:部|課|係|室)/.test(text));

const withAnchors = (places: Places): Places => ({ ...places, form: anchored(places) });

const unsure = (
  code: Problem['code'],
  params: Problem['params'] = {},
  at: Location = whole,
): Recognition => ({ kind: 'unsure', problems: [{ code, at, params }], readings: [] });

function notFound(views: readonly GridView[]): Recognition {
  const word = views.map(otherTitle).find((each) => each !== null);
  return word ? unsure('other-paper', { word }) : unsure('no-table');
}

/** Targets side by side in a section's row, or tables beside each other. */
function sideBySide(
  plans: readonly Table[],
  offered: readonly Grid[],
  options: RecognizeOptions,
): Made | null {
  const [first, second] = plans;
  if (!first) return null;
  const { header, candidate } = first;
  if (header.across.length === 0 && !header.isAbreast) return null;
  const isAlone = plans.every((plan) => plan.candidate === candidate);
  const made = !isAlone
    ? null
    : header.isAbreast
      ? formOfAbreast(candidate, offered, options)
      : second
        ? null
        : formOfAcross(first, offered, options);
  const sheet = candidate.view.grid.name;
  return (
    made ?? { forms: [], problem: sheetProblem('column-unclear', sheet, null, { field: 'target' }) }
  );
}

/** A table of targets without a place for results, and the one that reports on them. */
function pairIn(
  plans: readonly Table[],
  reports: readonly Table[],
  offered: readonly Grid[],
  options: RecognizeOptions,
): Made | null {
  const [plan, otherPlan] = plans;
  const [report, otherReport] = reports;
  if (!plan || otherPlan || !report || otherReport) return null;
  const { spans } = plan.header;
  if (spans.has('result') || spans.has('section') !== report.header.spans.has('section'))
    return null;
  return formOfPair(plan, report, offered, options);
}

/** A workbook's places where its form is sure, else the problems. */
export function located(grids: readonly Grid[], options: RecognizeOptions = {}): Result<Places> {
  const found = recognize(grids, options);
  return found.kind === 'sure'
    ? { ok: true, value: found.places }
    : { ok: false, problems: found.problems };
}
