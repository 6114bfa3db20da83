import { useState } from 'preact/hooks';
import { builtInCatalog } from '../../core/catalog/built-in.ts';
import type { Standard, StandardId } from '../../core/catalog/catalog.ts';
import { sceneById, standardById, standardsOfScene } from '../../core/catalog/lookup.ts';
import { nextUnanswered, progress } from '../../core/review/progress.ts';
import { t } from '../../locales/t.ts';
import { Button, type ButtonKind, ButtonLink, Buttons } from '../../ui/button.tsx';
import { fiscalYearName } from '../../ui/fiscal-year.ts';
import { Progress } from '../../ui/progress.tsx';
import { Frame } from '../shell/frame.tsx';
import { sceneName } from '../shell/words.ts';
import { review } from '../store/session.ts';
import { ClosedReview } from './closed-review.tsx';
import { Items } from './items.tsx';
import { Reminder } from './reminder.tsx';

const { standards } = builtInCatalog;

/** The side panel: one item at a time beside one's work, beginning with the next unanswered one. */
export function Panel() {
  const { value: current } = review;
  const [at, setAt] = useState<StandardId | null>(
    () => current && nextUnanswered(current, standards),
  );
  if (!current) return null;
  const standard = at ? standardById(builtInCatalog, at) : undefined;
  const { answered, total } = progress(current, standards);
  return (
    <Frame
      narrow
      title={standard ? sceneTitle(standard) : fiscalYearName(current.fiscalYear)}
      route={at ?? 'done'}
    >
      <ClosedReview />
      <Reminder />
      <Progress label={t('review.progress', { answered, total })} value={answered} max={total} />
      {standard ? (
        <OneItem key={standard.id} standard={standard} show={setAt} />
      ) : (
        <>
          <p>{t('panel.allAnswered')}</p>
          <Buttons>
            <OpenPage hash="#/check" kind="primary" text={t('panel.check')} />
            <Button onClick={() => setAt(standards[0]?.id ?? null)}>{t('panel.again')}</Button>
          </Buttons>
        </>
      )}
    </Frame>
  );
}

interface OneItemProps {
  standard: Standard;
  show: (at: StandardId | null) => void;
}

function OneItem({ standard, show }: OneItemProps) {
  const index = standards.indexOf(standard);
  const number = standardsOfScene(builtInCatalog, standard.scene).indexOf(standard) + 1;
  const step = (by: 1 | -1) => {
    const { value: current } = review;
    const neighbour = standards[index + by]?.id ?? null;
    // After the last item come those that were passed over.
    show(neighbour ?? (by === 1 && current ? nextUnanswered(current, standards) : standard.id));
  };
  return (
    <>
      <Items
        groups={[{ standards: [standard], firstNumber: number }]}
        at={standard.id}
        onLeave={step}
      />
      <Buttons>
        <Button kind="primary" onClick={() => step(1)}>
          {t('panel.next')}
        </Button>
        {index > 0 && <Button onClick={() => step(-1)}>{t('panel.previous')}</Button>}
        <OpenPage
          hash={`#/scene/${standard.scene}/${standard.id}`}
          kind="text"
          text={t('panel.fullPage')}
        />
      </Buttons>
    </>
  );
}

/** The full page at the same place, in a tab of its own. */
function OpenPage({ hash, kind, text }: { hash: string; kind: ButtonKind; text: string }) {
  return (
    <ButtonLink kind={kind} href={`review.html${hash}`} target="_blank">
      {text}
    </ButtonLink>
  );
}

function sceneTitle({ scene }: Standard): string {
  const found = sceneById(builtInCatalog, scene);
  return found ? sceneName(found) : scene;
}
