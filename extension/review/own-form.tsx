import { useState } from 'preact/hooks';
import { builtInCatalog } from '../../core/catalog/built-in.ts';
import { ratingOf } from '../../core/review/answering.ts';
import { earlierReview } from '../../core/review/comparison.ts';
import { t } from '../../locales/t.ts';
import { ButtonLink, Buttons } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/field.tsx';
import { unitName } from '../app/words.ts';
import { BlankChecklist } from '../training/paper/blank-checklist.tsx';
import '../training/paper.css';
import '../training/trainer.css';
import { store } from '../page-store.ts';
import { useHistory } from './use-history.ts';

/** One's own items with boxes to tick by hand: without those that were 担当していない this year or, unanswered yet, the year before. */
export function OwnForm() {
  const { value: current } = store.review;
  const past = useHistory();
  const [all, setAll] = useState(false);
  if (!current || !past) return null;
  const earlier = earlierReview(past, current);
  const isOwn = (id: string) =>
    (ratingOf(current, id) ?? (earlier && ratingOf(earlier, id))) !== 'not-applicable';
  const own = builtInCatalog.standards.filter(({ id }) => isOwn(id));
  const left = builtInCatalog.standards.length - own.length;
  const standards = all || own.length === 0 ? builtInCatalog.standards : own;
  return (
    <>
      <p class="f-screen">{t('own.formHelp')}</p>
      {left > 0 && own.length > 0 && (
        <div class="f-screen">
          <Checkbox
            id="all-items"
            label={t('own.formAll', { count: left })}
            checked={all}
            onChange={setAll}
          />
        </div>
      )}
      <BlankChecklist
        catalog={{ ...builtInCatalog, standards }}
        workplace={unitName(current.unit)}
        flows
      />
      <Buttons>
        <ButtonLink href="#/result">{t('own.toResult')}</ButtonLink>
      </Buttons>
    </>
  );
}
