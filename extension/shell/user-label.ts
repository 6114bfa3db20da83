import { t } from '../../locales/t.ts';
import type { User } from '../store/user.ts';

export const longestLabel = 40;

/** What keeps a name from telling people apart on this PC, in words; null when it does. */
export function labelProblem(label: string, others: readonly User[]): string | null {
  if (others.length === 0) return null;
  if (label === '') return t('user.labelMissing');
  return others.some((other) => other.label === label) ? t('user.labelTaken', { label }) : null;
}

/** A person as sentences name them: 山田さん, also where they have written it so themselves. */
export const nameOf = ({ label }: User): string =>
  /(?:さん|様)$/.test(label) ? label : label ? t('user.named', { label }) : t('user.unnamed');

export const labelOf = ({ label }: User): string => label || t('user.unnamed');
