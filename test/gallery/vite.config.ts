import { defineConfig } from 'vite';

/** `npx vite test/gallery` serves the pieces; `npx vite build test/gallery` builds them. Not part of the product. */
export default defineConfig({
  base: './',
  build: { outDir: '../../dist/gallery', emptyOutDir: true, modulePreload: { polyfill: false } },
});
