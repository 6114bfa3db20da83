import type { Standard } from '../../../core/catalog/catalog.ts';
import { ratings } from '../../../core/review/review.ts';
import { complianceRate } from '../../../core/review/summary.ts';
import { type HandTally, handsOf } from '../../../core/training/hand-tally.ts';
import { t } from '../../../locales/t.ts';
import { percent } from '../../../ui/percent.ts';
import { ratingName } from '../../app/words.ts';
import { ColumnHead } from '../column-head.tsx';
import '../paper.css';

interface CountsTableProps {
  items: HandTally['items'];
  textOf: (id: Standard['id']) => string;
}

/** The hands for each item, how many there were, and the share of those that keep it. */
export function CountsTable({ items, textOf }: CountsTableProps) {
  return (
    <table class="t-check t-counts">
      <caption>{t('tally.counts')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('tally.item')}</th>
          {ratings.map((rating) => (
            <ColumnHead key={rating} text={t(`head.${rating}`)} />
          ))}
          <ColumnHead text={t('head.hands')} />
          <ColumnHead text={t('head.rate')} />
        </tr>
      </thead>
      <tbody>
        {items.map(({ standard, counts }) => (
          <tr key={standard}>
            <th scope="row">{textOf(standard)}</th>
            {ratings.map((rating) => (
              <td key={rating} data-label={ratingName(rating)}>
                {counts[rating]}
              </td>
            ))}
            <td data-label={t('head.hands')}>{handsOf(counts)}</td>
            <td data-label={t('head.rate').replaceAll('|', '')}>
              {percent(complianceRate(counts))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
