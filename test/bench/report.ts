import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { machine, table, targetTable } from './markdown.ts';
import { type PageName, pages } from './pages.ts';
import { type Figures, figuresOf, type Results } from './results.ts';
import { targetsOf } from './targets.ts';
import { kinds } from './weight.ts';

/** The whole report in Markdown: the targets, every page's figures, what ours is made of, how it was measured. */
export function report(results: Results): string {
  const sections = [
    '# Bench: the review page',
    `${new Date().toISOString().slice(0, 10)}, ${machine()}, load ${results.load.toFixed(1)} at the start, ${versions(results)}. Made by \`npm run bench\`.`,
    '## Figures to reach',
    targetTable(targetsOf(results)),
    '## Every page',
    table(
      [
        'page',
        'items',
        'scripts kB at the start',
        'later',
        'styles kB',
        'heap MB',
        'interactive ms, 1×',
        '4×',
        'click to DOM p50/p95 ms, 1×',
        '4×',
        'click to disk p50/p95 ms, 1×',
        '4×',
      ],
      (Object.keys(pages) as PageName[]).flatMap((name) => pageRows(results, name)),
    ),
    ...parts(results),
    '## How',
    how(results),
  ];
  return `${sections.join('\n\n')}\n`;
}

function pageRows(results: Results, name: PageName): string[][] {
  return [40, 400].flatMap((count) => {
    const usual = figuresOf(results, { name, count, slowdown: 1 });
    if (!usual) return [];
    const slow = figuresOf(results, { name, count, slowdown: 4 });
    const weight = results.weights.get(name)?.get(count);
    const times = (figure: (figures: Figures) => string) =>
      [usual, slow].map((figures) => (figures ? figure(figures) : ''));
    return [
      [
        pages[name].title,
        String(count),
        weight ? kilo(weight.start) : '',
        weight?.later ? kilo(weight.later) : '',
        weight ? kilo(weight.styles) : '',
        (usual.heap / 1e6).toFixed(2),
        ...times(({ interactive }) => interactive.toFixed(0)),
        // With 400 items only the first is clicked: no percentiles of that.
        ...times(({ shown }) => (count === 40 ? spread(shown) : '')),
        ...times(({ saved }) => (count === 40 && saved ? spread(saved) : '')),
      ],
    ];
  });
}

const spread = ({ p50, p95 }: Figures['shown']) => `${p50.toFixed(1)} / ${p95.toFixed(1)}`;

const kilo = (bytes: number) => (bytes / 1000).toFixed(1);

function parts({ shipped }: Results): string[] {
  if (!shipped) return [];
  const { count, weight } = shipped;
  const row = (when: 'start' | 'later', name: string) => [
    name,
    ...kinds.map((kind) => kilo(shipped.parts[when][kind])),
    kilo(weight[when]),
  ];
  return [
    '## What the shipped review page loads',
    `With its ${count} standards; styles ${kilo(weight.styles)} kB.`,
    table(
      ['scripts, kB gzip', ...kinds, 'in all'],
      [row('start', 'at the start'), row('later', 'from the first answer on')],
    ),
  ];
}

/** Of the libraries compared, as they are installed. */
function versions({ chromium }: Results): string {
  const packages = [
    ['survey-js-ui', 'bench/node_modules'],
    ['survey-react-ui', 'bench/peers/surveyjs-react/node_modules'],
    ['@rjsf/core', 'bench/node_modules'],
    ['react', 'bench/node_modules'],
    ['preact', '../node_modules'],
    ['dexie', '../node_modules'],
  ] as const;
  const named = packages.map(([name, folder]) => {
    const file = join(import.meta.dirname, '..', folder, name, 'package.json');
    return `${name} ${JSON.parse(readFileSync(file, 'utf8')).version}`;
  });
  return [`Chromium ${chromium}`, ...named].join(', ');
}

const how = ({ runs }: Results) =>
  [
    `- Medians of ${runs} runs, the pages taking turns; percentiles over all clicks of all runs. Each visit has a browser and a profile of its own, on disk, and follows an unmeasured visit to the same page. Files come from this machine, unzipped and uncached, as an extension's do.`,
    '- Interactive: from the start of the navigation until all items with their radios are in the DOM and painted, the first radio has been clicked, the page itself (not only the radio) shows the answer, and that is painted too.',
    '- Click to DOM: from the click to the page showing the answer, over all 40 items, each brought into view first. Click to disk: to the item being said to be saved, which the page says after a commit with strict durability.',
    '- Heap: live JavaScript objects after a garbage collection, once the first answer is given. 4×: the processor slowed down by DevTools.',
    '- All pages show the same items: text, guidance, five radios, a way to clear, a note on demand. Only ours stores anything; it is the extension itself with its catalog cut to 40 or repeated to 400 items. Peers carry just the texts they show. The two floors use `content-visibility` as ours does.',
    '- The increase is the difference, not the quotient: a page that costs more to begin with gains nothing by it.',
    "- SurveyJS 3 has no survey-js-ui in the registry that was used; it is shown with its React renderer, the targets compare with survey-js-ui's latest there.",
    "- The parts of our scripts are estimated: each kind's code, minified and zipped by itself, gives its share of the sum.",
  ].join('\n');
