import { builtInCatalog } from '../../core/catalog/built-in.ts';
import type { Standard } from '../../core/catalog/catalog.ts';
import { ratingOf } from '../../core/review/answering.ts';
import type { Review } from '../../core/review/review.ts';
import { t } from '../../locales/t.ts';
import { Disclosure } from '../../ui/disclosure.tsx';

/** The standards no rate counts: not in one's charge (still part of the report), and unanswered ones. */
export function NotCounted({ current }: { current: Review }) {
  const rated = (rating: 'not-applicable' | null) =>
    builtInCatalog.standards.filter(({ id }) => ratingOf(current, id) === rating);
  const [others, unanswered] = [rated('not-applicable'), rated(null)];
  if (others.length + unanswered.length === 0) return null;
  return (
    <section class="f-screen">
      <h2>{t('notCounted.heading')}</h2>
      <p>{t('notCounted.lead')}</p>
      {others.length > 0 && (
        <Disclosure summary={t('notCounted.others', { count: others.length })}>
          <ul>
            {others.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ul>
        </Disclosure>
      )}
      {unanswered.length > 0 && (
        <Disclosure summary={t('notCounted.unanswered', { count: unanswered.length })}>
          <ul>
            {unanswered.map((standard) => (
              <li key={standard.id}>
                <a href={hrefOf(standard)}>{standard.text}</a>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </section>
  );
}

const hrefOf = ({ scene, id }: Standard): string => `#/scene/${scene}/${id}`;
