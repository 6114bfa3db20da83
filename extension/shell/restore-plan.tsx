import { builtInCatalog } from '../../core/catalog/built-in.ts';
import { standardById } from '../../core/catalog/lookup.ts';
import type { RestoreItem } from '../../core/exchange/restore.ts';
import type { Answer, Review } from '../../core/review/review.ts';
import { t } from '../../locales/t.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { fiscalYearName } from '../../ui/fiscal-year.ts';
import { Table } from '../../ui/table.tsx';
import type { Restoring } from '../store/restore.ts';
import { dateAndTime, ratingName } from './words.ts';

const effects = ['add', 'change', 'leave'] as const;

/** What restoring will add, change and leave, by 年度 in numbers, and one by one. */
export function RestorePlanView({ backup, plan, here }: Restoring) {
  const years = [
    ...new Set(effects.flatMap((effect) => plan[effect].map((item) => item.fiscalYear))),
  ];
  const count = (items: readonly RestoreItem[], year: number) =>
    items.filter((item) => item.fiscalYear === year && item.standard !== null).length;
  const known = new Map(here.map((review) => [review.id, review]));
  const after = new Map([...here, ...plan.reviews].map((review) => [review.id, review]));

  return (
    <>
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
      <Disclosure summary={t('restore.oneByOne')}>
        <Table
          caption={t('restore.listCaption')}
          head={[t('restore.item'), t('restore.now'), t('restore.after'), t('restore.effect')]}
          rows={effects.flatMap((effect) =>
            plan[effect].map((item) => [
              itemName(item),
              inWords(known.get(item.review), item),
              inWords(after.get(item.review), item),
              t(`restore.${effect}`),
            ]),
          )}
        />
      </Disclosure>
    </>
  );
}

function itemName({ fiscalYear, standard }: RestoreItem): string {
  const name = standard
    ? (standardById(builtInCatalog, standard)?.text ?? standard)
    : t('restore.head');
  return t('restore.itemOfYear', { name, year: fiscalYearName(fiscalYear) });
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
