import type { WindowState } from '../../core/calendar/review-window.ts';
import { t, useLanguage } from '../../locales/t.ts';
import { type Badge, showBadge } from '../platform/toolbar.ts';
import { readReminder } from '../store/session/reminder.ts';

/** Renews the badge on the toolbar's button: a quiet mark while the review window is open, the days left towards its end. */
export async function renewBadge(): Promise<void> {
  const { language, window } = await readReminder(indexedDB, Date.now());
  await useLanguage(language);
  await showBadge(window ? reminding(window) : { text: '', title: t('manifest.action') });
}

/** The last days are counted: one digit is what fits. */
const counted = 9;

function reminding({ lastDay, daysLeft }: WindowState): Badge {
  return {
    text: daysLeft <= counted ? String(daysLeft) : '●',
    title: t('badge.title', {
      to: t('date.monthDay', { month: lastDay.month, day: lastDay.day }),
      daysLeft,
    }),
  };
}
