import { builtInCatalog } from '../../core/catalog/built-in.ts';
import { earlierReview } from '../../core/review/comparison.ts';
import { progress } from '../../core/review/progress.ts';
import { t } from '../../locales/t.ts';
import { Door, Doors } from '../../ui/door.tsx';
import { fiscalYearName } from '../../ui/fiscal-year.ts';
import { Notice } from '../../ui/notice.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Frame } from '../app/frame.tsx';
import { InJapanese } from '../app/in-japanese.tsx';
import { WhoseReview } from '../app/whose-review.tsx';
import { store } from '../page-store.ts';
import { insideExtension } from '../platform/extension.ts';
import { Reminder } from '../review/reminder.tsx';
import { useHistory } from '../review/use-history.ts';

/** The start page: a door for each kind of work, and where everything is kept. */
export function Home() {
  return (
    <Frame title={t('home.title')} route="home">
      {!insideExtension && <Trying />}
      <InJapanese />
      <Doors>
        <Door heading={t('home.review')} href="review.html" what={t('home.reviewWhat')}>
          <ReviewState />
        </Door>
        <Door heading={t('home.sheet')} href="sheet.html" what={t('home.sheetWhat')} />
        <Door heading={t('home.collect')} href={null} what={t('home.collectWhat')} />
        <Door heading={t('home.training')} href="trainer.html" what={t('home.trainingWhat')} />
      </Doors>
      <h2>{t('home.data')}</h2>
      <p>{t('home.dataWhere')}</p>
      <ul>
        <li>
          <a href="options.html#/backup">{t('home.backup')}</a>
        </li>
        <li>
          <a href="options.html">{t('home.options')}</a>
        </li>
      </ul>
      <LastYear />
    </Frame>
  );
}

/** Whose, 年度, how far it has come, and when it is due. */
function ReviewState() {
  const { value: current } = store.review;
  if (!current) return <Reminder />;
  const { answered, total } = progress(current, builtInCatalog.standards);
  const year = fiscalYearName(current.fiscalYear);
  if (current.state === 'completed') {
    return (
      <>
        <WhoseReview />
        <p>{t('home.finished', { year })}</p>
      </>
    );
  }
  return (
    <>
      <WhoseReview />
      <Progress
        label={t('home.progress', { year, answered, total })}
        value={answered}
        max={total}
      />
      <Reminder />
    </>
  );
}

/** From April on: what was reached and meant the year before. */
function LastYear() {
  const { value: current } = store.review;
  const past = useHistory();
  const last = current && past && earlierReview(past, current);
  if (!last) return null;
  const { fiscalYear, goals } = last;
  const year = fiscalYearName(fiscalYear);
  return (
    <>
      <h2>{t('home.lastYear', { year })}</h2>
      {goals.length > 0 && (
        <ul>
          {goals.map(({ text }) => (
            <li key={text}>{t('home.lastGoal', { text })}</li>
          ))}
        </ul>
      )}
      <p>
        <a href={`review.html#/result/${fiscalYear}`}>{t('lastYear.show', { year })}</a>
      </p>
    </>
  );
}

/** Served over http: what is answered here stays with this address. */
function Trying() {
  return (
    <Notice kind="info" heading={t('home.trying')}>
      <p>{t('home.tryingWhere', { address: location.origin })}</p>
    </Notice>
  );
}
