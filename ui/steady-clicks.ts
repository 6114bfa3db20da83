/**
 * A click that comes right after the page has moved under the pointer is not meant for what stands
 * there now: it does nothing. A second click of a double click would else press what the first one
 * brought there (F51).
 */

/** Milliseconds. */
const settleMs = 400;

const controls = 'a[href], button, input, select, textarea, label, summary, [role=button]';

const controlOf = (element: Element | null): Element | null => element?.closest(controls) ?? null;

/** To be called once a page. */
export function ignoreClicksOnMovedControls(): void {
  let point: { readonly x: number; readonly y: number } | null = null;
  let under: Element | null = null;
  /** When `under` came to be there without the pointer having moved. */
  let movedAt = Number.NEGATIVE_INFINITY;

  const look = ({ target, clientX: x, clientY: y }: PointerEvent) => {
    const now = controlOf(target as Element);
    if (now === under) {
      point = { x, y };
      return;
    }
    // Another control at the same place came there; at another place the pointer went to it.
    const isSamePlace = x === point?.x && y === point.y;
    movedAt = isSamePlace ? performance.now() : Number.NEGATIVE_INFINITY;
    point = { x, y };
    under = now;
  };
  addEventListener('pointermove', look, true);
  addEventListener('pointerdown', look, true);

  const changed = () => {
    if (!point) return;
    const now = controlOf(document.elementFromPoint(point.x, point.y));
    if (now === under) return;
    under = now;
    movedAt = performance.now();
  };
  // Only what follows a click: before the first one there is no pointer to be fooled.
  let watching: ReturnType<typeof setTimeout> | undefined;
  const observer = new MutationObserver(changed);
  const watch = () => {
    clearTimeout(watching);
    observer.observe(document.body, { subtree: true, childList: true, attributes: true });
    watching = setTimeout(() => observer.disconnect(), 3 * settleMs);
  };

  addEventListener(
    'click',
    (event) => {
      // A key, or a label's own click on its field, has no place.
      if (!event.isTrusted || event.detail === 0) return;
      const isNew = performance.now() - movedAt < settleMs;
      if (isNew && controlOf(event.target as Element) === under && under !== null) {
        event.preventDefault();
        event.stopImmediatePropagation();
        return;
      }
      watch();
    },
    true,
  );
}
