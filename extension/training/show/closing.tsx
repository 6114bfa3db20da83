import type { Catalog } from '../../../core/catalog/catalog.ts';
import { standardById } from '../../../core/catalog/lookup.ts';
import { toTalkAbout } from '../../../core/training/hand-tally.ts';
import { t } from '../../../locales/t.ts';
import { percent } from '../../../ui/percent.ts';
import { tally } from './showing.ts';

const shownAtMost = 3;

/** The last slide: what the room keeps least, and a goal for everyone. */
export function Closing({ catalog }: { catalog: Catalog }) {
  const items = tally.value ? toTalkAbout(tally.value, shownAtMost) : [];
  return (
    <>
      <p class="t-kicker">{t('slide.closing')}</p>
      <h2 class="t-heading">{t('slide.goal')}</h2>
      <ul class="t-points t-large">
        <li>{t('slide.goalWhat')}</li>
        <li>{t('slide.goalWhen')}</li>
        <li>{t('slide.goalReview')}</li>
      </ul>
      {items.length > 0 && (
        <div class="t-talk">
          <h3>{t('slide.talk')}</h3>
          <ol>
            {items.map(({ standard, rate }) => (
              <li key={standard}>
                {standardById(catalog, standard)?.text ?? standard}（{percent(rate)}）
              </li>
            ))}
          </ol>
        </div>
      )}
    </>
  );
}
