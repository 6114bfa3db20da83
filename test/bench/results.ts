import type { Measured } from './measure.ts';
import type { PageName } from './pages.ts';
import { median, percentile } from './statistics.ts';
import type { Kind, Weight } from './weight.ts';

/** A page in one size, at one slowdown of the processor. */
export interface Case {
  readonly name: PageName;
  readonly count: number;
  readonly slowdown: number;
}

export const caseKey = ({ name, count, slowdown }: Case): string =>
  `${name}, ${count} items, ${slowdown}×`;

/** The review page of the extension as it is shipped, every item answered. */
export interface Shipped {
  /** Items in its catalog. */
  readonly count: number;
  readonly weight: Weight;
  /** What the scripts are made of, in bytes after gzip. */
  readonly parts: Readonly<Record<'start' | 'later', Readonly<Record<Kind, number>>>>;
}

export interface Results {
  readonly runs: number;
  /** How many processes wanted to run when the bench began (`uptime`); 0 where the system doesn't tell. */
  readonly load: number;
  /** The browser's version. */
  readonly chromium: string;
  /** By `caseKey`. */
  readonly samples: ReadonlyMap<string, readonly Measured[]>;
  /** By page and number of items. */
  readonly weights: ReadonlyMap<PageName, ReadonlyMap<number, Weight>>;
  /** Null when it was not measured. */
  readonly shipped: Shipped | null;
}

/** What the runs of a case come to: milliseconds and bytes. */
export interface Figures {
  readonly interactive: number;
  readonly heap: number;
  readonly shown: { readonly p50: number; readonly p95: number };
  /** Null where the page saves nothing. */
  readonly saved: { readonly p50: number; readonly p95: number } | null;
}

/** The medians over the runs, and the percentiles over all clicks of all runs; undefined if never measured. */
export function figuresOf({ samples }: Results, one: Case): Figures | undefined {
  const measured = samples.get(caseKey(one));
  if (!measured?.length) return undefined;
  const clicks = measured.flatMap((sample) => sample.clicks);
  const saved = clicks.flatMap((click) => click.saved ?? []);
  return {
    interactive: median(measured.map((sample) => sample.interactive)),
    heap: median(measured.map((sample) => sample.heap)),
    shown: spread(clicks.map((click) => click.shown)),
    saved: saved.length ? spread(saved) : null,
  };
}

const spread = (values: readonly number[]) => ({
  p50: percentile(values, 0.5),
  p95: percentile(values, 0.95),
});
