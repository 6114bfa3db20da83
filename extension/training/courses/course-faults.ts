import type { Catalog } from '../../../core/catalog/catalog.ts';
import { standardById } from '../../../core/catalog/lookup.ts';
import type { Choice } from '../../../core/training/compose.ts';
import { t } from '../../../locales/t.ts';

/** What keeps a course from being saved, with the field that it stands in. */
export interface Fault {
  readonly field: string;
  readonly text: string;
}

const shortest = 5;
const longest = 480;
const shortestItem = 0.5;

/** In the order of the form. */
export function faultsOf({ title, minutes, standards, own }: Choice, catalog: Catalog): Fault[] {
  const faults: Fault[] = [];
  if (!title.trim()) faults.push({ field: 'course-title', text: t('course.titleMissing') });
  if (!(minutes >= shortest && minutes <= longest)) {
    faults.push({ field: 'course-minutes', text: t('course.minutesWrong', { shortest, longest }) });
  }
  if (standards.length === 0) faults.push({ field: 'course-items', text: t('next.chooseItem') });
  for (const [id, time] of own) {
    if (time >= shortestItem && time <= longest) continue;
    const item = standardById(catalog, id)?.text ?? id;
    const text = t('course.timeWrong', { item, shortest: shortestItem, longest });
    faults.push({ field: `time-${id}`, text });
  }
  return faults;
}
