import { type KeyWith, t } from '../../locales/t.ts';
import { fiscalYearName } from '../../ui/fiscal-year.ts';
import { store } from '../page-store.ts';
import type { HeldRows } from '../store/db/schema.ts';
import { type AnswerCount, readCount } from '../store/integrity/answer-count.ts';
import { type Left, leftOf } from '../store/integrity/loss.ts';

interface CountedProps {
  /** What was counted before the loss, and the store's counter then; null where nobody knows. */
  known: AnswerCount | null;
  /** What is held by now, and the store's counter with it. */
  held: HeldRows;
  seq: number;
  /** What each is called on this PC. */
  labels: ReadonlyMap<string, string>;
}

/** 59件のうち40件が残っています: what was counted beside what is left of it (F49). */
export function Counted({ known, held, seq, labels }: CountedProps) {
  const short = known ? shortOf(known, held) : [];
  if (short.length > 0) return <Lines lines={short} word={stillHeld} labels={labels} />;
  const now = leftOf({ held }, held);
  return (
    <>
      {known && known.seq > seq && <p>{t('counted.none')}</p>}
      {now.length > 0 && <Lines lines={now} word={nowHeld} labels={labels} />}
    </>
  );
}

/** What the copy doesn't bring back either; nothing where it brings all. */
export function StillMissing({ known, held, labels }: Omit<CountedProps, 'seq'>) {
  const short = known ? shortOf(known, held) : [];
  return short.length > 0 ? (
    <>
      <p>{t('counted.stillMissing')}</p>
      <Lines lines={short} word={stillHeld} labels={labels} />
    </>
  ) : null;
}

const shortOf = (known: AnswerCount, held: HeldRows): Left[] =>
  leftOf(known, held).filter(({ left, total }) => left < total);

/** What was counted last, where the database can't be looked into. */
export function LastCount() {
  const count = readCount(store);
  if (count === null) return null;
  if (count === 'hurt') return <p>{t('counted.unknown')}</p>;
  const lines = leftOf(count, {});
  return lines.length > 0 ? (
    <>
      <p>{t('counted.last')}</p>
      <Lines lines={lines} word={({ kind }) => `counted.${kind}Total`} labels={new Map()} />
    </>
  ) : null;
}

type WordKey = KeyWith<'total' | 'left'>;
const stillHeld = ({ kind }: Left): WordKey => `counted.${kind}Left`;
const nowHeld = ({ kind }: Left): WordKey => `counted.${kind}Now`;

interface LinesProps {
  lines: readonly Left[];
  word: (line: Left) => WordKey;
  labels: ReadonlyMap<string, string>;
}

function Lines({ lines, word, labels }: LinesProps) {
  const isShared = new Set(lines.map(({ user }) => user)).size > 1;
  return (
    <ul>
      {lines.map((line) => {
        const { user, fiscalYear, total, left } = line;
        const whose = isShared ? labels.get(user) || t('user.unnamed') : null;
        const year = fiscalYear === null ? null : fiscalYearName(fiscalYear);
        const name = [whose, year].filter(Boolean).join('　');
        return (
          <li key={`${user} ${fiscalYear} ${line.kind}`}>
            {name && `${name}：`}
            {t(word(line), { total, left })}
          </li>
        );
      })}
    </ul>
  );
}
