import { useState } from 'preact/hooks';
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
import { Told } from '../../ui/told.tsx';
import { keepSettings } from './keep.tsx';
import { readMonthDay, type Wrong } from './month-day.ts';

const ends = ['from', 'to'] as const;
type End = (typeof ends)[number];

const labels = { from: 'window.from', to: 'window.to' } as const;

const typedOf = ({ month, day }: MonthDay): TypedMonthDay => ({
  month: String(month),
  day: String(day),
});

/** When the toolbar reminds of the review. Four numbers belong together, so these are saved by a button. */
export function WindowForm({ window }: { window: ReviewWindow }) {
  const [typed, setTyped] = useState({ from: typedOf(window.from), to: typedOf(window.to) });
  const [wrong, setWrong] = useState<Partial<Record<End, Wrong>>>({});
  /** How many days the window that was just saved has. */
  const [days, setDays] = useState<number | null>(null);

  const save = async (event: Event) => {
    event.preventDefault();
    // Emptied first: the same words are told anew when it is saved again.
    setDays(null);
    const from = readMonthDay(typed.from);
    const to = readMonthDay(typed.to);
    setWrong({ ...('problem' in from && { from }), ...('problem' in to && { to }) });
    if ('problem' in from || 'problem' in to) return;
    setTyped({ from: typedOf(from), to: typedOf(to) });
    if (await keepSettings({ window: { from, to } })) setDays(daysIn({ from, to }));
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
        {ends.map((end) => (
          <MonthDayField
            key={end}
            id={end}
            label={t(labels[end])}
            error={wrong[end]?.problem ?? null}
            value={typed[end]}
            onInput={(value) => setTyped({ ...typed, [end]: value })}
          />
        ))}
        <Buttons>
          <Button type="submit">{t('window.save')}</Button>
        </Buttons>
        <Told told={days}>
          <p>{days !== null && t('window.saved', { days })}</p>
        </Told>
      </form>
    </>
  );
}

/** Of the window at hand, or the next: a leap year may make it a day longer. */
function daysIn(window: ReviewWindow): number {
  const { firstDay, lastDay } = windowStateAt(Date.now(), window);
  return dayNumber(lastDay) - dayNumber(firstDay) + 1;
}
