import type { Catalog } from '../../../core/catalog/catalog.ts';
import { standardsOfScene } from '../../../core/catalog/lookup.ts';
import { ratings } from '../../../core/review/review.ts';
import { t } from '../../../locales/t.ts';
import { Tag } from '../../../ui/tag.tsx';
import { ratingName, sceneName, statusTag } from '../../app/words.ts';
import { ColumnHead } from '../column-head.tsx';
import { allModels, ModelNote } from '../model-note.tsx';
import { Phrases } from '../phrases.tsx';
import { Print } from './print.tsx';
import { ToFill } from './to-fill.tsx';

interface BlankChecklistProps {
  catalog: Catalog;
  /** Where it is known, it need not be written. */
  workplace?: string | null;
  /** A scene may go on over the page, where fewer sheets matter more. */
  flows?: boolean;
}

/** All items with boxes, to be filled by hand. */
export function BlankChecklist({ catalog, workplace = null, flows = false }: BlankChecklistProps) {
  return (
    <>
      <Print />
      <ToFill
        labels={[t('paper.workplace'), t('paper.filledAt')]}
        known={{ [t('paper.workplace')]: workplace }}
      />
      <ModelNote standards={catalog.standards} />
      {catalog.scenes.map((scene) => {
        const standards = standardsOfScene(catalog, scene.id);
        const isModel = allModels(standards);
        return (
          standards.length > 0 && (
            <table class="t-check" key={scene.id} data-flows={flows}>
              <caption>
                {sceneName(scene)} {isModel && <Tag>{t('status.model')}</Tag>}
              </caption>
              <thead>
                <tr>
                  <th scope="col">{t('tally.item')}</th>
                  {ratings.map((rating) => (
                    <ColumnHead key={rating} text={t(`head.${rating}`)} />
                  ))}
                </tr>
              </thead>
              <tbody>
                {standards.map(({ id, text, status }) => (
                  <tr key={id}>
                    <th scope="row">
                      <Phrases text={text} /> {!isModel && <Tag>{statusTag({ status })}</Tag>}
                    </th>
                    {ratings.map((rating) => (
                      <td key={rating} data-label={ratingName(rating)}>
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
      <Print again />
    </>
  );
}
