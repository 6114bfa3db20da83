import { describe } from 'vitest';
import { findProgram, type ProgramName, programs } from '../../scripts/browsers.ts';

const browsers = ['chromium', 'firefox'] as const;

/**
 * A `describe` that needs programs outside npm. With `FURIKAERI_BROWSER` the tests of the other browser
 * are not there at all: they are run elsewhere at the same time. Where one is missing its tests
 * are skipped under a name that says which Debian package would bring it;
 * `npm test` repeats those names at its end.
 */
export function describeWith(
  needed: readonly ProgramName[],
  title: string,
  body: () => void,
): void {
  const chosen = process.env.FURIKAERI_BROWSER;
  if (chosen && browsers.some((browser) => browser !== chosen && needed.includes(browser))) return;
  const missing = needed.filter((name) => findProgram(name) === null);
  if (missing.length === 0) describe(title, body);
  else {
    const packages = missing.map((name) => programs[name].debian).join(', ');
    describe.skip(`${title} [missing package: ${packages}]`, body);
  }
}

/** The path of a program inside `describeWith`, where it is known to be there. */
export function program(name: ProgramName): string {
  const path = findProgram(name);
  if (path === null) throw new Error(`${programs[name].debian} is not installed`);
  return path;
}

/** Milliseconds that a browser may take for whatever is waited for: a machine may be slow, and no test is about that. */
export const patience = 90_000;
