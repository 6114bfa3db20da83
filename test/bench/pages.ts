import { buildOurs, buildPeer } from './build.ts';
import { profileOf } from './prepare.ts';
import type { Probe } from './probe.ts';

/** A page that is measured. */
export interface Page extends Omit<Probe, 'count'> {
  readonly title: string;
  /** Below the served folder. */
  readonly path: string;
  /** Builds it with so many items; answers with the folder to serve. */
  build(count: number): Promise<string>;
  /** A browser profile to visit it with, its data in place. */
  profile?(url: string): Promise<string>;
  /** In which sizes it is measured, and at which slowdowns of the processor each. */
  readonly sizes: Readonly<Record<number, readonly number[]>>;
}

const everything = { 40: [1, 4], 400: [1, 4] };
// With 400 items under the slowdown these take minutes a visit, and no target asks for it.
const heavy = { 40: [1, 4], 400: [1] };

const ours = (title: string, years: number, sizes: Page['sizes']): Page => ({
  title,
  path: 'review.html#/all',
  item: '[data-item]',
  answered: '[data-act=clear]',
  saved: '.f-saved',
  build: buildOurs,
  profile: (url) => profileOf(url, years),
  sizes,
});

const peer = (
  name: string,
  title: string,
  { item, answered }: { item: string; answered: string },
  sizes: Page['sizes'],
): Page => ({
  title,
  path: 'index.html',
  item,
  answered,
  build: (count) => buildPeer(name, count),
  sizes,
});

const floor = { item: 'fieldset', answered: '.clear:not([hidden])' };
const survey = { item: '.sd-question', answered: '.sd-item--checked' };

export const pages = {
  ours: ours('ふりかえり', 0, everything),
  'ours-1-year': ours('ふりかえり, 1 earlier review', 1, { 40: [1] }),
  'ours-10-years': ours('ふりかえり, 10 earlier reviews', 10, { 40: [1] }),
  plain: peer('plain', 'no framework', floor, everything),
  preact: peer('preact', 'Preact floor', floor, everything),
  surveyjs: peer('surveyjs', 'SurveyJS', survey, heavy),
  'surveyjs-react': peer('surveyjs-react', 'SurveyJS 3 on React', survey, heavy),
  rjsf: peer(
    'rjsf',
    'react-jsonschema-form',
    { item: 'fieldset fieldset', answered: '.clear' },
    heavy,
  ),
} as const satisfies Record<string, Page>;

export type PageName = keyof typeof pages;
