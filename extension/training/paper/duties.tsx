import type { Catalog } from '../../../core/catalog/catalog.ts';
import { dutyLists } from '../../../core/training/duties.ts';
import { t } from '../../../locales/t.ts';
import { Tag } from '../../../ui/tag.tsx';
import { statusTag } from '../../app/words.ts';
import { basisText } from '../words.ts';
import { Print } from './print.tsx';
import { ToFill } from './to-fill.tsx';

/** The duty lists of 係長 by 課 and by 係 (002 §2(2)), each with a box to tick. */
export function Duties({ catalog }: { catalog: Catalog }) {
  return (
    <>
      <Print />
      <ToFill labels={[t('paper.workplace'), t('paper.filledAt')]} />
      {dutyLists.map((list) => (
        <section key={list.id} class="t-duties">
          <h2>
            {list.name} <Tag>{statusTag(list)}</Tag>
          </h2>
          <ul>
            {list.duties.map((duty) => (
              <li key={duty}>
                <span class="t-box" />
                {duty}
              </li>
            ))}
          </ul>
          <p class="t-card-foot">
            {t('paper.dutiesFrom', { basis: basisText(catalog, list.basis) })}
          </p>
        </section>
      ))}
      <Print again />
    </>
  );
}
