import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { version } from '../../../package.json' with { type: 'json' };

// As docs/releasing.md has it: what is coming stands first, and below it each release with its day.

const [unreleased, ...released] = [
  ...readFileSync('CHANGELOG.md', 'utf8').matchAll(/^## (.*)$/gm),
].map(([, heading]) => heading);

test('what is not released stands first, without a version', () => {
  expect(unreleased).toBe('[Unreleased]');
});

test('each release has a version and a day, the newest that of package.json', () => {
  const form = /^\[\d+\.\d+\.\d+\] - \d{4}-\d{2}-\d{2}$/;
  expect(released.filter((heading) => !form.test(heading ?? ''))).toEqual([]);
  // Before the first release there is none.
  expect([undefined, `[${version}]`]).toContain(released[0]?.split(' ')[0]);
});

test('the add-in’s manifest has the version too', () => {
  const manifest = readFileSync('office-addin/manifest.xml', 'utf8');
  expect(manifest).toContain(`<Version>${version}.0</Version>`);
});
