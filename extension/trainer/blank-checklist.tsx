import type { Catalog } from '../../core/catalog/catalog.ts';
import { standardsOfScene } from '../../core/catalog/lookup.ts';
import { ratings } from '../../core/review/review.ts';
import { t } from '../../locales/t.ts';
import { ratingName, sceneName } from '../shell/words.ts';
import { Phrases } from './phrases.tsx';
import { ToFill } from './to-fill.tsx';

/** All items with boxes, to be filled by hand. */
export function BlankChecklist({ catalog }: { catalog: Catalog }) {
  return (
    <>
      <ToFill labels={[t('paper.workplace'), t('paper.filledAt')]} />
      {catalog.scenes.map((scene) => {
        const standards = standardsOfScene(catalog, scene.id);
        return (
          standards.length > 0 && (
            <table class="t-check" key={scene.id}>
              <caption>{sceneName(scene)}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('tally.item')}</th>
                  {ratings.map((rating) => (
                    <th scope="col" key={rating}>
                      {ratingName(rating)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {standards.map(({ id, text }) => (
                  <tr key={id}>
                    <th scope="row">
                      <Phrases text={text} />
                    </th>
                    {ratings.map((rating) => (
                      <td key={rating}>
                        <span class="t-box" />
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          )
        );
      })}
      <p>{t('review.modelNote')}</p>
    </>
  );
}
