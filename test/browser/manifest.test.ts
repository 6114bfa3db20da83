import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import about from '../../package.json' with { type: 'json' };

// What the built folders ask of the browser. They come from `npm run build`, which `npm test` runs first.

const everywhere = ['alarms', 'storage', 'unlimitedStorage'];
const builds = [
  { folder: 'chrome-mv3', permissions: [...everywhere, 'sidePanel'] },
  { folder: 'edge-mv3', permissions: [...everywhere, 'sidePanel'] },
  { folder: 'firefox-mv3', permissions: everywhere },
];

const read = (folder: string) =>
  JSON.parse(readFileSync(join('dist/extension', folder, 'manifest.json'), 'utf8'));

/** How Chromium makes an extension's id of its key: 32 half-bytes, written a–p. */
const idOf = (key: string) =>
  createHash('sha256')
    .update(Buffer.from(key, 'base64'))
    .digest('hex')
    .slice(0, 32)
    .replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));

describe.each(builds)('$folder', ({ folder, permissions }) => {
  test('asks for these permissions and for no host', () => {
    const manifest = read(folder);
    expect([...manifest.permissions].sort()).toEqual([...permissions].sort());
    for (const key of [
      'host_permissions',
      'optional_permissions',
      'optional_host_permissions',
      'content_scripts',
      'externally_connectable',
      'web_accessible_resources',
    ]) {
      expect(manifest).not.toHaveProperty(key);
    }
  });

  test('talks to nobody and runs nothing but its own files', () => {
    const policy: string = read(folder).content_security_policy.extension_pages;
    const rules = new Map(
      policy.split('; ').map((rule) => rule.split(/ (.*)/) as [string, string]),
    );
    expect(rules.get('default-src')).toBe("'none'");
    expect(rules.get('connect-src')).toBe("'none'");
    expect(rules.get('script-src')).toBe("'self'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });

  test('carries the version of the package and icons that exist', () => {
    const manifest = read(folder);
    expect(manifest.version).toBe(about.version);
    for (const icon of Object.values<string>(manifest.icons)) {
      expect(existsSync(join('dist/extension', folder, icon))).toBe(true);
    }
  });
});

test.each(['chrome-mv3', 'edge-mv3'])('%s keeps its id wherever the folder lies', (folder) => {
  expect(idOf(read(folder).key)).toBe('fkkhnahidlhnbepclilopdpgdnonkfhp');
});

test('firefox-mv3 keeps its id, and says that it collects nothing', () => {
  expect(read('firefox-mv3').browser_specific_settings.gecko).toMatchObject({
    id: 'furikaeri@furikaeri.example',
    data_collection_permissions: { required: ['none'] },
  });
});
