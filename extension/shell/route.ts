import { signal } from '@preact/signals';

/** The view a page shows, from the part of its address after `#`: `#/scene/phone` is `['scene', 'phone']`. */
export const route = signal(parseRoute(location.hash));

function parseRoute(hash: string): readonly string[] {
  return hash.replace(/^#\/?/, '').split('/').filter(Boolean).map(decodeURIComponent);
}

addEventListener('hashchange', () => {
  route.value = parseRoute(location.hash);
});

export function go(hash: string): void {
  location.hash = hash;
}
