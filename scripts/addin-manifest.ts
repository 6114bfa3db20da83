import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv, exit, stderr, stdout } from 'node:process';
import { parseArgs } from 'node:util';
import { AddressProblem, addinFolder, addressOf, localUrl, manifestFor } from './addin-files.ts';

// `npm run addin:manifest -- --url https://intranet.example/furikaeri/`: the manifest for the files at
// that address, written to dist/office-addin/manifest.xml.

try {
  const { values } = parseArgs({
    args: argv.slice(2),
    options: { url: { type: 'string', default: localUrl } },
  });
  const address = addressOf(values.url);
  mkdirSync(addinFolder, { recursive: true });
  const file = join(addinFolder, 'manifest.xml');
  writeFileSync(file, manifestFor(address));
  stdout.write(`${file}\n${address}taskpane.html\n`);
} catch (error) {
  if (!(error instanceof AddressProblem || error instanceof TypeError)) throw error;
  stderr.write(`\n${error.message}\n\n`);
  exit(2);
}
