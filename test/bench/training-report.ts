import { machine, table, targetTable } from './markdown.ts';
import type { Target } from './targets.ts';
import type { TrainingResults } from './training.ts';

/** The report on the trainer's page in Markdown. */
export function trainingReport(results: TrainingResults, load: number): string {
  const sections = [
    '# Bench: the trainer’s slides',
    `${new Date().toISOString().slice(0, 10)}, ${machine()}, load ${load.toFixed(1)} at the start, Chromium ${results.chromium}. Made by \`npm run bench -- --only training\`.`,
    '## Figures to reach',
    targetTable(targets(results)),
    '## A session',
    table(
      ['processor', 'first slide ms', 'next slide p50/p95 ms'],
      [...results.first].map(([slowdown, first]) => [
        `${slowdown}×`,
        first.toFixed(0),
        spread(results.moves.get(slowdown)),
      ]),
    ),
    '## How',
    how(results),
  ];
  return `${sections.join('\n\n')}\n`;
}

const spread = (times: { p50: number; p95: number } | undefined): string =>
  times ? `${times.p50.toFixed(1)} / ${times.p95.toFixed(1)}` : '';

function targets({ first, moves, slides, weight }: TrainingResults): Target[] {
  const of = (figure: string, unit: Target['unit'], value: number | undefined, limit: number) =>
    value === undefined ? [] : [{ figure, unit, value, limit }];
  return [
    ...of('first slide after the click, 4×', 'ms', first.get(4), 1000),
    ...of(`next slide, p95, ${slides} slides, 1×`, 'ms', moves.get(1)?.p95, 50),
    ...of('scripts of the page and its slides, gzip', 'kB', weight / 1e3, 130),
  ];
}

const how = ({ turns, slides }: TrainingResults): string =>
  [
    `- ${turns} sessions each, in a browser and profile of their own: the list of courses, a click on 始める of the course of everything (${slides} slides), and the key for the next slide until the last, each slide looked at for a quarter of a second.`,
    '- First slide: from the click until it is painted, the median. Next slide: from the key until the slide is painted, over all slides of all sessions; presses that uncover a slide’s second half are not counted.',
    '- 4×: the processor slowed down by DevTools. The weight is that of the extension as shipped: every script that was loaded up to the last slide, gzipped.',
  ].join('\n');
