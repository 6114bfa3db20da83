import type { PcRow } from '../../core/formats/backup-rows.ts';
import type { VisitSheet } from '../../core/training/visit-sheet.ts';
import { t } from '../../locales/t.ts';
import { dateAndTime } from '../../ui/date-and-time.ts';

/** 区民課 3番窓口（12月1日 午前）. */
export function visitName({ place, date }: Pick<VisitSheet, 'place' | 'date'>): string {
  const name = place.trim() || t('visit.unnamed');
  return date.trim() ? `${name}（${date.trim()}）` : name;
}

/** What is called what in a list of rows: 研修「新任職員研修」. */
export function rowName({ table, content }: PcRow): string {
  return t(`row.${table}`, { name: nameOf(content) });
}

function nameOf(content: PcRow['content']): string {
  if ('place' in content) return visitName(content);
  if ('heldAt' in content) return `${content.title}（${dateAndTime(content.heldAt)}）`;
  return content.title || t('sheet.formNameless');
}
