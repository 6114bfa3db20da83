import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import packages from '../../../package-lock.json' with { type: 'json' };
import { sections } from '../../../scripts/test-plan.ts';

const workflows = globSync('.github/workflows/*.yml').map((path) => readFileSync(path, 'utf8'));

test('every action is pinned by its commit, with its version beside it', () => {
  const used = workflows.flatMap((text) =>
    [...text.matchAll(/uses: *(.*)/g)].map(([, use]) => use),
  );
  expect(used.length).toBeGreaterThan(0);
  expect(
    used.filter((use) => !/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(use ?? '')),
  ).toEqual([]);
});

test('every section of npm test has a job', () => {
  const [, named = ''] = /section: \[(.*)\]/.exec(workflows.join('\n')) ?? [];
  expect(named.split(', ')).toEqual([...sections]);
});

test('.nvmrc names the Node that every script runs on', () => {
  const { version } = packages.packages['node_modules/node'];
  expect(readFileSync('.nvmrc', 'utf8').trim()).toBe(version.split('.')[0]);
});
