import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { expect, test } from 'vitest';

// What comments and docs lead to is here: files, folders, faults, names. A reader has nothing but the repository.

const folders = 'core|ui|extension|office-addin|cli|locales|templates|scripts|lint|test|docs';

const everything = globSync([
  '*',
  '.github/**',
  ...folders.split('|').map((name) => `${name}/**`),
]).map((path) => path.replaceAll(sep, '/'));
const sources = everything.filter((path) => /\.(?:tsx?|css|grit|jsonc)$/.test(path));
// The changelog tells of what was; nobody looks for it.
const docs = everything.filter((path) => path.endsWith('.md') && path !== 'CHANGELOG.md');

interface Prose {
  readonly path: string;
  readonly text: string;
}

/** The comments of a source file, and the titles of its tests. */
function proseIn(path: string): Prose {
  const code = readFileSync(path, 'utf8');
  const found = code.matchAll(
    /\/\*[\s\S]*?\*\/|(?<![:'"`\w/])\/\/.*|(?:test|describe)\(\s*(?:'.*'|`.*`)/g,
  );
  return { path, text: [...found].map(([comment]) => comment.replace(/^\s*\*/gm, '')).join('\n') };
}

const comments = sources.map(proseIn);
const pages = docs.map((path) => ({ path, text: readFileSync(path, 'utf8') }));
const prose = [...comments, ...pages];

/** Every place that leads nowhere, as `file: what`. */
function dead(
  all: readonly Prose[],
  pattern: RegExp,
  leads: (name: string, from: string) => boolean,
): string[] {
  return all.flatMap(({ path, text }) =>
    [...text.matchAll(pattern)]
      .map(([whole, name = whole]) => name)
      .filter((name) => !leads(name, path))
      .map((name) => `${path}: ${name}`),
  );
}

test('a file that is named is here', () => {
  const ends = (name: string) => {
    const plain = name.replace(/^(?:\.{1,2}\/)+/, '');
    return everything.some((path) => path === plain || path.endsWith(`/${plain}`));
  };
  const files = /(?<![\w/.<>*}@-])(?:\.{1,2}\/)*[\w-]+(?:[./][\w-]+)*\.(?:md|tsx?|grit)(?![\w/-])/g;
  expect(dead(prose, files, ends)).toEqual([]);
});

test('a folder that is named is here', () => {
  // Those of docs and lint are files, looked for above; others' pages and rules begin so too.
  const ours = folders.replace('|lint', '').replace('|docs', '');
  const paths = new RegExp(`(?<![\\w/.@-])(?:${ours})(?:/[\\w-]+)+(?![\\w./*{<…-])`, 'g');
  expect(dead(prose, paths, existsSync)).toEqual([]);
});

test('a link leads to a file', () => {
  const links = /\]\((?!\w+:)([^)#]+)(?:#[^)]*)?\)/g;
  expect(dead(pages, links, (name, from) => existsSync(join(dirname(from), name)))).toEqual([]);
});

test('a test that is named in the table of faults is here', () => {
  const table = pages.filter(({ path }) => path === 'docs/faults.md');
  const tests = /`((?:browser|unit|excel|office)\/[\w/-]+)`/g;
  const here = (name: string) => existsSync(`test/${name}`) || existsSync(`test/${name}.test.ts`);
  expect(dead(table, tests, here)).toEqual([]);
});

test('a fault that is cited stands in the table of faults', () => {
  const table = readFileSync('docs/faults.md', 'utf8');
  const known = new Set([...table.matchAll(/^\| (\d+) /gm)].map(([, number]) => `F${number}`));
  expect(known.size).toBeGreaterThan(30);
  // `(F16)`, `F16: …`, `F34, F35 …`. An address of a cell stands in backticks, or follows its worksheet.
  const codes = /(?<=\(|, |(?:^|['`]|\/[/*]+) *)([DF]\d{1,2})(?=[),.:]| [a-z])/gm;
  expect(dead(prose, codes, (name) => known.has(name))).toEqual([]);
});

test('a document of the city or a ward that is cited stands in the glossary', () => {
  const glossary = readFileSync('docs/glossary.md', 'utf8');
  const clauses = /\b(0\d\d) §/g;
  expect(dead(prose, clauses, (name) => glossary.includes(`| ${name} |`))).toEqual([]);
});

test('what the glossary calls a word in code is its name there', () => {
  const glossary = pages.filter(({ path }) => path === 'docs/glossary.md');
  const code = sources
    .filter((path) => /^(?:core|extension)\/.*\.tsx?$/.test(path))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
  const words = new Set(code.match(/[\w./-]+/g));
  expect(dead(glossary, /(?<=^\|[^|]*\|[^|]*)`([^`|]+)`/gm, (name) => words.has(name))).toEqual([]);
});
