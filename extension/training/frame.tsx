import type { ComponentChildren } from 'preact';
import { t } from '../../locales/t.ts';
import { PageNav } from '../../ui/page-nav.tsx';
import { Frame } from '../app/frame.tsx';
import { route } from '../app/route.ts';
import { store } from '../page-store.ts';

const rooms = [
  { name: '', title: 'trainer.courses' },
  { name: 'paper', title: 'trainer.paper' },
  { name: 'visit', title: 'trainer.visit' },
] as const;

/** A room of the trainer's page, with the way to the others. */
export function TrainerFrame({ title, children }: { title: string; children: ComponentChildren }) {
  const [asked = ''] = route.value;
  // Drawn anew when the language changes: then t() has other words.
  const language = store.user.value?.settings.language;
  const open = rooms.find(({ name }) => name === asked)?.name ?? '';
  return (
    <Frame
      title={title}
      route={route.value.join('/')}
      above={
        <PageNav
          key={language}
          label={t('trainer.rooms')}
          views={rooms.map(({ name, title: words }) => ({
            href: `#/${name}`,
            label: t(words),
            current: name === open,
          }))}
        />
      }
    >
      {children}
    </Frame>
  );
}
