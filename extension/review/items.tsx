import { useEffect, useState } from 'preact/hooks';
import { japanTimestamp } from '../../core/calendar/japan-time.ts';
import type { Standard, StandardId } from '../../core/catalog/catalog.ts';
import { earlierReview } from '../../core/review/comparison.ts';
import type { Answer, Rating, Review } from '../../core/review/review.ts';
import { t } from '../../locales/t.ts';
import { timeOfDay } from '../../ui/date-and-time.ts';
import { Checkbox } from '../../ui/field.tsx';
import { fiscalYearName } from '../../ui/fiscal-year.ts';
import { type EarlierAnswer, type Examples, Item } from '../../ui/item.tsx';
import { focusItem, ItemList } from '../../ui/item-list.tsx';
import { noteInAddress } from '../app/route.ts';
import { wholeCatalog } from '../app/whole-catalog.ts';
import { ratingName, ratingOptions, statusTag } from '../app/words.ts';
import { store } from '../page-store.ts';
import { draftNote, saveNotes } from '../store/session/notes.ts';
import { answerItem } from '../store/session/saving.ts';
import { rememberPlace } from '../store/tables/places.ts';
import { type ClosedGroup, ClosedItems } from './closed-items.tsx';
import { useHistory } from './use-history.ts';

interface Group extends ClosedGroup {
  /** 1, 2, … unless the list leaves some of a scene out. */
  numberOf?: (standard: Standard) => number;
}

interface ItemsProps {
  /** Lists of standards, each under its heading if it has one. */
  groups: readonly Group[];
  /** The item to open at. */
  at?: StandardId | undefined;
  /** A shortcut leads beyond the last item, or before the first. */
  onLeave?: (step: 1 | -1) => void;
  /** The item an answer was taken back to is not among these: shows it. */
  onElsewhere?: (id: StandardId) => void;
  /** An answer leads to the next item, by pointer too. */
  movesOn?: boolean;
  /** The address of an item in this view: Back comes to the one that had the focus. */
  address?: (id: StandardId) => string;
}

/** Standards to answer, of one scene or of all. */
export function Items({ groups, at, onLeave, onElsewhere, movesOn, address }: ItemsProps) {
  useEffect(() => {
    const item = at && document.getElementById(`item-${at}`);
    // After the page's own focus on its heading.
    if (item) requestAnimationFrame(() => focusItem(item));
  }, [at]);
  useEffect(() => saveNotes, []);

  const current = store.review.value;
  const past = useHistory();
  const earlier = current && past && earlierReview(past, current);
  const [earlierShown, setEarlierShown] = useState(false);
  const [examples, showExamples] = useState<AllExamples | null>(null);
  const place = ({ target }: Event) => {
    const item = (target as Element).closest<HTMLElement>('[data-item]');
    const id = item?.dataset.item;
    if (!id) return;
    rememberPlace(store, id);
    if (address) noteInAddress(address(id));
  };
  if (current?.state === 'completed') return <ClosedItems current={current} groups={groups} />;
  return (
    <div onFocusIn={place}>
      {earlier && (
        <div class="f-screen">
          <Checkbox
            id="earlier-shown"
            label={t('review.showEarlier', { year: fiscalYearName(earlier.fiscalYear) })}
            checked={earlierShown}
            onChange={setEarlierShown}
          />
        </div>
      )}
      <ItemList
        shortcuts={store.user.value?.settings.shortcuts ?? true}
        onAnswer={(id, rating) => void answerItem(store, id, { rating: rating as Rating | null })}
        onNote={(id, text) => draftNote(store, id, text)}
        onExamples={() => void loadExamples().then(showExamples)}
        onLeave={(_, step) => onLeave?.(step)}
        onElsewhere={onElsewhere}
        movesOn={movesOn}
      >
        {groups.map(({ heading, standards, numberOf }) => (
          <>
            {heading && <h2>{heading}</h2>}
            {standards.map((standard, index) => (
              <Item
                key={standard.id}
                id={standard.id}
                number={numberOf?.(standard) ?? index + 1}
                text={standard.text}
                tag={statusTag(standard)}
                tagOnScreen={standard.status === 'model'}
                guidance={standard.guidance ?? null}
                examples={examples?.get(standard.id) ?? null}
                options={ratingOptions()}
                value={current?.answers[standard.id]?.rating ?? null}
                note={noteOf(current, standard.id)}
                saved={savedTime(standard.id)}
                earlier={earlier ? earlierAnswer(earlier, standard.id) : null}
                earlierShown={earlierShown}
              />
            ))}
          </>
        ))}
      </ItemList>
    </div>
  );
}

type AllExamples = ReadonlyMap<StandardId, Examples>;

/** The examples of all items, which the page does not start with. */
async function loadExamples(): Promise<AllExamples> {
  const { standards } = await wholeCatalog();
  return new Map(standards.map((standard) => [standard.id, standard]));
}

function noteOf(current: Review | null, standard: StandardId): string | null {
  return store.drafts.value[standard]?.text ?? current?.answers[standard]?.note ?? null;
}

/** 9:05 where what the page shows is on the disk since today. */
function savedTime(standard: StandardId): string | null {
  const answer = store.stored.value?.answers[standard];
  const changing = store.drafts.value[standard] || answer !== store.review.value?.answers[standard];
  if (!answer?.rating || changing) return null;
  const [day, time] = answer.at.split('T');
  return day === japanTimestamp(Date.now()).slice(0, 10) && time
    ? timeOfDay(Date.parse(answer.at))
    : null;
}

const earlierAnswers = new WeakMap<Answer, EarlierAnswer>();

/** Last year's answer in words; one object an answer, so that an item isn't drawn anew for it. */
function earlierAnswer(earlier: Review, standard: StandardId): EarlierAnswer | null {
  const answer = earlier.answers[standard];
  if (!answer?.rating) return null;
  let words = earlierAnswers.get(answer);
  if (!words) {
    const label = t('review.earlier', { year: fiscalYearName(earlier.fiscalYear) });
    const rating = ratingName(answer.rating);
    const text = answer.note ? t('review.earlierNote', { rating, note: answer.note }) : rating;
    words = { label, text };
    earlierAnswers.set(answer, words);
  }
  return words;
}
