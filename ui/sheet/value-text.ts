import { builtInCatalog } from '../../core/catalog/built-in.ts';
import { standardById } from '../../core/catalog/lookup.ts';
import type { Target } from '../../core/sheet/model/sheet.ts';
import { type Change, type FieldValue, fieldText } from '../../core/sheet/session/changes.ts';
import { t } from '../../locales/t.ts';
import { targetFieldName } from './cell-names.ts';
import { policyMark } from './policies.tsx';

/** 目標1の実施結果, 方針②. */
export const changeName = ({ field, no }: Pick<Change, 'field' | 'no'>): string =>
  field === 'policies'
    ? t('sheet.policyNo', { mark: policyMark(no - 1) })
    : field === 'standard'
      ? t('sheet.fieldOf', { no, field: t('sheet.standardWord') })
      : targetFieldName(no, field);

/** A value in words; null where it says nothing. */
export function valueText(field: Change['field'], value: FieldValue): string | null {
  if (field !== 'standard') return fieldText(field, value);
  const linked = value as Target['standard'];
  return linked ? (standardById(builtInCatalog, linked.id)?.text ?? linked.id) : null;
}
