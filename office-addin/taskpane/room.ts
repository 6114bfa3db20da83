import { signal } from '@preact/signals';

export const rooms = ['found', 'write', 'check', 'new'] as const;
export type Room = (typeof rooms)[number];

/** The room that is shown, after the address: `#/check`. The ribbon's buttons lead to two of them. */
export const room = signal(roomIn(location.hash));

function roomIn(hash: string): Room {
  const name = hash.replace(/^#\/?/, '');
  return rooms.find((each) => each === name) ?? 'found';
}

addEventListener('hashchange', () => {
  room.value = roomIn(location.hash);
});

export function go(to: Room): void {
  location.hash = `#/${to}`;
}
