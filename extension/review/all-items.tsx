import { builtInCatalog } from '../../core/catalog/built-in.ts';
import type { StandardId } from '../../core/catalog/catalog.ts';
import { standardsOfScene } from '../../core/catalog/lookup.ts';
import { t } from '../../locales/t.ts';
import { ButtonLink, Buttons } from '../../ui/button.tsx';
import { InJapanese } from '../app/in-japanese.tsx';
import { go } from '../app/route.ts';
import { sceneName } from '../app/words.ts';
import { ClosedReview } from './closed-review.tsx';
import { Items } from './items.tsx';
import { Keys } from './keys.tsx';

const groups = builtInCatalog.scenes.map((scene) => ({
  heading: sceneName(scene),
  standards: standardsOfScene(builtInCatalog, scene.id),
}));

/** すべて表示: every standard on one page. */
export function AllItems({ at }: { at: StandardId | undefined }) {
  return (
    <>
      <InJapanese />
      <ClosedReview />
      <Keys />
      <Items
        groups={groups}
        at={at}
        onLeave={(step) => step === 1 && go('#/check')}
        address={(id) => `#/all/${id}`}
      />
      <Buttons>
        <ButtonLink kind="primary" href="#/check">
          {t('review.toCheck')}
        </ButtonLink>
      </Buttons>
    </>
  );
}
