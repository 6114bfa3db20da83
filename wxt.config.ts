import { defineConfig } from 'wxt';
import ja from './locales/ja.json' with { type: 'json' };
import { extensionPart } from './scripts/page-part.ts';
import { startFirst } from './scripts/start-first.ts';
import { usedTokens } from './scripts/used-tokens.ts';

/**
 * The public half of a key nobody holds: it only fixes the extension's id, so
 * that the data stays when the unpacked folder moves. A store build leaves it out.
 */
const key =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA1Ts/qJhHXQabdP/l2qRaGhNyUhCZWs6jSUASABpBape1mPwD/Frkq2Q1KrevqOD6IQ2AdhInAb+am17zqwwhsOftHh9Sew7owZpp/z3nArLmjgtI4xRZL6aRKUUiXD6j+cIXRh832ZZUkGy1cxdYdq0UOkc7oMapvgZVIONj63JRdQaPejSZvgqv/eLcgz/cz/FNwDVXlNfoxwvJMFwrmFC93eJzbsLFhm/3wx1Y3AGkTL17Qe0dtlFXv5dp1ifoJjMcre12+uGP7lv+873/JlpES/YQSXABK6wHAb/Hnkvny28sEI4m8zN/iQnMMq1f2xf1CraH57gED1NbmwPkmwIDAQAB';

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Drawn from `icon.svg` by `scripts/icons.ts`. */
const icons = { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png', 128: 'icon/128.png' };

export default defineConfig({
  srcDir: 'extension',
  entrypointsDir: 'entrypoints',
  publicDir: 'extension/public',
  outDir: process.env.FURIKAERI_OUT ?? 'dist/extension',
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}',
  manifestVersion: 3,
  imports: false,
  hooks: {
    // `imports: false` alone still has names such as `storage` imported from WXT where a module binds them itself.
    'config:resolved': ({ config }) => {
      Object.assign(config.imports, { autoImport: false });
    },
  },
  zip: { zipSources: false },
  manifest: ({ browser }) => ({
    name: ja['manifest.name'],
    short_name: ja['manifest.shortName'],
    description: ja['manifest.description'],
    permissions: [
      'storage',
      'unlimitedStorage',
      'alarms',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    icons,
    action: { default_title: ja['manifest.action'], default_icon: icons },
    content_security_policy: { extension_pages: contentSecurityPolicy },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'furikaeri@furikaeri.example',
              strict_min_version: '128.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : {
          key,
          minimum_chrome_version: '120',
          // Private windows get pages of their own, which say that they can't be used (F15).
          incognito: 'split',
          storage: { managed_schema: 'managed-schema.json' },
        }),
  }),
  vite: () => ({
    plugins: [extensionPart(), startFirst(), usedTokens()],
    // Our templates, handed out by the page of the sheet.
    assetsInclude: ['**/*.xlsx'],
    build: {
      // The polyfill would fetch(), which the CSP forbids and nothing here needs.
      modulePreload: { polyfill: false },
    },
    json: { stringify: true },
    resolve: {
      // Its package entry leads to an ES5 build that is 4 kB larger and slower to start.
      alias: { dexie: 'dexie/dist/modern/dexie.mjs' },
    },
  }),
});
