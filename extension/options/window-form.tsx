import { useEffect, useState } from 'preact/hooks';
import { dayNumber } from '../../core/calendar/japan-time.ts';
import {
  type MonthDay,
  type ReviewWindow,
  windowStateAt,
} from '../../core/calendar/review-window.ts';
import { t } from '../../locales/t.ts';
import { Button, Buttons } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { MonthDayField, type TypedMonthDay } from '../../ui/month-day.tsx';
import { Notice } from '../../ui/notice.tsx';
import { StatusMessage } from '../../ui/status-message.tsx';
import { store } from '../page-store.ts';
import { forgetUnfinished, keepUnfinished, readUnfinished } from '../store/session/unfinished.ts';
import { keepSettings } from './keep.tsx';
import { readMonthDay, type Wrong } from './month-day.ts';

const ends = ['from', 'to'] as const;
type End = (typeof ends)[number];

const labels = { from: 'window.from', to: 'window.to' } as const;

const typedOf = ({ month, day }: MonthDay): TypedMonthDay => ({
  month: String(month),
  day: String(day),
});

type Typed = Readonly<Record<End, TypedMonthDay>>;

interface WindowFormProps {
  window: ReviewWindow;
  /** Whose it is: what is typed is kept for nobody else. */
  owner: string;
}

/** When the toolbar reminds of the review. Four numbers belong together, so these are saved by a button. */
export function WindowForm({ window, owner }: WindowFormProps) {
  const form = `review-window-${owner}`;
  /** Undefined until it is known: what is read must not come over what is typed meanwhile. */
  const [before, setBefore] = useState<Typed | null>();
  useEffect(() => void readUnfinished<Typed>(store, form).then(setBefore), []);
  return before === undefined ? null : <Fields window={window} form={form} before={before} />;
}

interface FieldsProps {
  window: ReviewWindow;
  /** Under which name what is typed is kept. */
  form: string;
  /** What was typed before, and is not saved yet. */
  before: Typed | null;
}

function Fields({ window, form, before }: FieldsProps) {
  const saved: Typed = { from: typedOf(window.from), to: typedOf(window.to) };
  const [kept] = useState(() => keepUnfinished<Typed>(store, form));
  const [typed, setTyped] = useState(before ?? saved);
  const [resumed, setResumed] = useState(before !== null);
  const [wrong, setWrong] = useState<Partial<Record<End, Wrong>>>({});
  /** How many days the window that was just saved has. */
  const [days, setDays] = useState<number | null>(null);

  const type = (change: Partial<Typed>) => {
    const next = { ...typed, ...change };
    setTyped(next);
    kept.type(next);
  };
  const letGo = async () => {
    setResumed(false);
    kept.drop();
    await forgetUnfinished(store, form).catch(() => {});
  };
  useEffect(() => () => void kept.flush(), []);

  const save = async (event: Event) => {
    event.preventDefault();
    // Emptied first: the same words are told anew when it is saved again.
    setDays(null);
    const from = readMonthDay(typed.from);
    const to = readMonthDay(typed.to);
    setWrong({ ...('problem' in from && { from }), ...('problem' in to && { to }) });
    if ('problem' in from || 'problem' in to) return;
    setTyped({ from: typedOf(from), to: typedOf(to) });
    if (!(await keepSettings({ window: { from, to } }))) return;
    setDays(daysIn({ from, to }));
    await letGo();
  };
  return (
    <>
      <h3>{t('window.heading')}</h3>
      <p>{t('window.help')}</p>
      <form onSubmit={save}>
        <ErrorSummary
          errors={ends.flatMap((end) => {
            const found = wrong[end];
            if (!found) return [];
            const { part, problem } = found;
            return [{ field: `${end}-${part}`, text: `${t(labels[end])}：${problem}` }];
          })}
        />
        {resumed && (
          <Notice
            kind="info"
            level={3}
            heading={t('course.resumed')}
            actions={
              <Button
                onClick={() => {
                  setTyped(saved);
                  void letGo();
                }}
              >
                {t('course.startAnew')}
              </Button>
            }
          >
            <p>{t('course.resumedHelp')}</p>
          </Notice>
        )}
        {ends.map((end) => (
          <MonthDayField
            key={end}
            id={end}
            label={t(labels[end])}
            error={wrong[end]?.problem ?? null}
            value={typed[end]}
            onInput={(value) => type({ [end]: value })}
          />
        ))}
        <Buttons>
          <Button type="submit">{t('window.save')}</Button>
        </Buttons>
        <StatusMessage about={days}>
          <p>{days !== null && t('window.saved', { days })}</p>
        </StatusMessage>
      </form>
    </>
  );
}

/** Of the window at hand, or the next: a leap year may make it a day longer. */
function daysIn(window: ReviewWindow): number {
  const { firstDay, lastDay } = windowStateAt(Date.now(), window);
  return dayNumber(lastDay) - dayNumber(firstDay) + 1;
}
