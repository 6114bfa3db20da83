import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { env, platform } from 'node:process';

/** A program that the tests need and npm does not bring. */
interface Program {
  /** The environment variable that names it, before anything else is looked at. */
  readonly variable: string;
  readonly names: readonly string[];
  /** Usual places off PATH: macOS and Windows. */
  readonly places: readonly string[];
  /** The Debian package that brings it. */
  readonly debian: string;
}

// Chrome and Edge themselves are no help: since version 137 Chrome ignores --load-extension.
export const programs = {
  chromium: {
    variable: 'FURIKAERI_CHROMIUM',
    names: ['chromium', 'chromium-browser'],
    places: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      join(env.LOCALAPPDATA ?? '', 'Chromium/Application/chrome.exe'),
    ],
    debian: 'chromium',
  },
  firefox: {
    variable: 'FURIKAERI_FIREFOX',
    names: ['firefox-esr', 'firefox'],
    places: [
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      join(env.PROGRAMFILES ?? '', 'Mozilla Firefox/firefox.exe'),
    ],
    debian: 'firefox-esr',
  },
  pdftotext: {
    variable: 'FURIKAERI_PDFTOTEXT',
    names: ['pdftotext'],
    places: ['/opt/homebrew/bin/pdftotext'],
    debian: 'poppler-utils',
  },
  soffice: {
    variable: 'FURIKAERI_SOFFICE',
    names: ['soffice', 'libreoffice'],
    places: [
      '/Applications/LibreOffice.app/Contents/MacOS/soffice',
      join(env.PROGRAMFILES ?? '', 'LibreOffice/program/soffice.exe'),
    ],
    debian: 'libreoffice-calc',
  },
  xvfb: {
    variable: 'FURIKAERI_XVFB',
    names: ['Xvfb'],
    places: [],
    debian: 'xvfb',
  },
  xdotool: {
    variable: 'FURIKAERI_XDOTOOL',
    names: ['xdotool'],
    places: [],
    debian: 'xdotool',
  },
} as const satisfies Record<string, Program>;

const japaneseFont = 'fonts-noto-cjk';

export type ProgramName = keyof typeof programs;

/** The path of a program, or null. A variable that names a missing file is an error, not a reason to look further. */
export function findProgram(name: ProgramName): string | null {
  const { variable, names, places }: Program = programs[name];
  const named = env[variable];
  if (named) {
    if (runnable(named)) return named;
    throw new Error(`${variable}=${named}: このファイルは実行できません。 / no such program.`);
  }
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  const ending = platform === 'win32' ? '.exe' : '';
  const candidates = [
    ...names.flatMap((one) => folders.map((folder) => join(folder, one + ending))),
    ...places,
  ];
  return candidates.find(runnable) ?? null;
}

/** The Debian packages of what is not here: of these programs, and of a font with Japanese letters for them. */
export function missingPackages(needed: readonly ProgramName[]): string[] {
  const missing: string[] = needed
    .filter((name) => findProgram(name) === null)
    .map((name) => programs[name].debian);
  return needed.length === 0 || hasJapaneseFont() ? missing : [...missing, japaneseFont];
}

/** Whether Debian packages can be installed without asking anyone: as root, or with a sudo that wants no password. */
export const canInstall = (): boolean =>
  run('apt-get', ['--version'], 'ignore') && (isRoot() || run('sudo', ['-n', 'true'], 'ignore'));

/** Installs Debian packages. The output goes to the terminal; whether it worked is seen by looking again. */
export function installPackages(packages: readonly string[]): void {
  const apt = (...words: string[]) => {
    const quiet = ['DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', ...words];
    return isRoot() ? run('env', quiet) : run('sudo', ['-n', 'env', ...quiet]);
  };
  apt('update');
  apt('install', '-y', '--no-install-recommends', ...packages);
}

const isRoot = (): boolean => process.getuid?.() === 0;

/** Windows and macOS bring Japanese fonts along. */
function hasJapaneseFont(): boolean {
  if (platform !== 'linux') return true;
  const listed = spawnSync('fc-list', [':lang=ja'], { encoding: 'utf8' });
  return listed.status === 0 && listed.stdout.trim() !== '';
}

function runnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const run = (command: string, words: string[], stdio: 'inherit' | 'ignore' = 'inherit'): boolean =>
  spawnSync(command, words, { stdio: ['ignore', stdio, stdio] }).status === 0;
