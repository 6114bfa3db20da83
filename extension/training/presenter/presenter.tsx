import { signal } from '@preact/signals';
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Catalog } from '../../../core/catalog/catalog.ts';
import { makeDeck } from '../../../core/training/deck.ts';
import { t, useLanguage, wholeWording } from '../../../locales/t.ts';
import '../../../ui/style/style.css';
import { isComposing } from '../../../ui/composing.ts';
import { wholeCatalog } from '../../app/whole-catalog.ts';
import { type Act, openChannel, type Standing } from '../channel.ts';
import { keyPressed, ratingKeys } from '../keys.ts';
import { pageTitle } from '../words.ts';
import './presenter.css';
import { Desk } from './desk.tsx';

/** The presenter's window: it keeps nothing, asks the slides where they stand, and tells them what to do. */

const standing = signal<Standing | null>(null);
/** When the slides were last heard of, epoch milliseconds. */
const heardAt = signal(0);

const askEvery = 2000;
const patience = 6000;

export async function mountPresenter(): Promise<void> {
  const root = document.getElementById('app');
  if (!root) throw new Error('The page has no #app');
  const session = location.hash.replace(/^#\//, '');
  const channel = openChannel(async (word) => {
    if (word.say !== 'standing' || word.standing.session !== session) return;
    await useLanguage(word.standing.language);
    document.documentElement.lang = word.standing.language;
    standing.value = word.standing;
    heardAt.value = Date.now();
  });
  const hello = () => channel.say({ say: 'hello', session });
  const perform = (act: Act) => channel.say({ say: 'act', session, act });
  const [catalog] = await Promise.all([wholeCatalog(), wholeWording()]);
  render(<Presenter catalog={catalog} perform={perform} />, root);
  hello();
  setInterval(hello, askEvery);
  document.addEventListener('keydown', (event) => hear(event, perform));
}

function Presenter({ catalog, perform }: { catalog: Catalog; perform: (act: Act) => void }) {
  const now = useNow();
  const { value: current } = standing;
  useEffect(() => {
    document.title = pageTitle(t('presenter.title'));
  }, [current?.language]);
  const lost = current !== null && now - heardAt.value > patience;
  if (!current) {
    return (
      <main class="p-desk">
        <h1>{t('presenter.title')}</h1>
        <p>{t('presenter.waiting')}</p>
      </main>
    );
  }
  const deck = makeDeck(current.course, catalog);
  return <Desk {...{ standing: current, deck, perform, now, lost }} />;
}

/** The time, anew with each second. */
function useNow(): number {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(ticking);
  }, []);
  return now;
}

/** The same keys as on the slides, as far as they are of use here. */
function hear(event: KeyboardEvent, perform: (act: Act) => void): void {
  const { value: current } = standing;
  const target = event.target as Element;
  if (!current || isComposing(event) || target.closest('input')) return;
  if (target.closest('a, button') && (event.key === ' ' || event.key === 'Enter')) return;
  const asked = keyPressed(event, current.shortcuts);
  if (!asked) return;
  if (typeof asked !== 'string') {
    const [, rating] = ratingKeys.find(([digit]) => digit === asked.digit) ?? [];
    if (!rating || !current.voting || !current.counts) return;
    const hands = current.counts[rating] + (event.shiftKey ? -1 : 1);
    perform({ do: 'hands', rating, hands });
  } else if (isShared(asked)) {
    perform({ do: asked });
  } else {
    return;
  }
  event.preventDefault();
}

const shared = ['next', 'previous', 'first', 'last', 'blank', 'voting'] as const;
const isShared = (act: string): act is (typeof shared)[number] =>
  (shared as readonly string[]).includes(act);
