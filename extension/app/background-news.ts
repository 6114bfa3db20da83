import { computed, effect } from '@preact/signals';
import { store } from '../page-store.ts';
import { wakeBackground } from '../platform/background.ts';
import { placeKeeper } from '../platform/place.ts';
import { route } from './route.ts';

/** What a page tells the background. */

/** Has the badge renewed when the page begins, when the review is finished or taken up again, and when the settings change. */
export function keepBadge(): void {
  const grounds = computed(() =>
    store.opening.value.state === 'ready'
      ? JSON.stringify([
          store.user.value?.id,
          store.user.value?.settings,
          store.stored.value?.state,
        ])
      : null,
  );
  effect(() => {
    if (grounds.value) void wakeBackground();
  });
}

/** Notes where the page stands, down to the item that has the focus, for it to be opened there again (F12). */
export async function keepPlace(): Promise<void> {
  const keep = await placeKeeper();
  if (!keep) return;
  const note = (...view: readonly string[]) =>
    keep(`${location.pathname.slice(1)}#/${view.join('/')}`);
  effect(() => note(...route.value));
  addEventListener('focusin', ({ target }) => {
    const item = (target as Element).closest<HTMLElement>('[data-item]')?.dataset.item;
    if (item) note(...viewOf(route.peek()), item);
  });
}

/** A view without the item it was opened at: `scene/phone`, `all`. */
const viewOf = (place: readonly string[]) => place.slice(0, place[0] === 'scene' ? 2 : 1);
