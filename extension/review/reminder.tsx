import { windowStateAt } from '../../core/calendar/review-window.ts';
import { t } from '../../locales/t.ts';
import { store } from '../page-store.ts';

/** The review window in words: when it opens, how many days are left, or that it is over. */
export function Reminder() {
  const window = store.user.value?.settings.window;
  const { state, firstDay, lastDay, daysLeft } = windowStateAt(Date.now(), window);
  const days = {
    from: t('date.monthDay', { month: firstDay.month, day: firstDay.day }),
    to: t('date.monthDay', { month: lastDay.month, day: lastDay.day }),
    daysLeft,
  };
  return <p class="f-reminder">{t(`reminder.${state}`, days)}</p>;
}
