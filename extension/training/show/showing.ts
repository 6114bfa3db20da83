import { batch, computed, signal } from '@preact/signals';
import { japanTimestamp } from '../../../core/calendar/japan-time.ts';
import type { Rating } from '../../../core/review/review.ts';
import type { Course } from '../../../core/training/course.ts';
import type { Deck } from '../../../core/training/deck.ts';
import {
  countsOf,
  type HandTally,
  setHands,
  type TallyClash,
} from '../../../core/training/hand-tally.ts';
import { t } from '../../../locales/t.ts';
import { store } from '../../page-store.ts';
import type { Act, Standing } from '../channel.ts';
import type { Engine, Position } from './engine.ts';
import { passing } from './passing.ts';

/** The training session on this page's screen: where it stands, and what can be done to it. */

/** What stays over a reload of the page, apart from the tally. */
export interface Session {
  readonly id: string;
  /** Which course, as the address names it. */
  readonly course: string;
  /** Epoch milliseconds. */
  readonly startedAt: number;
}

const sessionKey = 'furikaeri.slides';

/** Where a session stood, for a reload and for the way back from its tally. */
interface Kept extends Session {
  readonly at?: Position;
}

export const position = signal<Position>({ index: 0, revealed: false });
export const blank = signal(false);
export const voting = signal(false);
export const tally = signal<HandTally | null>(null);
/** The last change of the tally could not be written to the disk. */
export const unkept = signal(false);
/** Hands that another page of the same session has counted differently, to be decided. */
export const handClashes = signal<readonly TallyClash[]>([]);
const slideSince = signal(0);
/** What the trainer is told for a moment. */
export const toast = passing();
/** How often the way went on where the last slide ends. */
export const pastEnd = signal(0);

let engine: Engine | null = null;
const shown = signal<Deck | null>(null);

export const slideCount = computed(() => shown.value?.slides.length ?? 0);
export const slide = computed(() => shown.value?.slides[position.value.index] ?? null);

/** The session of this tab that a reload interrupted; without one for this course, a new one. */
export function sessionOf(course: string): Session {
  const session = sessionAtHand();
  if (session?.course === course) return session;
  const begun = { id: crypto.randomUUID(), course, startedAt: Date.now() };
  sessionStorage.setItem(sessionKey, JSON.stringify(begun));
  return begun;
}

/** The session of this tab, or null. */
export function sessionAtHand(): Kept | null {
  const kept = sessionStorage.getItem(sessionKey);
  return kept && JSON.parse(kept);
}

/** Notes where the session of a course stands. */
export function keepPlace(course: string, at: Position): void {
  const session = sessionAtHand();
  if (session?.course !== course) return;
  sessionStorage.setItem(sessionKey, JSON.stringify({ ...session, at }));
}

/** Where a session goes on: at the slide that the address asks for, counted from 0, or where it stood. */
export function placeOf(asked: number | null): Position {
  const kept = sessionAtHand()?.at ?? { index: 0, revealed: false };
  return asked === null || asked === kept.index ? kept : { index: asked, revealed: false };
}

/** The next showing of a course is a new session. */
export const endSession = (): void => sessionStorage.removeItem(sessionKey);

/** An empty tally for a session. */
export const emptyTally = ({ startedAt }: Session, { title, catalog }: Course): HandTally => ({
  title,
  heldAt: japanTimestamp(startedAt),
  catalog,
  items: [],
});

/** Puts a deck under the hands of `perform`, at a slide; beyond the last one is the last one. */
export function begin(deck: Deck, hands: HandTally, { index, revealed }: Position): void {
  batch(() => {
    shown.value = deck;
    position.value = { index: Math.min(index, deck.slides.length - 1), revealed };
    slideSince.value = Date.now();
    blank.value = false;
    voting.value = false;
    tally.value = hands;
    handClashes.value = [];
  });
}

export function drive(next: Engine | null): void {
  engine = next;
}

/** Where the slides stand from now on. */
export function moveTo(to: Position): void {
  const { index, revealed } = position.peek();
  if (to.index === index && to.revealed === revealed) return;
  batch(() => {
    if (to.index !== index) slideSince.value = Date.now();
    position.value = to;
    if (slide.value?.kind !== 'standard') voting.value = false;
  });
}

/** Does to the slides what a key, a button or the presenter's window asks for. */
export function perform(act: Act): void {
  const deck = shown.peek();
  if (!engine || !deck) return;
  if (act.do !== 'blank' && act.do !== 'hands') blank.value = false;
  const go = (index: number) => moveTo({ index, revealed: false });
  const last = deck.slides.length - 1;
  if (act.do === 'next') goOn(engine, last);
  else if (act.do === 'previous') engine.previous();
  else if (act.do === 'first') go(0);
  else if (act.do === 'last') go(last);
  else if (act.do === 'go') go(Math.min(Math.max(act.index, 0), last));
  else if (act.do === 'blank') blank.value = !blank.value;
  else if (act.do === 'voting') vote();
  else if (act.do === 'hands') raise(act.rating, act.hands);
}

function goOn(from: Engine, last: number): void {
  const before = position.peek();
  from.next();
  if (position.peek() !== before || before.index !== last) return;
  toast.value = t('slides.last');
  pastEnd.value += 1;
}

function raise(rating: Rating, hands: number): void {
  const current = slide.peek();
  const before = tally.peek();
  if (current?.kind !== 'standard' || !before) return;
  tally.value = setHands(before, current.standard.id, rating, hands);
}

/** Takes one of the two numbers of a clash. */
export function settleHands(clash: TallyClash, hands: number): void {
  const before = tally.peek();
  batch(() => {
    handClashes.value = handClashes.peek().filter((other) => other !== clash);
    if (before) tally.value = setHands(before, clash.standard, clash.rating, hands);
  });
}

/** Hands are counted where the question to the room stands. */
function vote(): void {
  const current = slide.peek();
  if (current?.kind !== 'standard') {
    toast.value = t('slides.notCounted');
    return;
  }
  voting.value = !voting.value;
  if (voting.value) moveTo({ index: position.peek().index, revealed: false });
}

/** All that the presenter's window is told. */
export function standingOf({ id, startedAt }: Session, course: Course): Standing {
  const { value: current } = slide;
  const hands = tally.value;
  return {
    session: id,
    course,
    language: store.user.value?.settings.language ?? 'ja',
    shortcuts: store.user.value?.settings.shortcuts ?? true,
    startedAt,
    slideSince: slideSince.value,
    ...position.value,
    blank: blank.value,
    voting: voting.value,
    told: toast.value,
    counts: current?.kind === 'standard' && hands ? countsOf(hands, current.standard.id) : null,
  };
}
