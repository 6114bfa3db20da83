import { signal } from '@preact/signals';

/** The views that a chief goes between; teaching a form is entered from where it is needed. */
export const views = ['sheet', 'write', 'check', 'new'] as const;
export type View = (typeof views)[number] | 'form';

/** The view that is shown, after the address: `#/check`. The ribbon's buttons lead to two of them. */
export const view = signal(viewIn(location.hash));

function viewIn(hash: string): View {
  const name = hash.replace(/^#\/?/, '');
  return [...views, 'form' as const].find((each) => each === name) ?? 'sheet';
}

addEventListener('hashchange', () => {
  view.value = viewIn(location.hash);
});

export function go(to: View): void {
  location.hash = `#/${to}`;
}
