import { type ComponentType, render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../locales/t.ts';
import { Page } from '../../ui/page.tsx';
import '../../ui/style/style.css';
import { followOtherPages } from '../store/follow.ts';
import { opening, startSession, user } from '../store/session.ts';

interface MountOptions {
  /** For the side panel. */
  narrow?: boolean;
  /** The page can stand without a user: settings, restoring. */
  withoutUser?: boolean;
}

/** Puts a page up: opens the store, and shows the page, the first-run screen, or what is wrong with the store. */
export function mount(Room: ComponentType, options: MountOptions = {}): void {
  const root = document.getElementById('app');
  if (!root) throw new Error('The page has no #app');
  render(<Shell Room={Room} {...options} />, root);
  void startSession();
  followOtherPages();
}

function Shell({
  Room,
  narrow = false,
  withoutUser = false,
}: MountOptions & { Room: ComponentType }) {
  const { value: store } = opening;
  if (store.state === 'opening') return null;
  if (store.state !== 'ready') {
    return <Later load={() => import('./trouble.tsx').then(({ Trouble }) => Trouble)} />;
  }
  if (user.value || withoutUser) return <Room />;
  return (
    <Page title={t('firstRun.title')} route="first-run" narrow={narrow} home="home.html">
      <Later load={() => import('./first-run.tsx').then(({ FirstRun }) => FirstRun)} />
    </Page>
  );
}

/** A part of a page that is fetched when it is first needed. */
export function Later({ load }: { load: () => Promise<ComponentType> }) {
  const [Part, setPart] = useState<ComponentType | null>(null);
  useEffect(() => {
    void load().then((part) => setPart(() => part));
  }, []);
  return Part && <Part />;
}
