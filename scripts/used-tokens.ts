import type { Plugin } from 'vite';

/**
 * For the extension's build: drops the design tokens nothing asks for, three of four. The browser
 * takes every one of them in before it draws.
 */
export function usedTokens(): Plugin {
  return {
    name: 'used-tokens',
    enforce: 'post',
    generateBundle(_, bundle) {
      const files = Object.values(bundle);
      const styles = files.filter(({ fileName }) => fileName.endsWith('.css'));
      const text = files.map((file) => (file.type === 'chunk' ? file.code : String(file.source)));
      const used = new Set(text.join('\n').match(/(?<=var\(\s*)--[\w-]+/g));
      for (const style of styles) {
        if (style.type !== 'asset') continue;
        style.source = String(style.source).replace(
          /(?<=[{;])(--[\w-]+):[^;{}]*(?:;|(?=\}))/g,
          (declaration, name) => (used.has(name) ? declaration : ''),
        );
      }
    },
  };
}
