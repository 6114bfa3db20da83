import { builtInCatalog } from '../../core/catalog/built-in.ts';
import type { Review } from '../../core/review/review.ts';
import { summarize } from '../../core/review/summary.ts';
import { t } from '../../locales/t.ts';
import { fiscalYearName } from '../../ui/fiscal-year.ts';
import { percent } from '../../ui/percent.ts';
import { Table } from '../../ui/table.tsx';
import { go } from '../app/route.ts';
import { store } from '../page-store.ts';
import { takeUp } from '../store/session/session.ts';
import { toTop } from './result-state.tsx';

/** The other years, each to be looked at. */
export function History({ past }: { past: readonly Review[] }) {
  if (past.length === 0) return null;
  return (
    <section class="r-years f-screen">
      <h2>{t('history.heading')}</h2>
      <p>{t('history.lead')}</p>
      <Table
        caption={<span class="f-unseen">{t('history.heading')}</span>}
        head={[t('result.year'), t('ui.rate'), t('history.answered'), t('history.state')]}
        rows={[...past].sort((a, b) => b.fiscalYear - a.fiscalYear).map(rowOf)}
        numeric={[1, 2]}
      />
    </section>
  );
}

function rowOf(review: Review) {
  const { all } = summarize(review, builtInCatalog);
  const look = () => {
    takeUp(store, review);
    go('#/result');
    toTop();
  };
  return [
    <button key="year" type="button" class="f-link" onClick={look}>
      {fiscalYearName(review.fiscalYear)}
    </button>,
    percent(all.rate),
    builtInCatalog.standards.length - all.unanswered,
    t(`history.${review.state}`),
  ];
}
