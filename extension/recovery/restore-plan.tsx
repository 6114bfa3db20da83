import { builtInCatalog } from '../../core/catalog/built-in.ts';
import { standardById } from '../../core/catalog/lookup.ts';
import { type PcRow, type RowTable, rowTables } from '../../core/formats/backup-rows.ts';
import { type RowRestore, saysSame } from '../../core/formats/read-backup-rows.ts';
import type { RestoreItem } from '../../core/formats/restore.ts';
import type { Answer, Review } from '../../core/review/review.ts';
import { t } from '../../locales/t.ts';
import { CheckList } from '../../ui/check-list.tsx';
import { dateAndTime } from '../../ui/date-and-time.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { fiscalYearName } from '../../ui/fiscal-year.ts';
import { Table } from '../../ui/table.tsx';
import { rowName } from '../app/row-names.ts';
import { ratingName } from '../app/words.ts';
import type { Restoring } from '../store/restore/restore.ts';

const effects = ['add', 'change', 'leave'] as const;
type Effect = (typeof effects)[number];

/** What restoring will add, change and leave, by 年度 in numbers, and one by one. */
export function RestorePlanView({ backup, plan, drafts, rows, here }: Restoring) {
  const years = [
    ...new Set(effects.flatMap((effect) => plan[effect].map((item) => item.fiscalYear))),
  ];
  const count = (items: readonly RestoreItem[], year: number) =>
    items.filter((item) => item.fiscalYear === year && item.standard !== null).length;
  const tables = rowTables.filter((table) => rows.some(({ row }) => row.table === table));
  const countRows = (effect: Effect, table: RowTable) =>
    rows.filter((each) => each.effect === effect && each.row.table === table).length;
  const known = new Map(here.map((review) => [review.id, review]));
  const after = new Map([...here, ...plan.reviews].map((review) => [review.id, review]));

  return (
    <>
      {years.length + tables.length > 0 && (
        <Table
          caption={t('restore.caption', {
            label: backup.user.label || t('user.unnamed'),
            time: dateAndTime(backup.savedAt),
          })}
          head={[t('restore.year'), ...effects.map((effect) => t(`restore.${effect}`))]}
          rows={[
            ...years
              .sort((a, b) => b - a)
              .map((year) => [
                fiscalYearName(year),
                ...effects.map((effect) =>
                  t('restore.count', { count: count(plan[effect], year) }),
                ),
              ]),
            ...tables.map((table) => [
              t(`row.kind-${table}`),
              ...effects.map((effect) => t('restore.count', { count: countRows(effect, table) })),
            ]),
          ]}
          numeric={[1, 2, 3]}
          stacks
        />
      )}
      {drafts.length > 0 && <p>{t('restore.drafts', { count: drafts.length })}</p>}
      {effects.map((effect) => {
        const lines = [
          ...plan[effect].map((item) => ({
            id: `${item.review}-${item.standard}`,
            label: itemName(item),
            value: outcome(effect, known.get(item.review), after.get(item.review), item),
          })),
          ...rows
            .filter((each) => each.effect === effect)
            .map((each) => ({
              id: `${each.row.table}-${each.row.id}`,
              label: rowName(each.here ?? each.row),
              value: rowOutcome(each),
            })),
        ];
        return (
          lines.length > 0 && (
            <Disclosure key={effect} summary={t(`restore.${effect}List`)}>
              <CheckList rows={lines} />
            </Disclosure>
          )
        );
      })}
    </>
  );
}

/** For what differs: when either was written. */
function rowOutcome({ row, here }: RowRestore): string {
  if (!here || saysSame(row, here)) return writtenAt(row);
  const [is, was] = [writtenAt(row), writtenAt(here)];
  return t(row.seq > here.seq ? 'restore.rowChange' : 'restore.rowNewer', { is, was });
}

const writtenAt = ({ at }: PcRow): string =>
  at ? t('restore.rowAt', { time: dateAndTime(at) }) : t('restore.rowAtUnknown');

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
