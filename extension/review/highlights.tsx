import { builtInCatalog } from '../../core/catalog/built-in.ts';
import type { Standard } from '../../core/catalog/catalog.ts';
import { sceneById } from '../../core/catalog/lookup.ts';
import { ratingOf } from '../../core/review/answering.ts';
import { nextUnanswered } from '../../core/review/progress.ts';
import { goalLimit, type Review } from '../../core/review/review.ts';
import { strengths, toGrow } from '../../core/review/summary.ts';
import { t } from '../../locales/t.ts';
import { Button, Buttons } from '../../ui/button.tsx';
import { ratingName, sceneName } from '../app/words.ts';
import { goalsOf } from './goal-acts.ts';
import { addGoal } from './goals.tsx';
import { StatusTag } from './status-tag.tsx';

interface HighlightsProps {
  current: Review;
  earlier: Review | null;
  settled: boolean;
}

/** What goes well, and up to three standards to grow, each a goal at the press of a button. */
export function Highlights({ current, earlier, settled }: HighlightsProps) {
  const strong = strengths(current, builtInCatalog, earlier);
  const weak = toGrow(current, builtInCatalog, earlier);
  const open = nextUnanswered(current, builtInCatalog.standards);
  return (
    <>
      <section>
        <h2>{t('result.strengths')}</h2>
        {strong.length === 0 && <p>{t('result.noStrengths')}</p>}
        <ul class="r-standards">
          {strong.map((standard) => (
            <li key={standard.id}>
              <Heading standard={standard} />
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{t('result.toGrow')}</h2>
        {weak.length === 0 && (
          <p>{t(open === null ? 'result.noneToGrow' : 'result.noneToGrowSoFar')}</p>
        )}
        <ul class="r-standards">
          {weak.map((standard) => (
            <li key={standard.id}>
              <Heading standard={standard} />
              <p class="r-answer">{answerOf(current, standard)}</p>
              {standard.guidance && <p>{standard.guidance}</p>}
              {!settled && <ToGoal current={current} standard={standard} />}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function answerOf(current: Review, { id }: Standard): string | null {
  const rating = ratingOf(current, id);
  return rating && t('result.answered', { rating: ratingName(rating) });
}

function Heading({ standard }: { standard: Standard }) {
  const scene = sceneById(builtInCatalog, standard.scene);
  return (
    <>
      <p class="r-scene">{scene && sceneName(scene)}</p>
      <h3>
        {standard.text} <StatusTag of={standard} />
      </h3>
    </>
  );
}

function ToGoal({ current, standard }: { current: Review; standard: Standard }) {
  const goals = goalsOf(current);
  if (goals.some((goal) => goal.standard === standard.id)) {
    return <p class="f-screen">{t('goals.isGoal')}</p>;
  }
  if (goals.length >= goalLimit) return null;
  return (
    <Buttons>
      <Button
        aria-label={t('goals.makeThis', { text: standard.text })}
        onClick={() => addGoal(current, standard)}
      >
        {t('goals.make')}
      </Button>
    </Buttons>
  );
}
