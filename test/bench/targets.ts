import type { PageName } from './pages.ts';
import { type Figures, figuresOf, type Results } from './results.ts';

export interface Target {
  readonly figure: string;
  readonly unit: 'ms' | 'kB' | 'MB';
  readonly value: number;
  /** What it is measured against; without, the limit is in the unit. */
  readonly peer?: { readonly title: string; readonly value: number };
  /** The most that value ÷ peer, or the value, may be. */
  readonly limit: number;
}

export const isMet = ({ value, peer, limit }: Target): boolean =>
  (peer ? value / peer.value : value) <= limit;

/** The figures that the review page has to reach, as measured; only those whose pages were measured. */
export function targetsOf(results: Results): Target[] {
  const of = (name: PageName, count: number, slowdown: number) =>
    figuresOf(results, { name, count, slowdown });
  const increase = (name: PageName, slowdown: number, kind: 'interactive' | 'heap') => {
    const [few, many] = [of(name, 40, slowdown), of(name, 400, slowdown)];
    return few && many && many[kind] - few[kind];
  };
  const interactive = (slowdown: number): Target[] => {
    const figure = `interactive, 40 items, ${slowdown}×`;
    const value = of('ours', 40, slowdown)?.interactive;
    return [
      against('Preact floor', of('preact', 40, slowdown)?.interactive, 1.2),
      against('SurveyJS', of('surveyjs', 40, slowdown)?.interactive, 0.3),
    ].flatMap((compare) => compare(figure, 'ms', value));
  };
  const growth = (slowdown: number): Target[] =>
    against('Preact floor', increase('preact', slowdown, 'interactive'), 1)(
      `interactive, 400 items instead of 40, ${slowdown}×: the increase`,
      'ms',
      increase('ours', slowdown, 'interactive'),
    );
  const { weight, parts } = results.shipped ?? {};
  const start = weight?.start;
  const all = weight && weight.start + weight.later;
  const own = parts && parts.start.own + parts.later.own;
  const usual: Figures | undefined = of('ours', 40, 1);
  return [
    ...[1, 4].flatMap(interactive),
    ...within(70)('scripts at the start, with catalog and wording, gzip', 'kB', start),
    ...within(70)('scripts until every item is answered, gzip', 'kB', all),
    ...within(25)('of these our own code', 'kB', own),
    ...within(3)('heap, 40 items', 'MB', usual?.heap),
    ...[1, 4].flatMap(growth),
    ...against('Preact floor', increase('preact', 1, 'heap'), 1)(
      'heap, 400 items instead of 40: the increase',
      'MB',
      increase('ours', 1, 'heap'),
    ),
    ...within(50)('click to updated DOM, p95, 4×', 'ms', of('ours', 40, 4)?.shown.p95),
    ...within(50)('click to saved on disk, p95, 1×', 'ms', usual?.saved?.p95),
    ...against('with one', of('ours-1-year', 40, 1)?.interactive, 1.1)(
      'interactive, ten earlier reviews × 60 items in the store, 1×',
      'ms',
      of('ours-10-years', 40, 1)?.interactive,
    ),
  ];
}

type Make = (figure: string, unit: Target['unit'], value: number | undefined) => Target[];

const scale = { ms: 1, kB: 1e3, MB: 1e6 } as const;

const within =
  (limit: number): Make =>
  (figure, unit, value) =>
    value === undefined ? [] : [{ figure, unit, value: value / scale[unit], limit }];

const against =
  (title: string, peer: number | undefined, limit: number): Make =>
  (figure, unit, value) =>
    peer === undefined
      ? []
      : within(limit)(figure, unit, value).map((target) => ({
          ...target,
          peer: { title, value: peer / scale[unit] },
        }));
