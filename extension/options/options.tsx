import type { ComponentType } from 'preact';
import { type PlainKey, t } from '../../locales/t.ts';
import { PageNav } from '../../ui/page-nav.tsx';
import { Frame } from '../app/frame.tsx';
import { Later } from '../app/later.tsx';
import { route } from '../app/route.ts';
import { store } from '../page-store.ts';

interface Room {
  readonly name: string;
  readonly title: PlainKey;
  readonly load: () => Promise<ComponentType>;
}

const rooms: readonly [Room, ...Room[]] = [
  {
    name: 'users',
    title: 'options.users',
    load: async () => (await import('./users.tsx')).UsersView,
  },
  {
    name: 'backup',
    title: 'options.backup',
    load: async () => (await import('./backup.tsx')).BackupView,
  },
  {
    name: 'delete',
    title: 'options.delete',
    load: async () => (await import('./delete.tsx')).DeleteView,
  },
  {
    name: 'it',
    title: 'options.it',
    load: async () => (await import('./it-desk.tsx')).ItDesk,
  },
];

/** Who uses this PC and how, backups, deletion, and what the IT desk wants to know; a room each. */
export function Options() {
  const [asked] = route.value;
  // Drawn anew when the language changes: then t() has other words.
  const language = store.user.value?.settings.language;
  // Settings stand in the users' room: they are the current user's.
  const open = rooms.find(({ name }) => name === asked) ?? rooms[0];
  return (
    <Frame
      title={t(open.title)}
      route={open.name}
      above={
        <PageNav
          key={language}
          label={t('options.rooms')}
          views={rooms.map(({ name, title }) => ({
            href: `#/${name}`,
            label: t(title),
            current: name === open.name,
          }))}
        />
      }
    >
      <Later key={open.name} load={open.load} />
    </Frame>
  );
}
