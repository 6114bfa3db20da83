import { builtInCatalog } from '../../core/catalog/built-in.ts';
import type { Backup } from '../../core/formats/backup-file.ts';
import type { Review } from '../../core/review/review.ts';
import { t } from '../../locales/t.ts';
import { CheckList } from '../../ui/check-list.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { fiscalYearName } from '../../ui/fiscal-year.ts';
import { ratingName, unitName } from '../app/words.ts';

/** The answers in a backup, to read: the reviews latest first, each with its items, notes and goals. */
export function CopyView({ reviews }: Pick<Backup, 'reviews'>) {
  if (reviews.length === 0) return <p>{t('copy.noReviews')}</p>;
  return [...reviews]
    .sort((a, b) => b.fiscalYear - a.fiscalYear)
    .map((review, index) => (
      <Disclosure key={review.id} open={index === 0} summary={fiscalYearName(review.fiscalYear)}>
        <p>
          {[t(`restore.${review.state}-review`), unitName(review.unit)].filter(Boolean).join('　')}
        </p>
        <CheckList rows={rowsOf(review)} />
      </Disclosure>
    ));
}

function rowsOf({ id, answers, goals }: Review) {
  const known = builtInCatalog.standards.filter((standard) => answers[standard.id]);
  const ids = new Set(known.map((standard) => standard.id));
  const unknown = Object.keys(answers).flatMap((key) =>
    ids.has(key) ? [] : [{ id: key, text: key }],
  );
  return [
    ...[...known, ...unknown].map((standard) => {
      const { rating = null, note = null } = answers[standard.id] ?? {};
      return {
        id: `${id}-${standard.id}`,
        label: standard.text,
        value: rating && ratingName(rating),
        note,
      };
    }),
    ...goals.map(({ text }, index) => ({
      id: `${id}-goal-${index}`,
      label: t('copy.goal', { number: index + 1 }),
      value: text,
    })),
  ];
}
