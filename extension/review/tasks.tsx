import { useEffect, useState } from 'preact/hooks';
import { fiscalYearOf } from '../../core/calendar/fiscal-year.ts';
import { builtInCatalog } from '../../core/catalog/built-in.ts';
import type { StandardId } from '../../core/catalog/catalog.ts';
import { standardById, standardsOfScene } from '../../core/catalog/lookup.ts';
import { ratingOf } from '../../core/review/answering.ts';
import { nextUnanswered, progress } from '../../core/review/progress.ts';
import type { Review } from '../../core/review/review.ts';
import { t } from '../../locales/t.ts';
import { Button, ButtonLink, Buttons } from '../../ui/button.tsx';
import { fiscalYearName } from '../../ui/fiscal-year.ts';
import { Notice } from '../../ui/notice.tsx';
import { Progress } from '../../ui/progress.tsx';
import { TaskList } from '../../ui/task-list.tsx';
import { InJapanese } from '../app/in-japanese.tsx';
import { Later } from '../app/later.tsx';
import { WhoseReview } from '../app/whose-review.tsx';
import { sceneName } from '../app/words.ts';
import { store } from '../page-store.ts';
import { takeUpThisYear } from '../store/session/session.ts';
import { lastPlace } from '../store/tables/places.ts';
import { Reminder } from './reminder.tsx';

const { standards, scenes } = builtInCatalog;

/** The first view: how far the review has come, scene by scene, and the one button that goes on. */
export function Tasks() {
  const { value: current } = store.review;
  if (!current) return null;
  const { answered, total } = progress(current, standards);
  return (
    <>
      <WhoseReview />
      <InJapanese />
      <OtherYear current={current} />
      {current.state === 'completed' ? <Finished /> : <Reminder />}
      {current.state === 'open' && current.revision > 1 && (
        <p>{t('review.round', { revision: current.revision })}</p>
      )}
      {current.state === 'open' && (
        <p>{t(answered < total ? 'review.lead' : 'review.allAnswered')}</p>
      )}
      <Progress label={t('review.progress', { answered, total })} value={answered} max={total} />
      {current.state === 'open' && <GoOn current={current} />}
      <h2>{t(current.state === 'open' ? 'review.scenes' : 'review.scenesDone')}</h2>
      <TaskList
        tasks={scenes.map((scene) => {
          const count = progress(current, standardsOfScene(builtInCatalog, scene.id));
          return {
            id: scene.id,
            label: sceneName(scene),
            href: `#/scene/${scene.id}`,
            done: count.answered,
            total: count.total,
          };
        })}
      />
      <p>{t('review.modelNote')}</p>
      {/* Last, for it comes later: nothing that is already there may move. */}
      <Later load={async () => (await import('./under-tasks.tsx')).UnderTasks} />
    </>
  );
}

/** One click back to where the person was. */
function GoOn({ current }: { current: Review }) {
  const [place, setPlace] = useState<StandardId | null>(null);
  useEffect(() => {
    void lastPlace(store).then(setPlace);
  }, [current.id]);

  const here = place && ratingOf(current, place) === null ? place : null;
  const next = here ?? nextUnanswered(current, standards, place);
  const standard = next && standardById(builtInCatalog, next);
  const begun = progress(current, standards).answered > 0;
  return (
    <Buttons>
      {standard ? (
        <ButtonLink kind="primary" href={`#/scene/${standard.scene}/${standard.id}`}>
          {t(begun ? 'review.goOn' : 'review.begin')}
        </ButtonLink>
      ) : (
        <ButtonLink kind="primary" href="#/check">
          {t('review.toCheck')}
        </ButtonLink>
      )}
      {begun && standard && <ButtonLink href="#/open">{t('review.open')}</ButtonLink>}
      <ButtonLink href="#/all">{t('review.all')}</ButtonLink>
      {begun && standard && <ButtonLink href="#/check">{t('review.toCheck')}</ButtonLink>}
    </Buttons>
  );
}

function Finished() {
  return (
    <Notice
      kind="success"
      heading={t('review.finished')}
      actions={
        <>
          <ButtonLink kind="primary" href="#/result">
            {t('result.title')}
          </ButtonLink>
          <ButtonLink href="#/handover">{t('handOver.title')}</ButtonLink>
        </>
      }
    />
  );
}

/** What was begun in March is finished in April; and then the new 年度 can be begun. */
function OtherYear({ current }: { current: Review }) {
  const thisYear = fiscalYearOf(Date.now());
  if (current.fiscalYear === thisYear) return null;
  const names = { year: fiscalYearName(current.fiscalYear), thisYear: fiscalYearName(thisYear) };
  return (
    <Notice
      kind="info"
      heading={t('review.otherYear', names)}
      actions={
        <Button onClick={() => void takeUpThisYear(store)}>
          {t('review.beginThisYear', names)}
        </Button>
      }
    >
      <p>{t('review.otherYearHelp', names)}</p>
    </Notice>
  );
}
