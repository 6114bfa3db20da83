import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { argv, env, exit, stderr, stdout } from 'node:process';
import { parseArgs } from 'node:util';
import about from '../package.json' with { type: 'json' };
import { type Identity, identityPath, serve } from './server.ts';

// `npm start`: builds the extension and serves its pages to this machine, so that they can be
// tried before anything is installed.

const usualPort = 4173;
const identity: Identity = { name: about.name, version: about.version };
const built = (folder: string) => resolve('dist/extension', folder);

const port = wantedPort();
const url = `http://localhost:${port}/`;

try {
  // The port first, the build afterwards: a start in vain must not disturb the files that another one serves.
  await serve({ folder: built('chrome-mv3'), port, identity });
} catch (error) {
  if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
  if (await isOurs()) {
    stdout.write(`\nふりかえりは、もう動いています。 / Already running.\n\n    ${url}\n\n`);
    exit(0);
  }
  end(1, portIsTaken());
}
stdout.write('\n組み立てています… / Building…\n');
build();
stdout.write(welcome());

function wantedPort(): number {
  let wanted = env.PORT || String(usualPort);
  try {
    const { values } = parseArgs({ args: argv.slice(2), options: { port: { type: 'string' } } });
    wanted = values.port ?? wanted;
  } catch (error) {
    end(2, `${(error as Error).message}\n${example()}`);
  }
  const number = Number(wanted);
  if (Number.isInteger(number) && number >= 1 && number <= 65535) return number;
  return end(
    2,
    `ポート番号は 1〜65535 の整数です: ${wanted} / A port is a whole number from 1 to 65535.\n${example()}`,
  );
}

/** Whether the one who has the port is this same program, started before. */
async function isOurs(): Promise<boolean> {
  try {
    const answer = await fetch(new URL(identityPath, url), { signal: AbortSignal.timeout(3000) });
    return ((await answer.json()) as Partial<Identity>).name === identity.name;
  } catch {
    return false;
  }
}

function build(): void {
  const { status, stdout: log } = spawnSync('npm run build', { shell: true, encoding: 'utf8' });
  if (status !== 0) end(1, `${log}\n組み立てられませんでした。 / The build failed.`);
}

function welcome(): string {
  return `
ふりかえり ${identity.version} を試せます。ブラウザで開いてください。
Open this address in a browser. Ctrl+C stops.

    ${url}

ブラウザに入れて使うとき / To load it into a browser:

  Chrome   chrome://extensions を開き、「デベロッパー モード」をオンにして、
           「パッケージ化されていない拡張機能を読み込む」で選ぶ (Load unpacked):
           ${built('chrome-mv3')}

  Edge     edge://extensions を開き、「開発者モード」をオンにして、
           「展開して読み込み」で選ぶ (Load unpacked):
           ${built('edge-mv3')}

  Firefox  about:debugging#/runtime/this-firefox を開き、
           「一時的なアドオンを読み込む」で manifest.json を選ぶ (Load Temporary Add-on):
           ${built('firefox-mv3')}
           Firefox を閉じると外れます。 (Removed when Firefox closes.)

`;
}

function portIsTaken(): string {
  return `ポート ${port} は、ほかのプログラムが使っています。 / Another program uses port ${port}.

この試し方では、回答は番地 localhost:${port} のものとして、ブラウザの中に保存されます。
ポートを変えると別の番地になり、前の回答は見えません（消えてはいません。元のポートに戻すと見えます）。
Answers given in this way of trying belong to the address (host and port).

${example()}`;
}

function example(): string {
  return `別のポートで始める / Choose another port:  npm start -- --port ${usualPort + 1}`;
}

function end(code: number, message: string): never {
  stderr.write(`\n${message}\n\n`);
  exit(code);
}
