import { signal } from '@preact/signals';

/** The view a page shows, from the part of its address after `#`: `#/scene/phone` is `['scene', 'phone']`. */
export const route = signal(parseRoute(location.hash));

/** A part that can't be read, as of an address that was cut off, leads to the first view. */
function parseRoute(hash: string): readonly string[] {
  try {
    return hash.replace(/^#\/?/, '').split('/').filter(Boolean).map(decodeURIComponent);
  } catch {
    return [];
  }
}

addEventListener('hashchange', () => {
  route.value = parseRoute(location.hash);
});

export function go(hash: string): void {
  location.hash = hash;
}

/** Shows another view in place of this one: Back does not come here. */
export function goInstead(hash: string): void {
  history.replaceState(history.state, '', hash);
  route.value = parseRoute(hash);
}

/** Notes in the address where the person is in the view that is shown, for Back and reloading to come to. */
export function noteInAddress(hash: string): void {
  if (location.hash !== hash) history.replaceState(history.state, '', hash);
}
