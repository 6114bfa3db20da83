import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fileCodes } from '../../../cli/problems.ts';
import { statuses } from '../../../core/catalog/catalog.ts';
import { rowTables } from '../../../core/formats/backup-rows.ts';
import { problemCodes } from '../../../core/result.ts';
import { outcomes, ratings, roles } from '../../../core/review/review.ts';
import { adviceCodes } from '../../../core/sheet/coach/advice.ts';
import { findingCodes } from '../../../core/sheet/fill/findings.ts';
import { evidenceKinds, formOrigins } from '../../../core/sheet/form/form.ts';
import { achievements, costs, standardLinks } from '../../../core/sheet/model/sheet.ts';
import { nextActs } from '../../../core/sheet/session/next-act.ts';
import { marks } from '../../../core/training/visit-sheet.ts';
import { keyActs } from '../../../extension/training/keys.ts';
import en from '../../../locales/en.json' with { type: 'json' };
import ja from '../../../locales/ja.json' with { type: 'json' };
import { placePattern } from '../../../locales/t.ts';
import { hostCauses } from '../../../office-addin/excel/host-error.ts';
import { firstPages, wordsOf } from '../../../scripts/page-part.ts';

const words: Record<string, Record<string, string>> = { ja, en };
const keys = Object.keys(ja);

/** What a place in a file may be called; other names are shown as they are written. */
const fileKeys = (
  'format savedAt user settings reviews sheets courses tallies visits forms place date observer marks good toImprove advice checksum id label name revision fiscalYear state completedAt catalog ' +
  'unit role answers goals rating note seq at text standard standards outcome outcomeNote encrypted ' +
  'title minutes steps kind ref notes heading basis status edition heldAt items counts' +
  ' ward policies sections section division targets no noScene scene target measures midResult result' +
  ' philosophies policy organizationGoal cost achievement countermeasure nominate' +
  ' becomesStandard'
).split(' ');

/** Keys that are put together where they are used: the part before the code, the part after it, and every code. */
const built: readonly (readonly [before: string, after: string, codes: readonly string[]])[] = [
  ['problem.', '', problemCodes],
  ['coach.', '', adviceCodes],
  ['cli.', '', fileCodes],
  ['cli.act-', '', ['choose-sheet', 'replace', 'wrap']],
  ['rating.', '', ratings],
  ['role.', '', roles],
  ['outcome.', '', outcomes],
  ['status.', '', statuses],
  ['unit.', '', ['ward', 'division', 'section']],
  ['unit.', 'Example', ['ward', 'division', 'section']],
  ['reminder.', '', ['before', 'open', 'after']],
  ['fileKind.', '', ['review', 'backup', 'catalog', 'sheet', 'course', 'tally', 'visit', 'form']],
  ['row.', '', rowTables],
  ['row.kind-', '', rowTables],
  ['row.count-', '', rowTables],
  ['place.', '', fileKeys],
  ['restore.', '', ['add', 'change', 'leave']],
  ['restore.', 'List', ['add', 'change', 'leave']],
  ['restore.', '-review', ['open', 'completed']],
  ['restore.owner-', '', ['new', 'other']],
  ['history.', '', ['open', 'completed']],
  ['keys.', '', ['digits', 'j', 'k', 'n', 'u']],
  [
    'it.state-',
    '',
    ['opening', 'blocked', 'ready', 'newer', 'unreadable', 'damaged', 'superseded'],
  ],
  ['trouble.', '', ['blocked', 'superseded']],
  ['trouble.', 'Help', ['blocked', 'superseded']],
  ['keyAct.', '', keyActs],
  ['mark.', '', marks],
  ['head.', '', [...ratings, ...marks]],
  ['paper.', '', ['handout', 'checklist', 'poster', 'duties', 'contractor']],
  ['paper.', 'What', ['handout', 'checklist', 'poster', 'duties', 'contractor']],
  ['slides.', '', ['light', 'dark', 'contrast']],
  ['visit.', '', ['place', 'date', 'observer', 'good', 'toImprove', 'advice']],
  ['sheet.blank-', '', ['section', 'ward']],
  ['sheet.blankName-', '', ['section', 'ward']],
  ['sheet.notWritten-', '', ['refused', 'changed', 'differs']],
  ['sheet.left-', '', ['changed', 'gone']],
  ['sheet.leftHelp-', '', ['changed', 'gone']],
  ['sheet.', 'Help', ['nominate', 'becomesStandard']],
  ['sheet.', '', ['up', 'down']],
  ['sheet.', 'Of', ['up', 'down']],
  ['sheet.formMade-', '', formOrigins],
  ['sheet.wraps-', '', ['before', 'after']],
  ['sheet.conflicts-', '', ['file', 'page', 'left']],
  ['sheet.conflictsHelp-', '', ['file', 'page', 'left']],
  ['sheet.theirs-', '', ['file', 'page', 'left']],
  ['sheet.takeTheirs-', '', ['file', 'page', 'left']],
  ['counted.', 'Left', ['answers', 'drafts']],
  ['counted.', 'Now', ['answers', 'drafts']],
  ['counted.', 'Total', ['answers', 'drafts']],
  ['remind.', '', ['completed', 'days']],
  ['evidence.', '', evidenceKinds],
  ['finding.', '', findingCodes],
  ['findingNext.', '', findingCodes],
  ['act.', '', nextActs],
  ['pane.host-', '', hostCauses],
  ['pane.view-', '', ['sheet', 'write', 'check', 'new']],
  ['pane.outside-', '', ['browser', 'too-old', 'no-office']],
  ['pane.outsideHelp-', '', ['browser', 'too-old', 'no-office']],
  ['achievement.', '', achievements],
  ['cost.', '', costs],
  ['standardLink.', '', standardLinks],
  ['ui.', '', ['info', 'success', 'warning', 'error']],
  ['firstRun.', '', ['what', 'time', 'who']],
  ['firstRun.', 'Text', ['what', 'time', 'who']],
  ['firstRun.', 'TextSheet', ['what', 'time', 'who']],
  ['ui.example-', '', ['good', 'poor']],
  ['ui.', '', ['required', 'optional']],
  ['ui.', '', ['taskTodo', 'taskDoing', 'taskDone']],
];

const sources = globSync('{ui,extension,office-addin,cli,locales}/**/*.{ts,tsx}')
  .concat('wxt.config.ts')
  .map((path) => readFileSync(path, 'utf8'));
const all = (pattern: RegExp) =>
  sources.flatMap((text) => [...text.matchAll(pattern)].map(([, ...groups]) => groups as string[]));

const quoted = all(/['"`]([\w.-]+)['"`]/g).flat();
const patterns = all(/`(?![a-z]+\.html)([a-zA-Z]+\.[\w-]*)\$\{[^}]+\}([\w-]*)`/g);
const inUse = built.filter(([before, after]) =>
  patterns.some(([start, end]) => start === before && end === after),
);

describe.each(Object.keys(words))('%s.json', (language) => {
  const own = words[language] as Record<string, string>;
  const places = (text = '') =>
    [...new Set([...text.matchAll(placePattern)].map(([, name]) => name))].sort();

  test('has the keys of ja.json, in their order', () => {
    expect(Object.keys(own)).toEqual(keys);
  });

  test('says something for each key, with the same places', () => {
    expect(keys.filter((key) => own[key]?.trim() === '')).toEqual([]);
    const differ = keys.filter(
      (key) => String(places(own[key])) !== String(places(words.ja?.[key])),
    );
    expect(differ).toEqual([]);
  });
});

test('the heads of columns say what the answers say', () => {
  for (const own of Object.values(words)) {
    const plain = (key: string) => own[`head.${key}`]?.replaceAll('|', '');
    expect(ratings.map(plain)).toEqual(ratings.map((rating) => own[`rating.${rating}`]));
    expect(marks.map(plain)).toEqual(marks.map((mark) => own[`mark.${mark}`]));
  }
});

test('every key that is put together is listed above with its codes', () => {
  const unlisted = patterns.filter(
    ([start, end]) => !built.some(([before, after]) => start === before && end === after),
  );
  expect(unlisted).toEqual([]);
});

test('every key in use has its words', () => {
  const asked = all(/\bt\(\s*'([^']+)'/g).flat();
  const made = inUse.flatMap(([before, after, codes]) =>
    codes.map((code) => before + code + after),
  );
  expect([...asked, ...made].filter((key) => !keys.includes(key))).toEqual([]);
});

test('no words lie unused', () => {
  const used = new Set([
    ...quoted,
    ...inUse.flatMap(([before, after, codes]) => codes.map((code) => before + code + after)),
  ]);
  expect(keys.filter((key) => !used.has(key))).toEqual([]);
});

const isFirstWord = wordsOf(firstPages, 'at once');

/** A module and all it imports at once, types and import() apart. */
function loadedWith(path: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(path)) return seen;
  seen.add(path);
  const imports = readFileSync(path, 'utf8').matchAll(
    /^(?:import|export) (?!type)[^']*?from '(\.[^']+\.tsx?)'/gm,
  );
  for (const [, target] of imports) loadedWith(join(dirname(path), target as string), seen);
  return seen;
}

test.each(firstPages)('%s starts with the words it shows first', (page) => {
  const text = [...loadedWith(page)].map((path) => readFileSync(path, 'utf8')).join('\n');
  const named = [...text.matchAll(/['"`]([\w.-]+)['"`]/g)].map(([, key]) => key as string);
  const made = built.flatMap(([before, after, codes]) =>
    text.includes(`\`${before}\${`) ? codes.map((code) => before + code + after) : [],
  );
  const shown = [...named, ...made].filter((key) => keys.includes(key));
  expect(shown).not.toEqual([]);
  expect(shown.filter((key) => !isFirstWord(key))).toEqual([]);
});
