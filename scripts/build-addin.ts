import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { argv, env, exit, stderr, stdout } from 'node:process';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { addinFolder, localUrl, manifestFor } from './addin-files.ts';

// `npm run build:addin`: the pane and its manifest in dist/office-addin/, and beside them the pages of
// the extension, to which it leads where Excel can't show it. With `--self-host-office` also Microsoft's
// office.js, for networks that reach no other server.

const { values: options } = parseArgs({
  args: argv.slice(2),
  options: { 'self-host-office': { type: 'boolean', default: false } },
});

const pages = resolve(env.FURIKAERI_OUT ?? 'dist/extension', 'chrome-mv3');
const wxt = spawnSync('wxt build -b chrome', { shell: true, encoding: 'utf8', env });
if (wxt.status !== 0) end(`${wxt.stdout}${wxt.stderr}`);
await build({ configFile: resolve('office-addin/vite.config.ts'), logLevel: 'warn' });
const ofPages = (path: string) =>
  !/(?:manifest\.json|managed-schema\.json|background\.js)$/.test(path);
cpSync(pages, join(addinFolder, 'pages'), { recursive: true, filter: ofPages });
writeFileSync(join(addinFolder, 'manifest.xml'), manifestFor(localUrl));
if (options['self-host-office']) hostOffice();
stdout.write(`${addinFolder}\n`);

/** What office.js fetches for Excel: its own parts, the client of each kind of Excel, its words in Japanese and English. */
function hostOffice(): void {
  const from = dirname(
    createRequire(import.meta.url).resolve('@microsoft/office-js/dist/office.js'),
  );
  const to = join(addinFolder, 'office');
  const wanted =
    /^(?:office\.js|o15apptofilemappingtable\.js|es6-promise\.js|excel-(?:win32|mac|web|ios|winrt|android)-16\.\d\d(?:-core)?\.js|ja-jp|en-us|telemetry|ariatelemetry)$/;
  rmSync(to, { recursive: true, force: true });
  for (const name of readdirSync(from).filter((each) => wanted.test(each))) {
    cpSync(join(from, name), join(to, name), { recursive: true });
  }
  writeFileSync(
    join(to, 'README.txt'),
    'Not supported by Microsoft, for closed networks: office.js is meant to be taken from\n' +
      'https://appsforoffice.microsoft.com. This copy is not brought up to date by Microsoft.\n' +
      'Microsoft のサポート外です。閉じたネットワークのための写しで、自動では新しくなりません。\n',
  );
  const page = join(addinFolder, 'taskpane.html');
  const html = readFileSync(page, 'utf8')
    .replace('https://appsforoffice.microsoft.com/lib/1/hosted/office.js', './office/office.js')
    .replace(' https://appsforoffice.microsoft.com https://ajax.aspnetcdn.com', '')
    .replace(
      '<head>',
      '<head>\n    <!-- office.js beside the pane: not supported by Microsoft, for closed networks -->',
    );
  writeFileSync(page, html);
}

function end(message: string): never {
  stderr.write(`${message}\n組み立てられませんでした。 / The build failed.\n`);
  exit(1);
}
