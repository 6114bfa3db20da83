import { computed, effect } from '@preact/signals';
import { type ComponentType, render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t, wholeWording } from '../../locales/t.ts';
import { stayWhenFilesAreDropped } from '../../ui/dropped-file.ts';
import { Page } from '../../ui/page.tsx';
import '../../ui/style/style.css';
import { inPrivateWindow } from '../platform/private-window.ts';
import { followOtherPages } from '../store/follow.ts';
import {
  foundWhole,
  looked,
  type Opens,
  opening,
  startSession,
  switched,
  user,
} from '../store/session.ts';

interface MountOptions {
  /** For the side panel. */
  narrow?: boolean;
  /** The page can stand without a user: settings, restoring. */
  withoutUser?: boolean;
  /** `once-shown` where nothing is said; a page that can stand without a user opens it at once. */
  opens?: Opens;
  /** The view that is shown can stand whatever has become of the store and its user: the IT desk's. */
  withoutStore?: () => boolean;
}

/**
 * Puts a page up: opens the store, and shows the page, the first-run screen, what is wrong with the
 * store, or that someone else is the user now.
 */
export function mount(Room: ComponentType, options: MountOptions = {}): void {
  const root = document.getElementById('app');
  if (!root) throw new Error('The page has no #app');
  if (inPrivateWindow) {
    void Promise.all([import('./private-window.tsx'), wholeWording()]).then(([{ PrivateWindow }]) =>
      render(<PrivateWindow narrow={options.narrow ?? false} />, root),
    );
    return;
  }
  render(<Shell Room={Room} {...options} />, root);
  effect(() => {
    document.documentElement.lang = user.value?.settings.language ?? 'ja';
  });
  stayWhenFilesAreDropped();
  const { opens = options.withoutUser ? 'at-once' : 'once-shown' } = options;
  void startSession(opens);
  if (opens === 'to-write') {
    // What is shown to a room goes on, whoever becomes the user elsewhere.
    requestIdleCallback(() => void import('./background-news.ts').then((news) => news.keepPlace()));
    return;
  }
  followOtherPages();
  void foundWhole.then(() => afterwards(options));
}

/** What can wait until the page stands. */
async function afterwards({ narrow }: MountOptions): Promise<void> {
  const { takeUpLeftNotes } = await import('../store/left-notes.ts');
  await takeUpLeftNotes();
  const { keepBadge, keepPlace } = await import('./background-news.ts');
  keepBadge();
  // The browser lets nobody but a person open the side panel.
  if (!narrow) await keepPlace();
}

/** What the page can show now. Only a change of it draws the page anew as a whole. */
const stage = computed(() => {
  const { state } = opening.value;
  if (state !== 'ready' && state !== 'opening') return 'trouble';
  if (switched.value) return 'switched';
  if (user.value) return 'user';
  return state === 'ready' || looked.value ? 'nobody' : 'waiting';
});

function Shell({
  Room,
  narrow = false,
  withoutUser = false,
  withoutStore,
}: MountOptions & { Room: ComponentType }) {
  const { value: now } = stage;
  if (now === 'waiting') return null;
  if ((now === 'trouble' || now === 'switched') && withoutStore?.()) return <Room />;
  if (now === 'trouble') {
    return <Later load={() => import('./trouble.tsx').then(({ Trouble }) => Trouble)} />;
  }
  if (now === 'switched') {
    const load = async () => {
      const { Switched } = await import('./switched.tsx');
      return () => <Switched narrow={narrow} />;
    };
    return <Later key="switched" load={load} />;
  }
  if (now === 'user' || withoutUser) return <Room />;
  return (
    <Page title={t('firstRun.title')} route="first-run" narrow={narrow} home="home.html">
      <Later load={() => import('./first-run.tsx').then(({ FirstRun }) => FirstRun)} />
    </Page>
  );
}

/** A part of a page that is fetched when it is first needed, and with it the words the page did not start with. */
export function Later({ load }: { load: () => Promise<ComponentType> }) {
  const [Part, setPart] = useState<ComponentType | null>(null);
  useEffect(() => {
    void Promise.all([load(), wholeWording()]).then(([part]) => setPart(() => part));
  }, []);
  return Part && <Part />;
}
