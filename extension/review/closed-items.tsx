import type { Standard } from '../../core/catalog/catalog.ts';
import type { Review } from '../../core/review/review.ts';
import { CheckList, type CheckRow } from '../../ui/check-list.tsx';
import { ratingName } from '../app/words.ts';
import { StatusTag } from './status-tag.tsx';

/** Standards under their heading, if they have one. */
export interface ClosedGroup {
  heading?: string;
  standards: readonly Standard[];
}

/** The answers of a finished review: text, for nothing can be changed until it is taken up again. */
export function ClosedItems({
  current,
  groups,
}: {
  current: Review;
  groups: readonly ClosedGroup[];
}) {
  return (
    <>
      {groups.map(({ heading, standards }) => (
        <section key={heading}>
          {heading && <h2>{heading}</h2>}
          <CheckList rows={standards.map((standard) => answerRow(current, standard))} />
        </section>
      ))}
    </>
  );
}

/** A standard with its answer in words. */
export function answerRow(current: Review, standard: Standard): CheckRow {
  const { id, text } = standard;
  const answer = current.answers[id];
  return {
    id,
    label: (
      <>
        {text} <StatusTag of={standard} />
      </>
    ),
    value: answer?.rating ? ratingName(answer.rating) : null,
    note: answer?.note ?? null,
  };
}
