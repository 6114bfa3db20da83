import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';

/** Where the manifest is written for, unless it is told otherwise. */
export const localUrl = 'https://localhost:3000/';

export const addinFolder =
  process.env.FURIKAERI_ADDIN_OUT ?? resolve(import.meta.dirname, '../dist/office-addin');

const manifest = resolve(import.meta.dirname, '../office-addin/manifest.xml');

/** Why an address can't be the add-in's; in plain words, in both languages. */
export class AddressProblem extends Error {}

/**
 * The address at which the pane's files are, ending in `/`. Throws `AddressProblem` for what is no
 * address, not https, or more than a folder.
 */
export function addressOf(text: string): string {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw new AddressProblem(
      `これはアドレスではありません: ${text}\nThis is no address. 例 / for example: https://intranet.example/furikaeri/`,
    );
  }
  if (url.protocol !== 'https:') {
    throw new AddressProblem(
      `https:// で始まるアドレスにしてください。Excelは、それ以外のアドレスを読み込みません: ${text}\nExcel loads add-ins from https:// addresses alone.`,
    );
  }
  if (url.search || url.hash || url.username || /\.\w+$/.test(url.pathname)) {
    throw new AddressProblem(
      `ファイルを置くフォルダーまでのアドレスにしてください: ${text}\nGive the address of the folder alone, without a file, ? or #.`,
    );
  }
  return url.href.endsWith('/') ? url.href : `${url.href}/`;
}

/** The manifest for the files at an address. */
export function manifestFor(address: string): string {
  return readFileSync(manifest, 'utf8')
    .replaceAll(localUrl, escaped(address))
    .replaceAll(localUrl.slice(0, -1), escaped(new URL(address).origin));
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
