import { machine, targetTable } from './markdown.ts';
import type { PaneResults } from './pane.ts';
import { median, percentile } from './statistics.ts';
import type { Target } from './targets.ts';

/** `docs/bench-pane.md` */
export function paneReport(results: PaneResults, load: number): string {
  const { runs, slowdown, start, later, usable, whole, keys } = results;
  const kilobytes = (bytes: number) => bytes / 1000;
  const targets: readonly Target[] = [
    { figure: 'JavaScript at the start, gzip', unit: 'kB', value: kilobytes(start), limit: 60 },
    {
      figure: `our script until usable, ${slowdown} × slower, median`,
      unit: 'ms',
      value: median(usable),
      limit: 500,
    },
    {
      figure: 'a key to its letter, 95 %',
      unit: 'ms',
      value: percentile(keys, 0.95),
      limit: 100,
    },
  ];
  return `# The Excel pane, measured

By \`npm run bench -- --only pane\`: Microsoft's Excel client on the fake host, a ward's sheet of 17 sections and 51 targets, ${runs} visits, ${keys.length} keys, these at full speed. Chromium on ${machine()}; the machine's load when it began was ${load.toFixed(1)}.

${targetTable(targets)}

Usable: the section can be chosen, the worksheet has been read by then. What is counted is the time in our own script; in all, with Microsoft's client, the fake host in the test's own process, and the processor ${slowdown} times slower, it took ${median(whole).toFixed(0)} ms. English, the template and files bring ${kilobytes(later).toFixed(1)} kB more, when they are asked for. Round trips are counted by the tests: three to fill a worksheet, of 17 sections or of 100.
`;
}
