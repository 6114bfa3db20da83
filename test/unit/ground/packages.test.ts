import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import about from '../../../package.json' with { type: 'json' };

// A compromised dependency (fault 43) gets no hook to run on, and nothing comes in unseen.

interface Locked {
  readonly hasInstallScript?: boolean;
  readonly optional?: boolean;
  readonly link?: boolean;
  readonly integrity?: string;
}

const lock: { packages: Record<string, Locked> } = JSON.parse(
  readFileSync('package-lock.json', 'utf8'),
);
const { '': _root, ...packages } = lock.packages;

test('only node runs a script of its own when it is installed', () => {
  const running = Object.keys(packages).filter(
    // macOS alone would install fsevents; npm leaves an optional package's script aside.
    (path) => packages[path]?.hasInstallScript && !packages[path].optional,
  );
  expect(running).toEqual(['node_modules/node']);
  expect(about.allowScripts).toEqual({ node: true });
});

test('the lockfile knows every package by its content', () => {
  expect(Object.keys(packages).filter((path) => !packages[path]?.integrity)).toEqual([]);
});

test('the product stands on eight packages at most', () => {
  expect(Object.keys(about.dependencies).length).toBeLessThanOrEqual(8);
});
