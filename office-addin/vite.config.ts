import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { addinFolder } from '../scripts/addin-files.ts';
import { panePart } from '../scripts/page-part.ts';
import { usedTokens } from '../scripts/used-tokens.ts';

/** The task pane, for any https server: all paths in it are its own. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  publicDir: resolve(import.meta.dirname, 'public'),
  plugins: [panePart(), usedTokens()],
  build: {
    outDir: addinFolder,
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    rollupOptions: { input: resolve(import.meta.dirname, 'taskpane.html') },
  },
  json: { stringify: true },
});
