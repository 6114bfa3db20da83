import type { Target } from '../model/sheet.ts';
import { comparableText } from './clean-text.ts';

/** What a target tells beside its number. */
export type TargetField = Exclude<keyof Target, 'no'>;

export const fieldsOf = (target: Target): readonly TargetField[] =>
  Object.keys(target).filter((key) => key !== 'no' && key !== 'takenNo') as TargetField[];

/** Whether two values of a field say the same: cleaning makes no difference, and an absent key, null, an unticked box and an empty list all say nothing. */
export const same = (one: unknown, other: unknown): boolean => said(one) === said(other);

function said(value: unknown): string | null {
  if (typeof value === 'string') return comparableText(value);
  if (value === undefined || value === null || value === false) return null;
  if (typeof value !== 'object') return String(value);
  const parts = Array.isArray(value) ? value.map(String) : Object.entries(value).map(String);
  return parts.length === 0 ? null : JSON.stringify(parts.sort());
}
