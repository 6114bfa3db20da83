import { computed, effect } from '@preact/signals';
import { type ComponentType, render } from 'preact';
import { t, wholeWording } from '../../locales/t.ts';
import { stayWhenFilesAreDropped } from '../../ui/dropped-file.ts';
import { flushWhenLeft } from '../../ui/kept-text.ts';
import { keepLineEnds } from '../../ui/line-ends.ts';
import { Page } from '../../ui/page.tsx';
import { ignoreClicksOnMovedControls } from '../../ui/steady-clicks.ts';
import '../../ui/style/style.css';
import { store } from '../page-store.ts';
import { inPrivateWindow } from '../platform/private-window.ts';
import { followOtherPages } from '../store/session/follow.ts';
import { prefetched } from '../store/session/prefetch.ts';
import { askBeforeLeaving, keepSaving } from '../store/session/saving.ts';
import { type Opens, startSession } from '../store/session/session.ts';
import { firstLanguage } from './first-language.ts';
import { Later } from './later.tsx';
import type { FirstView } from './new-user.tsx';

interface MountOptions {
  /** What the first-run screen speaks of and leads into. */
  firstRoom?: FirstView;
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
  keepLineEnds();
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
    document.documentElement.lang = store.user.value?.settings.language ?? firstLanguage.value;
  });
  // Nobody yet, as far as the first look tells: what they will see comes while the store is opened.
  if (!options.withoutUser) {
    void prefetched.then((seen) => {
      if (!seen) void firstRun(options.firstRoom).catch(() => {});
    });
  }
  stayWhenFilesAreDropped();
  flushWhenLeft();
  ignoreClicksOnMovedControls();
  keepSaving(store);
  askBeforeLeaving(store);
  const { opens = options.withoutUser ? 'at-once' : 'once-shown' } = options;
  void startSession(store, opens, prefetched);
  if (opens === 'to-write') {
    // What is shown to a room goes on, whoever becomes the user elsewhere.
    requestIdleCallback(() => void import('./background-news.ts').then((news) => news.keepPlace()));
    return;
  }
  followOtherPages(store);
  void store.foundWhole.promise.then(() => afterwards(options));
}

/** What can wait until the page stands. */
async function afterwards({ narrow }: MountOptions): Promise<void> {
  const [{ takeUpLeft }, { takeUpAnswer }, goals, { takeUpUnit }, { takeUpProfile }] =
    await Promise.all([
      import('../store/session/second-place.ts'),
      import('../store/session/left-answers.ts'),
      import('../store/session/typed-goals.ts'),
      import('../store/session/typed-unit.ts'),
      import('../store/session/typed-profile.ts'),
    ]);
  await takeUpLeft(store, {
    answer: takeUpAnswer,
    note: takeUpAnswer,
    goals: goals.takeUpGoals,
    'look-back': goals.takeUpLookBack,
    unit: takeUpUnit,
    profile: takeUpProfile,
  });
  // Whoever becomes the user on this page is looked after from then on.
  effect(() => {
    if (!store.user.value) return;
    void import('../dated/dated-copies.ts').then(({ keepDatedCopies }) => keepDatedCopies());
  });
  const { keepBadge, keepPlace } = await import('./background-news.ts');
  keepBadge();
  // The browser lets nobody but a person open the side panel.
  if (!narrow) await keepPlace();
}

const firstRun = async (room: FirstView = 'review') => {
  const { FirstRun, prepare } = await import('./first-run.tsx');
  void prepare();
  void wholeWording();
  return () => <FirstRun room={room} />;
};

/** What the page can show now. Only a change of it draws the page anew as a whole. */
const stage = computed(() => {
  const { state } = store.opening.value;
  if (state !== 'ready' && state !== 'opening') return 'trouble';
  if (store.switched.value) return 'switched';
  if (store.user.value) return 'user';
  return state === 'ready' || store.looked.value ? 'nobody' : 'waiting';
});

function Shell({
  Room,
  narrow = false,
  withoutUser = false,
  withoutStore,
  firstRoom,
}: MountOptions & { Room: ComponentType }) {
  const { value: now } = stage;
  if (now === 'waiting') return <p class="f-opening">{t('ui.opening')}</p>;
  if ((now === 'trouble' || now === 'switched') && withoutStore?.()) return <Room />;
  if (now === 'trouble') {
    return <Later load={() => import('../recovery/trouble.tsx').then(({ Trouble }) => Trouble)} />;
  }
  if (now === 'switched') {
    const load = async () => {
      const { Switched } = await import('./switched.tsx');
      return () => <Switched narrow={narrow} />;
    };
    return <Later key="switched" load={load} />;
  }
  if (now === 'user' || withoutUser) return <Room />;
  const { value: language } = firstLanguage;
  return (
    <Page title={t('firstRun.title')} route="first-run" narrow={narrow} home="home.html">
      <Later key={language} load={() => firstRun(firstRoom)} />
    </Page>
  );
}
