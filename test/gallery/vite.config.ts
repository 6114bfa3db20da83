import { defineConfig } from 'vite';
import { startPart } from '../../scripts/start-part.ts';

/** `npx vite test/gallery` serves the pieces; `npx vite build test/gallery` builds them. Not part of the product. */
export default defineConfig({
  base: './',
  plugins: [startPart()],
  build: { outDir: '../../dist/gallery', emptyOutDir: true, modulePreload: { polyfill: false } },
});
