import { useState } from 'preact/hooks';
import type { MonthDay, ReviewWindow } from '../../core/calendar/review-window.ts';
import { t } from '../../locales/t.ts';
import { Button, Buttons } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { MonthDayField, type TypedMonthDay } from '../../ui/month-day.tsx';
import { keepSettings } from './keep.tsx';
import { readMonthDay } from './month-day.ts';

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
  const [problems, setProblems] = useState<Partial<Record<End, string>>>({});

  const save = (event: Event) => {
    event.preventDefault();
    const from = readMonthDay(typed.from);
    const to = readMonthDay(typed.to);
    setProblems({
      ...('problem' in from && { from: from.problem }),
      ...('problem' in to && { to: to.problem }),
    });
    if ('problem' in from || 'problem' in to) return;
    setTyped({ from: typedOf(from), to: typedOf(to) });
    void keepSettings({ window: { from, to } });
  };
  return (
    <>
      <h3>{t('window.heading')}</h3>
      <p>{t('window.help')}</p>
      <form onSubmit={save}>
        <ErrorSummary
          errors={ends.flatMap((end) => {
            const text = problems[end];
            return text ? [{ field: `${end}-month`, text: `${t(labels[end])}：${text}` }] : [];
          })}
        />
        {ends.map((end) => (
          <MonthDayField
            key={end}
            id={end}
            label={t(labels[end])}
            error={problems[end] ?? null}
            value={typed[end]}
            onInput={(value) => setTyped({ ...typed, [end]: value })}
          />
        ))}
        <Buttons>
          <Button type="submit">{t('window.save')}</Button>
        </Buttons>
      </form>
    </>
  );
}
