import { t } from '../../locales/t.ts';
import { labelFault, type User } from '../store/session/user.ts';

export const longestLabel = 40;

/** What keeps a name from telling people apart on this PC, in words; null when it does. */
export function labelProblem(label: string, others: readonly User[]): string | null {
  const fault = labelFault(label, others);
  if (fault === 'missing') return t('user.labelMissing');
  return fault && t('user.labelTaken', { label });
}

/** A person as sentences name them: 山田さん, also where they have written it so themselves. */
export const nameOf = ({ label }: User): string =>
  /(?:さん|様)$/.test(label) ? label : label ? t('user.named', { label }) : t('user.unnamed');

export const labelOf = ({ label }: User): string => label || t('user.unnamed');
