import { builtInCatalog } from '../../core/catalog/built-in.ts';
import { earlierReview } from '../../core/review/comparison.ts';
import { summarize } from '../../core/review/summary.ts';
import { t } from '../../locales/t.ts';
import { Button, Buttons } from '../../ui/button.tsx';
import { fiscalYearName } from '../../ui/fiscal-year.ts';
import { percent } from '../../ui/percent.ts';
import { go } from '../app/route.ts';
import { store } from '../page-store.ts';
import { takeUp } from '../store/session/session.ts';
import { Find } from './find.tsx';
import { History } from './history.tsx';
import { LookBack } from './look-back.tsx';
import { useHistory } from './use-history.ts';

/** Under the scenes: the search, last year's result and goals, and the way to the years before. */
export function UnderTasks() {
  return (
    <>
      <Find />
      <LastYear />
      <LookBack />
      <Years />
    </>
  );
}

function LastYear() {
  const { value: current } = store.review;
  const past = useHistory();
  const last = current && past && earlierReview(past, current);
  if (!last) return null;
  const { all } = summarize(last, builtInCatalog);
  const year = fiscalYearName(last.fiscalYear);
  const answered = builtInCatalog.standards.length - all.unanswered;
  const look = () => {
    takeUp(store, last);
    go('#/result');
  };
  return (
    <section>
      <h2>{t('lastYear.heading', { year })}</h2>
      <p>{t('lastYear.text', { rate: percent(all.rate), answered })}</p>
      <Buttons>
        <Button onClick={look}>{t('lastYear.show', { year })}</Button>
      </Buttons>
    </section>
  );
}

/** Where there is more than the last one. */
function Years() {
  const past = useHistory();
  return past && past.length > 1 ? <History past={past} /> : null;
}
