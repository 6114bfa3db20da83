import type { Standard } from '../../core/catalog/catalog.ts';
import { t } from '../../locales/t.ts';

type Statuses = readonly Pick<Standard, 'status'>[];

export const allModels = (standards: Statuses): boolean =>
  standards.every(({ status }) => status === 'model');

/** Above items that are ours, or some of which are: no city and no ward has set them. */
export function ModelNote({ standards }: { standards: Statuses }) {
  if (allModels(standards)) return <p>{t('paper.allModels')}</p>;
  return standards.some(({ status }) => status === 'model') && <p>{t('paper.someModels')}</p>;
}
