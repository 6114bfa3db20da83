import { spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { delimiter, resolve, sep } from 'node:path';
import { argv, env, exit, stderr, stdout } from 'node:process';
import { canInstall, installPackages, missingPackages } from './browsers.ts';
import { planTests, type TestPlan, type TestRun } from './test-plan.ts';
import { runVitest, type Tally } from './vitest-run.ts';

// `npm test`: everything that must hold, one section after the other. The last line counts.
// `npm test -- NAME` runs the test files with NAME in their path, `npm test -- --only unit` one section.

env.PATH = `${resolve('node_modules/.bin')}${delimiter}${env.PATH}`;

const strict = env.CI === 'true';
const folders = [
  'core',
  'locales',
  'ui',
  'extension',
  'office-addin',
  'cli',
  'scripts',
  'test',
  '.',
];
const titles: Record<TestRun['project'], string> = {
  unit: '単体テスト / Unit tests',
  excel: 'Excel',
  browser: '実際のブラウザ / Browser tests',
  office: 'LibreOffice',
};
const began = Date.now();
const failedSteps: string[] = [];

const plan = readPlan();
const missing = provide(plan);

if (plan.check) {
  section('型 / Types');
  await step(...folders.map((folder) => `tsc -p ${folder} --pretty false`));

  section('書き方と依存の向き / Lint');
  await step('biome ci .');

  section('使われていないもの / Unused');
  await step('knip --no-config-hints', 'knip --production');
}

if (plan.runs.some(({ project }) => project === 'browser')) {
  section('組み立て / Build');
  await step('npm run build');
}

const tallies: Tally[] = [];
for (const run of plan.runs) {
  section(`${titles[run.project]}${run.browser ? `: ${run.browser}` : ''}`);
  tallies.push(runVitest(run));
}

section('まとめ / Result');
exit(close(tallies));

function readPlan(): TestPlan {
  const files = globSync('test/*/**/*.test.ts').map((file) => file.replaceAll(sep, '/'));
  try {
    return planTests(argv.slice(2), files);
  } catch (error) {
    stderr.write(
      `npm test -- [--no-install] [--only SECTION]… [NAME]…\n${(error as Error).message}\n`,
    );
    exit(2);
  }
}

/** Runs commands side by side; what a failed one said is printed as a whole, so that lines don't mix. */
async function step(...commands: string[]): Promise<void> {
  const failed = (await Promise.all(commands.map(run))).filter(({ status }) => status !== 0);
  for (const { command, said } of failed) {
    failedSteps.push(command);
    stdout.write(`${said}✗ ${command}\n`);
  }
  if (failed.length === 0) stdout.write('✓\n');
}

function run(command: string): Promise<{ command: string; status: number | null; said: string }> {
  return new Promise((done) => {
    const child = spawn(command, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stdout.on('data', (data) => {
      said += data;
    });
    child.stderr.on('data', (data) => {
      said += data;
    });
    child.on('close', (status) => done({ command, status, said }));
  });
}

/**
 * Says what the tests need and this machine lacks, before anything else is done, and installs it where
 * that can be done. Answers with what is missing still.
 */
function provide({ programs, install }: TestPlan): readonly string[] {
  const wanted = missingPackages(programs);
  if (wanted.length === 0) return [];
  section('必要なプログラム / Programs the tests need');
  const command = `apt-get install --no-install-recommends ${wanted.join(' ')}`;
  if (!install || !canInstall()) {
    stdout.write(`ありません。入れるには / Missing; to install them: sudo ${command}\n`);
    return wanted;
  }
  stdout.write(
    `ありません。これから入れます（やめるときは Ctrl+C、入れずに進むときは npm test -- --no-install）。\n` +
      `Missing, and installed now (Ctrl+C stops; npm test -- --no-install goes on without them):\n` +
      `  ${command}\n`,
  );
  installPackages(wanted);
  return missingPackages(programs);
}

function close(tallies: readonly Tally[]): number {
  const notRun = tallies.flatMap((tally) => tally.notRun);
  const retried = tallies.flatMap((tally) => tally.retried);
  const failures = [...failedSteps, ...tallies.flatMap((tally) => tally.failures)];
  const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
  // Not to have looked is no success where a machine decides.
  const failed = failures.length + (strict ? notRun.length + missing.length : 0);
  const skipped = strict || notRun.length === 0 ? '' : `, ${notRun.length} skipped`;
  list('実行しなかったテスト / Tests not run', notRun);
  list('足りないもの / Missing Debian packages', missing);
  list('もう一度で通ったもの / Passed at a further try', retried);
  list('失敗したもの / Failed', failures);
  stdout.write(`${Math.round((Date.now() - began) / 1000)} s\n`);
  stdout.write(`${passed} passed, ${failed} failed${skipped}\n`);
  return failed === 0 ? 0 : 1;
}

function list(title: string, names: readonly string[]): void {
  if (names.length > 0) stdout.write(`${title}:\n${names.map((name) => `  - ${name}\n`).join('')}`);
}

function section(title: string): void {
  stdout.write(`\n━━ ${title}\n`);
}
