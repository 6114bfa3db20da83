import { useState } from 'preact/hooks';
import { builtInCatalog } from '../../core/catalog/built-in.ts';
import { standardsOfScene } from '../../core/catalog/lookup.ts';
import { ratingOf } from '../../core/review/answering.ts';
import { t } from '../../locales/t.ts';
import { ButtonLink, Buttons } from '../../ui/button.tsx';
import { go } from '../app/route.ts';
import { sceneName } from '../app/words.ts';
import { store } from '../page-store.ts';
import { ClosedReview } from './closed-review.tsx';
import { Items } from './items.tsx';

/** What is not answered yet, and nothing else. An item stays when it is answered: nothing moves. */
export function OpenItems() {
  const [groups] = useState(openGroups);
  return (
    <>
      <ClosedReview />
      <p>{t(groups.length > 0 ? 'review.openLead' : 'review.openNone')}</p>
      {groups.length > 0 && (
        <Items groups={groups} onLeave={(step) => step === 1 && go('#/check')} />
      )}
      <Buttons>
        <ButtonLink kind="primary" href="#/check">
          {t('review.toCheck')}
        </ButtonLink>
      </Buttons>
    </>
  );
}

function openGroups() {
  const { value: current } = store.review;
  return builtInCatalog.scenes.flatMap((scene) => {
    const all = standardsOfScene(builtInCatalog, scene.id);
    const standards = all.filter(({ id }) => current && ratingOf(current, id) === null);
    return standards.length > 0
      ? [
          {
            heading: sceneName(scene),
            standards,
            numberOf: (standard: (typeof all)[number]) => all.indexOf(standard) + 1,
          },
        ]
      : [];
  });
}
