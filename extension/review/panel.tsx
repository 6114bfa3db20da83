import { useState } from 'preact/hooks';
import { builtInCatalog } from '../../core/catalog/built-in.ts';
import type { Standard, StandardId } from '../../core/catalog/catalog.ts';
import { sceneById, standardById, standardsOfScene } from '../../core/catalog/lookup.ts';
import { nextUnanswered, progress } from '../../core/review/progress.ts';
import { t } from '../../locales/t.ts';
import { Button, ButtonLink, Buttons } from '../../ui/button.tsx';
import { fiscalYearName } from '../../ui/fiscal-year.ts';
import { Progress } from '../../ui/progress.tsx';
import { Frame } from '../app/frame.tsx';
import { sceneName } from '../app/words.ts';
import { store } from '../page-store.ts';
import { ClosedReview } from './closed-review.tsx';
import { Items } from './items.tsx';
import { Left } from './left.tsx';
import { Reminder } from './reminder.tsx';

const { standards } = builtInCatalog;

/** The side panel: one item at a time beside one's work, beginning with the next unanswered one; an answer leads to the next. */
export function Panel() {
  const { value: current } = store.review;
  const [at, show] = useState(() => current && nextUnanswered(current, standards));
  if (!current) return null;
  const standard = at ? standardById(builtInCatalog, at) : undefined;
  const { answered, total } = progress(current, standards);
  const step = (by: 1 | -1) => show(standard ? neighbour(standard, by) : null);
  return (
    <Frame
      narrow
      title={standard ? sceneTitle(standard) : fiscalYearName(current.fiscalYear)}
      route={at ?? 'done'}
      footer={
        <Buttons>
          {standard ? (
            <>
              <Button kind="primary" onClick={() => step(1)}>
                {t('panel.next')}
              </Button>
              {standard !== standards[0] && (
                <Button onClick={() => step(-1)}>{t('panel.previous')}</Button>
              )}
            </>
          ) : current.state === 'completed' ? (
            <>
              <ButtonLink kind="primary" href="review.html#/result" target="_blank">
                {t('result.title')}
              </ButtonLink>
              <ButtonLink href="review.html#/handover" target="_blank">
                {t('handOver.title')}
              </ButtonLink>
            </>
          ) : (
            <>
              <ButtonLink kind="primary" href="review.html#/check" target="_blank">
                {t('panel.check')}
              </ButtonLink>
              <Button onClick={() => show(standards[0]?.id ?? null)}>{t('panel.again')}</Button>
            </>
          )}
        </Buttons>
      }
    >
      <ClosedReview />
      <Progress label={t('review.progress', { answered, total })} value={answered} max={total} />
      {standard && <Left standards={standardsOfScene(builtInCatalog, standard.scene)} sceneAlone />}
      {standard ? (
        // Not keyed: what the list has to say of an answer outlasts the item.
        <OneItem standard={standard} step={step} show={show} />
      ) : (
        current.state === 'open' && (
          <p>{t(answered < total ? 'panel.atEnd' : 'panel.allAnswered')}</p>
        )
      )}
      {current.state === 'open' && <Reminder />}
      <p>
        <a href={`review.html${placeOf(standard)}`} target="_blank" rel="noreferrer">
          {t('panel.fullPage')}
        </a>
      </p>
    </Frame>
  );
}

interface OneItemProps {
  standard: Standard;
  step: (by: 1 | -1) => void;
  show: (id: StandardId) => void;
}

function OneItem({ standard, step, show }: OneItemProps) {
  const number = standardsOfScene(builtInCatalog, standard.scene).indexOf(standard) + 1;
  return (
    <Items
      groups={[{ standards: [standard], numberOf: () => number }]}
      at={standard.id}
      onLeave={step}
      onElsewhere={show}
      movesOn
    />
  );
}

/** The item before or after; after the last one, those that were passed over. */
function neighbour(standard: Standard, by: 1 | -1): StandardId | null {
  const next = standards[standards.indexOf(standard) + by];
  if (next) return next.id;
  const { value: current } = store.review;
  if (by === -1 || !current) return standard.id;
  const passed = nextUnanswered(current, standards);
  return passed === standard.id ? null : passed;
}

const placeOf = (standard: Standard | undefined): string =>
  standard ? `#/scene/${standard.scene}/${standard.id}` : '';

function sceneTitle({ scene }: Standard): string {
  const found = sceneById(builtInCatalog, scene);
  return found ? sceneName(found) : scene;
}
