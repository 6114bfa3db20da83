import { builtInCatalog } from '../../core/catalog/built-in.ts';
import { type Scene, type SceneId, type StandardId, sceneIds } from '../../core/catalog/catalog.ts';
import { sceneById, standardsOfScene } from '../../core/catalog/lookup.ts';
import { nextUnanswered } from '../../core/review/progress.ts';
import { t } from '../../locales/t.ts';
import { ButtonLink, Buttons } from '../../ui/button.tsx';
import { focusItem } from '../../ui/item-list.tsx';
import { InJapanese } from '../app/in-japanese.tsx';
import { go } from '../app/route.ts';
import { sceneName } from '../app/words.ts';
import { store } from '../page-store.ts';
import { ClosedReview } from './closed-review.tsx';
import { Items } from './items.tsx';
import { Keys } from './keys.tsx';
import { Left } from './left.tsx';
import { NotMine } from './not-mine.tsx';
import { Quote } from './quote.tsx';

interface SceneItemsProps {
  scene: Scene;
  at: StandardId | undefined;
  /** The person came from the check to change this one item, and goes back there. */
  toCheck: boolean;
}

/** The standards of one scene, with its definition, and the ways to the scenes before and after. */
export function SceneItems({ scene, at, toCheck }: SceneItemsProps) {
  const standards = standardsOfScene(builtInCatalog, scene.id);
  const previous = neighbour(scene.id, -1);
  const next = neighbour(scene.id, 1);
  const after = next ? `#/scene/${next.id}` : '#/check';
  const leave = (step: 1 | -1) => {
    const { value: current } = store.review;
    const open = current && nextUnanswered(current, standards);
    // What was passed over in this scene comes before the next one.
    const passed = open === last(scene) ? null : document.getElementById(`item-${open}`);
    if (step === 1 && passed) focusItem(passed);
    else if (step === 1) go(next ? `${after}/${first(next)}` : after);
    else if (previous) go(`#/scene/${previous.id}/${last(previous)}`);
  };
  if (toCheck && at) {
    const back = `#/check/${at}`;
    return (
      <>
        <ClosedReview />
        <Items groups={[{ standards }]} at={at} onLeave={() => go(back)} />
        <Buttons>
          <ButtonLink kind="primary" href={back}>
            {t('review.backToCheck')}
          </ButtonLink>
        </Buttons>
      </>
    );
  }
  return (
    <>
      <InJapanese />
      <Quote text={scene.definition} basis={scene.basis} />
      <ClosedReview />
      <NotMine standards={standards} />
      <Keys />
      <Left standards={standards} />
      <Items
        groups={[{ standards }]}
        at={at}
        onLeave={leave}
        address={(id) => `#/scene/${scene.id}/${id}`}
      />
      <Left standards={standards} />
      <Buttons>
        <ButtonLink kind="primary" href={after}>
          {next ? t('review.nextScene', { scene: sceneName(next) }) : t('review.toCheck')}
        </ButtonLink>
        {previous && (
          <ButtonLink href={`#/scene/${previous.id}`}>
            {t('review.previousScene', { scene: sceneName(previous) })}
          </ButtonLink>
        )}
      </Buttons>
    </>
  );
}

function neighbour(scene: SceneId, step: 1 | -1): Scene | undefined {
  const id = sceneIds[sceneIds.indexOf(scene) + step];
  return id && sceneById(builtInCatalog, id);
}

const first = ({ id }: Scene) => standardsOfScene(builtInCatalog, id)[0]?.id;
const last = ({ id }: Scene) => standardsOfScene(builtInCatalog, id).at(-1)?.id;
