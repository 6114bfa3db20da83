import { builtInCatalog } from '../../core/catalog/built-in.ts';
import type { Review } from '../../core/review/review.ts';
import { summarize } from '../../core/review/summary.ts';
import { t } from '../../locales/t.ts';
import { Button } from '../../ui/button.tsx';
import { fiscalYearName } from '../../ui/fiscal-year.ts';
import { percent } from '../../ui/percent.ts';
import { Table } from '../../ui/table.tsx';
import { takeUp } from '../store/session.ts';
import { toTop } from './result-state.tsx';

/** The other years, each to be looked at. */
export function History({ past }: { past: readonly Review[] }) {
  if (past.length === 0) return null;
  const rows = [...past].sort((a, b) => b.fiscalYear - a.fiscalYear).map(rowOf);
  return (
    <section class="f-screen">
      <h2>{t('history.heading')}</h2>
      <Table
        caption={<span class="f-unseen">{t('history.heading')}</span>}
        head={[
          t('result.year'),
          t('ui.rate'),
          t('history.answered'),
          t('history.state'),
          t('history.look'),
        ]}
        rows={rows}
        numeric={[1, 2]}
      />
    </section>
  );
}

function rowOf(review: Review) {
  const { all } = summarize(review, builtInCatalog);
  const year = fiscalYearName(review.fiscalYear);
  const look = () => {
    takeUp(review);
    toTop();
  };
  return [
    year,
    percent(all.rate),
    builtInCatalog.standards.length - all.unanswered,
    t(`history.${review.state}`),
    <Button key="look" kind="text" aria-label={t('history.lookAt', { year })} onClick={look}>
      {t('history.look')}
    </Button>,
  ];
}
