import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { argv, cwd, env, exit, stdout } from 'node:process';
import { findProgram } from './browsers.ts';
import { type Job, tortured } from './torture-book.ts';

// `npm run torture -- DIR [--quick]`: writes hostile texts into every workbook of a folder, and has independent
// readers compare. The method and the last figures are in docs/torture.md.

const [folder] = argv.slice(2).filter((word) => !word.startsWith('-'));
if (!folder) {
  stdout.write('npm run torture -- DIR [--quick]\n');
  exit(2);
}
const root = resolve(env.INIT_CWD ?? cwd(), folder);
const files = globSync('**/*.{xlsx,xlsm,XLSX,XLSM}', { cwd: root }).sort();
const work = mkdtempSync(join(tmpdir(), 'furikaeri-torture-'));
const tally = new Map<string, string[]>();
const note = (what: string, file: string) => tally.set(what, [...(tally.get(what) ?? []), file]);

const jobs: Job[] = [];
let longest = { ms: 0, file: '' };
for (const [index, file] of files.entries()) {
  const begin = performance.now();
  const outcome = tortured(new Uint8Array(readFileSync(join(root, file))), index);
  const ms = performance.now() - begin;
  if (ms > longest.ms) longest = { ms, file };
  note(outcome.what, file);
  if (!outcome.written) continue;
  const after = join(work, `${index}.xlsx`);
  writeFileSync(after, outcome.written.bytes);
  jobs.push({ ...outcome.written.job, file, before: join(root, file), after });
}
const cells = jobs.reduce((sum, { texts }) => sum + texts.length, 0);
stdout.write(`${files.length} workbooks, ${jobs.length} written, ${cells} texts\n`);

/** Those whose workbooks before were read: what a program makes nothing of tells nothing. */
let readable: readonly Job[] = jobs;
const python = findPython();
if (python === null) note('not compared: python3 with openpyxl is missing', '');
else readable = compare('openpyxl', jobs);

const soffice = findProgram('soffice');
if (soffice === null) note('not compared: LibreOffice is missing', '');
else if (argv.includes('--quick'))
  note('not compared: LibreOffice, which takes a second a file', '');
else if (python !== null) compare('LibreOffice', convertAll(soffice));
rmSync(work, { recursive: true });

stdout.write(`the longest: ${longest.ms.toFixed(0)} ms, ${longest.file}\n`);
for (const [what, found] of [...tally].sort(([, a], [, b]) => b.length - a.length)) {
  stdout.write(`${String(found.length).padStart(6)}  ${what}\n`);
  if (/^(?:WRONG|THROWN)/.test(what)) {
    for (const file of found.slice(0, 20)) stdout.write(`          ${file}\n`);
  }
}
exit([...tally.keys()].some((what) => /^(?:WRONG|THROWN)/.test(what)) ? 1 : 0);

/** Debian's own has openpyxl; another one on the path may lack it. */
function findPython(): string | null {
  const works = (path: string) => spawnSync(path, ['-c', 'import openpyxl']).status === 0;
  return ['/usr/bin/python3', 'python3'].find(works) ?? null;
}

/** Has openpyxl look at what was written; of LibreOffice's copies, at the texts alone. Answers with those that it could compare. */
function compare(by: string, list: readonly Job[]): Job[] {
  const todo = join(work, 'jobs.json');
  writeFileSync(todo, JSON.stringify(list));
  const script = join(import.meta.dirname, 'torture-check.py');
  const { stdout: said, stderr } = spawnSync(python ?? '', [script, todo, by], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const lines = said.split('\n').filter(Boolean);
  if (lines.length !== list.length) throw new Error(stderr);
  const told: { readonly file: string; readonly what: string }[] = lines.map((line) =>
    JSON.parse(line),
  );
  for (const { file, what } of told) {
    note(`${what.startsWith('WRONG') ? 'WRONG ' : ''}${by}: ${what.replace(/^WRONG /, '')}`, file);
  }
  return list.filter((_, index) => !/cannot read/.test(told[index]?.what ?? ''));
}

/** LibreOffice's copies of what was written. One that it makes nothing of is told apart by whether it opens the one before. */
function convertAll(program: string): Job[] {
  const out = join(work, 'copies');
  mkdirSync(out);
  let turn = 0;
  /** With a profile of its own each time, and through `timeout`, which ends what LibreOffice has started too. */
  const convert = (paths: readonly string[], to: string) =>
    spawnSync('timeout', [
      ...['-k', '5', String(20 + 5 * paths.length), program],
      `-env:UserInstallation=file://${work}/profile-${turn++}`,
      ...['--headless', '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', to],
      ...paths,
    ]);
  const there = (path: string) => globSync(path).length > 0;
  const copyOf = ({ after }: Job) => join(out, relative(work, after));
  for (let at = 0; at < readable.length; at += 25) {
    const some = readable.slice(at, at + 25);
    convert(
      some.map(({ after }) => after),
      out,
    );
    for (const job of some) if (!there(copyOf(job))) convert([job.after], out);
  }
  return readable.flatMap((job) => {
    if (there(copyOf(job))) return { ...job, after: copyOf(job) };
    const old = join(work, 'before');
    const path = join(old, relative(work, job.after));
    mkdirSync(old, { recursive: true });
    writeFileSync(path, readFileSync(job.before));
    convert([path], join(old, 'copies'));
    const opens = there(join(old, 'copies', relative(work, job.after)));
    note(
      opens
        ? 'WRONG LibreOffice: does not open what was written'
        : 'LibreOffice: opens not even the one before',
      job.file,
    );
    return [];
  });
}
