import type { SheetField } from '../../core/sheet/model/fields.ts';
import { t } from '../../locales/t.ts';

interface KeptInsideProps {
  fields: readonly (SheetField | 'standard')[];
  /** Whether the template has a column for a field. */
  has: (field: SheetField) => boolean;
}

/** Tells which of these fields the template has no column for; no template has one for a standard. */
export function KeptInside({ fields, has }: KeptInsideProps) {
  const names = fields
    .filter((field) => field === 'standard' || !has(field))
    .map((field) => (field === 'standard' ? t('sheet.standardWord') : t(`place.${field}`)));
  if (names.length === 0) return null;
  return <p>{t('sheet.keptFields', { fields: names.join('、') })}</p>;
}
