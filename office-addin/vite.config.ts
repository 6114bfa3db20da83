import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { panePart } from '../scripts/pane-part.ts';
import { usedTokens } from '../scripts/used-tokens.ts';

/** The task pane, for any https server: all paths in it are its own. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  publicDir: resolve(import.meta.dirname, 'public'),
  plugins: [panePart(), usedTokens()],
  build: {
    outDir: process.env.FURIKAERI_ADDIN_OUT ?? resolve(import.meta.dirname, '../dist/office-addin'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    rollupOptions: { input: resolve(import.meta.dirname, 'taskpane.html') },
  },
  json: { stringify: true },
});
