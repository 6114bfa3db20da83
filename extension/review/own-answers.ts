import { builtInCatalog } from '../../core/catalog/built-in.ts';
import { standardById, standardsOfScene } from '../../core/catalog/lookup.ts';
import { makeCsv } from '../../core/formats/csv.ts';
import type { Review } from '../../core/review/review.ts';
import { ratings } from '../../core/review/review.ts';
import { summarize } from '../../core/review/summary.ts';
import { makeBook, type PlainCell } from '../../core/xlsx/write/plain-book.ts';
import { t } from '../../locales/t.ts';
import { fiscalYearName } from '../../ui/fiscal-year.ts';
import { dayName, ratingName, sceneName, statusTag, unitName } from '../app/words.ts';

/** One's own answers as tables: every item, answered or not, notes and goals too. */

const head = () => [
  t('result.scene'),
  t('tally.item'),
  t('own.status'),
  t('answers.answer'),
  t('ui.note'),
];

function answerRows({ answers }: Review): string[][] {
  const answerOf = (id: string) => {
    const { rating = null, note = null } = answers[id] ?? {};
    return [rating ? ratingName(rating) : t('ui.unanswered'), note ?? ''];
  };
  const known = builtInCatalog.scenes.flatMap((scene) =>
    standardsOfScene(builtInCatalog, scene.id).map((standard) => [
      sceneName(scene),
      standard.text,
      statusTag(standard),
      ...answerOf(standard.id),
    ]),
  );
  const others = Object.keys(answers).filter((id) => !standardById(builtInCatalog, id));
  return [...known, ...others.map((id) => [t('answers.unknown'), id, '', ...answerOf(id)])];
}

/** Goals in the columns of the items: a goal is the item, what became of it the answer. */
const goalRows = ({ goals }: Review): string[][] =>
  goals.map(({ text, outcome, outcomeNote }) => [
    t('place.goals'),
    text,
    '',
    outcome ? t(`outcome.${outcome}`) : '',
    outcomeNote ?? '',
  ]);

/** As CSV, one row an item, and one a goal after them; the bytes, for a file. */
export const answersCsv = (review: Review): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(makeCsv([head(), ...answerRows(review), ...goalRows(review)]));

/** As a workbook: answers, summary, goals. */
export function answersBook(review: Review): Uint8Array<ArrayBuffer> {
  const { fiscalYear, unit, role, completedAt, goals } = review;
  const { all, scenes } = summarize(review, builtInCatalog);
  const rate = (value: number | null): PlainCell => (value === null ? '—' : { percent: value });
  return makeBook([
    {
      name: t('answers.answer'),
      widths: [14, 60, 10, 24, 40],
      head: head(),
      rows: answerRows(review),
    },
    {
      name: t('own.summary'),
      widths: [28, 44],
      head: [t('it.what'), t('it.value')],
      rows: [
        [t('result.year'), fiscalYearName(fiscalYear)],
        [t('handOver.unit'), unitName(unit)],
        [t('role.label'), role && t(`role.${role}`)],
        [t('handOver.completedAt'), completedAt && dayName(completedAt)],
        [t('ui.rate'), rate(all.rate)],
        ...ratings.map((rating) => [ratingName(rating), all.counts[rating]]),
        [t('ui.unanswered'), all.unanswered],
        ...builtInCatalog.scenes.map((scene, index) => [
          `${t('ui.rate')} ${sceneName(scene)}`,
          rate(scenes[index]?.tally.rate ?? null),
        ]),
      ],
    },
    {
      name: t('place.goals'),
      widths: [60, 16, 44],
      head: [t('place.goals'), t('place.outcome'), t('place.outcomeNote')],
      rows: goals.map(({ text, outcome, outcomeNote }) => [
        text,
        outcome && t(`outcome.${outcome}`),
        outcomeNote,
      ]),
    },
  ]);
}
