import { spawn } from 'node:child_process';
import { delimiter, resolve } from 'node:path';
import { env, exit, stdout } from 'node:process';
import { installPackages, missingPackages } from './browsers.ts';
import { runVitest, type Tally } from './vitest-run.ts';

// `npm test`: everything that must hold, one section after the other. The last line counts.

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
const began = Date.now();
const failedSteps: string[] = [];

section('型 / Types');
await step(...folders.map((folder) => `tsc -p ${folder} --pretty false`));

section('書き方と依存の向き / Lint');
await step('biome ci .');

section('使われていないもの / Unused');
await step('knip');

section('組み立て / Build');
await step('npm run build');

section('単体テスト / Unit tests');
const unit = runVitest('unit');

section('ブラウザとフォント / Browsers and fonts');
const missing = findBrowsers();

section('Excel');
const excel = runVitest('excel');

section('実際のブラウザ / Browser tests');
const browser = runVitest('browser');

section('LibreOffice');
const office = runVitest('office');

section('まとめ / Result');
exit(close([unit, excel, browser, office]));

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

/** Installs what is missing where it can; answers with what is missing still. */
function findBrowsers(): readonly string[] {
  const wanted = missingPackages();
  if (wanted.length > 0) {
    stdout.write(`入れます / Installing: ${wanted.join(' ')}\n`);
    installPackages(wanted);
  }
  const left = missingPackages();
  stdout.write(left.length === 0 ? '✓\n' : `ありません / Missing: ${left.join(' ')}\n`);
  return left;
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
