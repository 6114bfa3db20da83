import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { version } from 'node:process';
import { machine, table, targetTable } from './markdown.ts';
import { type Alone, pages, runsOfMany, type SheetResults, workbooks } from './sheet.ts';
import { peerNames } from './sheet-task.ts';
import type { Target } from './targets.ts';

/** The report in Markdown on filling the sheet's template. */
export function sheetReport(results: SheetResults, load: number): string {
  const sections = [
    '# Bench: the sheet',
    `${new Date().toISOString().slice(0, 10)}, ${machine()}, load ${load.toFixed(1)} at the start, ${versions()}. Made by \`npm run bench -- --only sheet\`.`,
    '## Figures to reach',
    targetTable(targetsOf(results)),
    '## Filling a ward’s template',
    table(
      ['by', 'ms a workbook', 'of the floor', 'the first ms', `${workbooks} s`, 'MB at most'],
      timeRows(results),
    ),
    '## What is kept of all that was not to change',
    table(
      ['template', 'by', 'parts the same', 'changed', 'lost', 'added', 'lost in the worksheet'],
      results.kept.map(({ template, by, kept }) => [
        template,
        by,
        ...[kept.same, kept.changed, kept.lost, kept.added].map(String),
        kept.elements.map((name) => `\`${name}\``).join(' '),
      ]),
    ),
    '## Files made to hurt',
    table(
      ['', 'answer', 'ms', 'MB at most'],
      Array.from(results.bombs, ([name, { answer, ms, peak }]) => [
        name,
        `\`${answer}\``,
        ms.toFixed(0),
        mega(peak),
      ]),
    ),
    '## How',
    how(results),
  ];
  return `${sections.join('\n\n')}\n`;
}

const mega = (bytes: number) => (bytes / 1e6).toFixed(0);

function targetsOf({ times, recognised, page, many, bombs, weight }: SheetResults): Target[] {
  const own = times.get('ours') ?? Number.NaN;
  const against = (
    title: string,
    peer: number | undefined,
    limit: number,
    value = own,
  ): Target => ({
    figure: 'a ward’s 17 sections with 51 targets and results',
    unit: 'ms',
    value,
    peer: { title, value: peer ?? Number.NaN },
    limit,
  });
  const within = (
    figure: string,
    unit: Target['unit'],
    limit: number,
    value = Number.NaN,
  ): Target => ({ figure, unit, limit, value });
  const worst = (of: (one: Alone) => number) => Math.max(...Array.from(bombs.values(), of));
  return [
    against('floor', times.get('floor'), 1.5),
    {
      ...against('floor', times.get('floor'), 1.5, times.get('ours, core/xlsx alone')),
      figure: 'of it core/xlsx alone: open, write, read back',
    },
    ...peerNames.map((name) => against(name, times.get(name), 1)),
    within(
      'recognising a ward’s form, the longer of two',
      'ms',
      15,
      Math.max(recognised.get('ward') ?? Number.NaN, recognised.get('published') ?? Number.NaN),
    ),
    within('recognising a 方眼紙 of 20,000 cells', 'ms', 80, recognised.get('graph paper')),
    within('filling a ward’s form in a page, the first that it fills', 'ms', 60, page.filled),
    within(
      `${workbooks} workbooks, the longest of ${runsOfMany} runs`,
      'ms',
      3_000,
      many.get('ours')?.ms,
    ),
    within(
      `${workbooks} workbooks, the most memory of these`,
      'MB',
      200,
      (many.get('ours')?.peak ?? 0) / 1e6,
    ),
    within(
      'files made to hurt, the longest',
      'ms',
      2_000,
      worst(({ ms }) => ms),
    ),
    within('files made to hurt, the most memory', 'MB', 150, worst(({ peak }) => peak) / 1e6),
    within(
      'core/xlsx and core/sheet to open, recognise, read and fill, gzip',
      'kB',
      28,
      weight.needed / 1e3,
    ),
    within('all of both that the page uses, gzip', 'kB', 28, weight.all / 1e3),
  ];
}

function timeRows({ times, first, many }: SheetResults): string[][] {
  const floor = times.get('floor') ?? Number.NaN;
  return Array.from(times, ([name, time]) => [
    name,
    time.toFixed(1),
    (time / floor).toFixed(2),
    first.get(name)?.ms.toFixed(0) ?? '',
    many.has(name) ? ((many.get(name)?.ms ?? 0) / 1e3).toFixed(1) : '',
    many.has(name) ? mega(many.get(name)?.peak ?? 0) : '',
  ]);
}

const versions = () =>
  [
    `Node ${version}`,
    ...[...peerNames, 'fflate'].map((name) => {
      const folder = name === 'fflate' ? '../../node_modules' : 'node_modules';
      const file = join(import.meta.dirname, folder, name, 'package.json');
      return `${name} ${JSON.parse(readFileSync(file, 'utf8')).version}`;
    }),
  ].join(', ');

const how = ({ turns, idle, page }: SheetResults) =>
  [
    `- Medians of ${turns} fillings after ten unmeasured ones, all in one process, each turn with texts of its own, the fillers taking turns in being the first. A file is in memory before and after.`,
    '- Ours is all that the product does: open and check, find the fields, plan texts and row heights, write, read back what was written and compare it. The others are told the cells, texts and heights; the floor (unzip, put the texts in between, zip, with fflate alone) writes no heights. That each has written the texts is looked at once.',
    `- In a page: the core built and minified as pages are, in Chromium, each time in a new page, the median of ${pages}. The file is open, which takes ${page.opened.toFixed(0)} ms the first time, and its form is recognised, which takes ${page.recognised.toFixed(0)} ms the first time; then it is planned, written and read back. Once a page has done so a few times, all together take ${page.warm.toFixed(0)} ms.`,
    '- Recognising: in Node, the median of as many turns, the workbook opened anew in each, no form kept. Of two wards’ forms of 17 sections the longer: as LibreOffice has written it, and as the published one is drawn. The 方眼紙 has 60 narrow columns and 14 cards.',
    `- First, ${workbooks} and memory: in a process of its own, TypeScript and modules loaded. Memory is the most that the process had in all; one that does nothing comes to ${mega(idle.peak)} MB.`,
    '- Kept: parts beside the worksheet written to, as they come out of the zip, byte for byte; and elements of that worksheet, its rows apart, of which fewer are there than before.',
    '- The weight: the functions that open a workbook, recognise its form, read a sheet from it, plan and write, with all that these need; and all that the sheet’s page and the visual pieces import from the two folders, with teaching, advice and the bringing together of drafts. Built and minified by Vite in one piece.',
  ].join('\n');
