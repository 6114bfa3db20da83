import { builtInCatalog } from '../../core/catalog/built-in.ts';
import type { Standard } from '../../core/catalog/catalog.ts';
import { progress } from '../../core/review/progress.ts';
import { t } from '../../locales/t.ts';
import { store } from '../page-store.ts';

interface LeftProps {
  /** Those of the scene. */
  standards: readonly Standard[];
  /** Where the whole is told elsewhere, the scene alone. */
  sceneAlone?: boolean;
}

/** How many items are still open, here and in all. */
export function Left({ standards, sceneAlone = false }: LeftProps) {
  const { value: current } = store.review;
  if (current?.state !== 'open') return null;
  const left = (of: readonly Standard[]) => {
    const { answered, total } = progress(current, of);
    return total - answered;
  };
  const [here, all] = [left(standards), left(builtInCatalog.standards)];
  return (
    <p class="r-left">
      <span>{here > 0 ? t('review.leftHere', { count: here }) : t('review.noneLeftHere')}</span>
      {!sceneAlone && all > 0 && (
        <>
          {' '}
          <span>{t('review.leftInAll', { count: all })}</span>
        </>
      )}
    </p>
  );
}
