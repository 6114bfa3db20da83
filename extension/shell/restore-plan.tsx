import { builtInCatalog } from '../../core/catalog/built-in.ts';
import { standardById } from '../../core/catalog/lookup.ts';
import type { RestoreItem } from '../../core/exchange/restore.ts';
import type { Answer, Review } from '../../core/review/review.ts';
import { t } from '../../locales/t.ts';
import { CheckList } from '../../ui/check-list.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { fiscalYearName } from '../../ui/fiscal-year.ts';
import { Table } from '../../ui/table.tsx';
import type { Restoring } from '../store/restore.ts';
import { dateAndTime, ratingName } from './words.ts';

const effects = ['add', 'change', 'leave'] as const;

/** What restoring will add, change and leave, by 年度 in numbers, and one by one. */
export function RestorePlanView({ backup, plan, drafts, here }: Restoring) {
  const years = [
    ...new Set(effects.flatMap((effect) => plan[effect].map((item) => item.fiscalYear))),
  ];
  const count = (items: readonly RestoreItem[], year: number) =>
    items.filter((item) => item.fiscalYear === year && item.standard !== null).length;
  const known = new Map(here.map((review) => [review.id, review]));
  const after = new Map([...here, ...plan.reviews].map((review) => [review.id, review]));

  return (
    <>
      {years.length > 0 && (
        <Table
          caption={t('restore.caption', {
            label: backup.user.label || t('user.unnamed'),
            time: dateAndTime(backup.savedAt),
          })}
          head={[t('restore.year'), ...effects.map((effect) => t(`restore.${effect}`))]}
          rows={years
            .sort((a, b) => b - a)
            .map((year) => [
              fiscalYearName(year),
              ...effects.map((effect) => t('restore.count', { count: count(plan[effect], year) })),
            ])}
          numeric={[1, 2, 3]}
        />
      )}
      {drafts.length > 0 && <p>{t('restore.drafts', { count: drafts.length })}</p>}
      {effects.map(
        (effect) =>
          plan[effect].length > 0 && (
            <Disclosure key={effect} summary={t(`restore.${effect}List`)}>
              <CheckList
                rows={plan[effect].map((item) => ({
                  id: `${item.review}-${item.standard}`,
                  label: itemName(item),
                  value: outcome(effect, known.get(item.review), after.get(item.review), item),
                }))}
              />
            </Disclosure>
          ),
      )}
    </>
  );
}

function itemName({ fiscalYear, standard }: RestoreItem): string {
  const name = standard
    ? (standardById(builtInCatalog, standard)?.text ?? standard)
    : t('restore.head');
  return t('restore.itemOfYear', { name, year: fiscalYearName(fiscalYear) });
}

function outcome(
  effect: (typeof effects)[number],
  before: Review | undefined,
  after: Review | undefined,
  item: RestoreItem,
): string {
  const is = inWords(after, item);
  return effect === 'change' ? t('restore.fromTo', { was: inWords(before, item), is }) : is;
}

function inWords(review: Review | undefined, { standard }: RestoreItem): string {
  if (!review) return t('restore.nothing');
  if (standard) return answerInWords(review.answers[standard]);
  const goals = review.goals.map(({ text }) => text).join('、');
  return [t(`restore.${review.state}-review`), goals].filter(Boolean).join('　');
}

/** 守れている（メモ：…） */
function answerInWords(answer: Answer | undefined): string {
  if (!answer) return t('restore.nothing');
  const rating = answer.rating ? ratingName(answer.rating) : t('ui.unanswered');
  return answer.note ? t('restore.withNote', { rating, note: answer.note }) : rating;
}
