import type { FieldWrite } from '../../core/sheet/fill/fill.ts';
import { isKey, t } from '../../locales/t.ts';
import { policyMark } from './policies.tsx';

/** 目標1, 目標1の実施結果. */
export function targetFieldName(no: number, field: string): string {
  const key = `place.${field}`;
  if (field === 'target' || !isKey(key)) return t('sheet.targetOf', { no });
  return t('sheet.fieldOf', { no, field: t(key) });
}

/** What is written, in the chief's words: 目標1の実施結果, 方針①, 年度. */
export function writeName({
  section,
  no,
  field,
}: Pick<FieldWrite, 'section' | 'no' | 'field'>): string {
  if (section === null && field === 'policy') {
    return t('sheet.policyNo', { mark: no === null ? '' : policyMark(no - 1) });
  }
  if (no !== null) return targetFieldName(no, field);
  return field === 'year' ? t('sheet.year') : t(`place.${field}`);
}
