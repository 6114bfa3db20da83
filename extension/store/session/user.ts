import { defaultReviewWindow, type ReviewWindow } from '../../../core/calendar/review-window.ts';
import type { Role, Unit } from '../../../core/review/review.ts';
import type { Language } from '../../../locales/t.ts';

export interface Settings {
  readonly unit: Unit;
  readonly role: Role | null;
  /** Whether the digit and letter keys answer and move (WCAG 2.1.4 lets them be turned off). */
  readonly shortcuts: boolean;
  readonly language: Language;
  /** When the toolbar reminds of the review. */
  readonly window: ReviewWindow;
}

/** One of the people who share this PC's browser profile; kept apart from the others (F16). */
export interface User {
  readonly id: string;
  /** What this person is called on this PC. */
  readonly label: string;
  readonly settings: Settings;
}

export const defaultSettings: Settings = {
  unit: { ward: null, division: null, section: null },
  role: null,
  shortcuts: true,
  language: 'ja',
  window: defaultReviewWindow,
};

/** What keeps a name from telling people apart on this PC; null when it does. */
export function labelFault(label: string, others: readonly User[]): 'missing' | 'taken' | null {
  if (others.length === 0) return null;
  if (label === '') return 'missing';
  return others.some((other) => other.label === label) ? 'taken' : null;
}
