import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { homedir } from 'node:os';
import { extname, join, resolve, sep } from 'node:path';
import { exit, stderr, stdout } from 'node:process';
import { createCA, createCert } from 'mkcert';
import { addinFolder, localUrl } from './addin-files.ts';

// `npm run addin`: serves the pane to this machine at https://localhost:3000/, with a certificate of
// its own, so that it can be tried in Excel.

const { port } = new URL(localUrl);
const certificates = join(homedir(), '.furikaeri', 'certificates');
const authority = join(certificates, 'ca.crt');
/** Days; Macs take none that is valid for longer. */
const validity = 365;

stdout.write('\n組み立てています… / Building…\n');
const built = spawnSync('npm run build:addin', { shell: true, encoding: 'utf8' });
if (built.status !== 0) {
  stderr.write(`${built.stdout}${built.stderr}`);
  exit(1);
}
const server = createServer(await certificate(), (request, response) => {
  const file = fileOf((request.url ?? '/').split(/[?#]/, 1)[0] ?? '/');
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  if (file === null) response.writeHead(404).end();
  else response.writeHead(200, { 'Content-Type': typeOf(file) }).end(readFileSync(file));
});
server.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EADDRINUSE') throw error;
  stderr.write(
    `\nポート ${port} は、ほかのプログラムが使っています。 / Another program uses port ${port}.\n\n`,
  );
  exit(1);
});
server.listen({ port: Number(port), host: 'localhost' }, () => stdout.write(welcome()));

/** The certificate for localhost, made once and anew when it has run out; nothing is fetched for it. */
async function certificate(): Promise<{ key: string; cert: string }> {
  const [key, cert] = [join(certificates, 'localhost.key'), join(certificates, 'localhost.crt')];
  const age = existsSync(cert) ? (Date.now() - statSync(cert).mtimeMs) / 86_400_000 : validity;
  if (age >= validity - 1) {
    mkdirSync(certificates, { recursive: true, mode: 0o700 });
    const ca = await createCA({
      organization: 'furikaeri (this PC alone)',
      countryCode: 'JP',
      state: 'Kanagawa',
      locality: 'Kawasaki',
      validity,
    });
    const own = await createCert({ ca, domains: ['localhost', '127.0.0.1', '::1'], validity });
    // The authority's own key is not kept: nobody can make another certificate with it.
    writeFileSync(authority, ca.cert);
    writeFileSync(cert, own.cert + ca.cert);
    writeFileSync(key, own.key, { mode: 0o600 });
  }
  return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
}

/** The file that a path names, or null when there is none inside the folder. */
function fileOf(path: string): string | null {
  try {
    const file = resolve(
      join(addinFolder, decodeURIComponent(path === '/' ? '/taskpane.html' : path)),
    );
    return file.startsWith(addinFolder + sep) && statSync(file).isFile() ? file : null;
  } catch {
    return null;
  }
}

function typeOf(file: string): string {
  const types: Readonly<Record<string, string>> = {
    '.css': 'text/css',
    '.html': 'text/html',
    '.js': 'text/javascript',
    '.json': 'application/json',
    '.svg': 'image/svg+xml',
    '.xml': 'text/xml',
  };
  const type = types[extname(file)];
  return type ? `${type}; charset=utf-8` : extname(file) === '.png' ? 'image/png' : 'text/plain';
}

function welcome(): string {
  const manifest = join(addinFolder, 'manifest.xml');
  return `
ふりかえりのExcelアドインを試せます。Ctrl+C で止まります。
The Excel add-in can be tried. Ctrl+C stops.

    ${localUrl}taskpane.html

1. 証明書を信頼します（一度だけ） / Trust the certificate, once
     Windows  certutil -user -addstore Root "${authority}"
     Mac      security add-trusted-cert -r trustRoot -k ~/Library/Keychains/login.keychain-db "${authority}"
     Web      上のアドレスをブラウザーで一度開き、接続を許可します / open the address above and allow it

2. アドインを入れます / Sideload it
     Windows  manifest.xml を共有フォルダーに置き、ファイル → オプション → トラスト センター →
              信頼できるアドイン カタログ にそのフォルダーを加えて、Excelを開き直し、
              ホーム → アドイン → 共有フォルダー から選びます。
              Put it in a shared folder, add that under Trust Center → Trusted Add-in Catalogs.
     Mac      次のフォルダーに写し、Excelを開き直します / copy it here and restart Excel:
              ~/Library/Containers/com.microsoft.Excel/Data/Documents/wef/
     Web      ホーム → アドイン → その他のアドイン → 個人用アドイン → アドインのアップロード
              Home → Add-ins → More Add-ins → My Add-ins → Upload My Add-in

     ${manifest}

3. 「ホーム」タブの「シートに記入」を押します / Press “Fill in the sheet” on the Home tab

証明書を外すとき / To be rid of the certificate:
     Windows  certutil -user -delstore Root "furikaeri (this PC alone)"
     Mac      キーチェーンアクセスで "furikaeri" を消します / delete it in Keychain Access

`;
}
