import { builtInCatalog } from '../../core/catalog/built-in.ts';
import type { Standard } from '../../core/catalog/catalog.ts';
import { ratingOf } from '../../core/review/answering.ts';
import { earlierReview } from '../../core/review/comparison.ts';
import { ratings } from '../../core/review/review.ts';
import { strengths, summarize, toGrow } from '../../core/review/summary.ts';
import { t } from '../../locales/t.ts';
import { Button, ButtonLink, Buttons } from '../../ui/button.tsx';
import { fiscalYearName } from '../../ui/fiscal-year.ts';
import { Notice } from '../../ui/notice.tsx';
import { percent } from '../../ui/percent.ts';
import { Table } from '../../ui/table.tsx';
import { ratingName, sceneName } from '../app/words.ts';
import { goalsOf } from './goal-acts.ts';
import { inWords } from './look-back.tsx';
import { PaperHead } from './paper-head.tsx';
import { fitGoals, type ShownGoal } from './talk-room.ts';
import { useHistory } from './use-history.ts';
import './result.css';
import './talk-sheet.css';
import { store } from '../page-store.ts';

/** One side of A4 for the talk with the chief: rates, strengths, what to grow, goals, and room to write. No notes. */
export function TalkSheet() {
  const { value: current } = store.review;
  const past = useHistory();
  if (!current || !past) return null;
  const { all, scenes, philosophies } = summarize(current, builtInCatalog);
  if (all.unanswered === builtInCatalog.standards.length) return <Nothing />;
  const earlier = earlierReview(past, current);
  const before = earlier && summarize(earlier, builtInCatalog);
  const head = (first: string) =>
    before && earlier ? [first, t('ui.rate'), t('own.before')] : [first, t('ui.rate')];
  const row = (name: string, now: number | null, then: number | null | undefined) =>
    before ? [name, percent(now), percent(then ?? null)] : [name, percent(now)];
  const strong = strengths(current, builtInCatalog, earlier);
  const growing = toGrow(current, builtInCatalog, earlier);
  const ratingWords = ({ id }: Standard) => {
    const rating = ratingOf(current, id);
    return rating && ratingName(rating);
  };
  const shown = fitGoals({
    goals: goalsOf(current).map(({ text }) => text),
    earlier: (earlier?.goals ?? []).map(inWords),
    highlights:
      all.rate === null
        ? null
        : [
            strong.map(({ text }) => text),
            growing.map((standard) => `${standard.text}（${ratingWords(standard)}）`),
          ],
  });
  const cut = [...cutOnes(shown.earlier, 'own.cutEarlier'), ...cutOnes(shown.goals, 'own.cutGoal')];
  return (
    <>
      <div class="f-screen">
        <p>{t('own.talkHelp')}</p>
        <Buttons>
          <Button kind="primary" onClick={() => print()}>
            {t('result.print')}
          </Button>
          <ButtonLink href="#/result">{t('own.toResult')}</ButtonLink>
        </Buttons>
      </div>
      {cut.length > 0 && (
        <div class="f-screen">
          <Notice kind="info" heading={t('own.cut', { goals: cut.join(t('own.and')) })}>
            <p>{t('own.cutHelp')}</p>
          </Notice>
        </div>
      )}
      <div class="r-talk">
        <PaperHead {...current} />
        <div class="r-talk-head">
          <p class="r-rate">
            {t('ui.rate')} <strong>{percent(all.rate)}</strong>
          </p>
          <div>
            <p class="r-talk-counts">
              {ratings.map((rating) => (
                <span key={rating}>{`${ratingName(rating)} ${all.counts[rating]}`}</span>
              ))}
              {all.unanswered > 0 && <span>{`${t('ui.unanswered')} ${all.unanswered}`}</span>}
            </p>
            {earlier && before && (
              <p>
                {t('result.before', {
                  year: fiscalYearName(earlier.fiscalYear),
                  rate: percent(before.all.rate),
                })}
              </p>
            )}
            <p class="r-scene">{t('result.rateHelp')}</p>
          </div>
        </div>
        <div class="r-talk-pair">
          <Table
            caption={t('result.byScene')}
            head={head(t('result.scene'))}
            rows={builtInCatalog.scenes.map((scene, index) =>
              row(
                sceneName(scene),
                scenes[index]?.tally.rate ?? null,
                before?.scenes[index]?.tally.rate,
              ),
            )}
            numeric={[1, 2]}
          />
          <Table
            caption={t('own.byPhilosophy')}
            head={head(t('result.philosophy'))}
            rows={builtInCatalog.philosophies.map(({ name }, index) =>
              row(
                name,
                philosophies[index]?.tally.rate ?? null,
                before?.philosophies[index]?.tally.rate,
              ),
            )}
            numeric={[1, 2]}
          />
        </div>
        {all.rate !== null && (
          <div class="r-talk-pair">
            <section>
              <h2>{t('result.strengths')}</h2>
              <Standards of={strong} />
            </section>
            <section>
              <h2>{t('result.toGrow')}</h2>
              <Standards of={growing} more={ratingWords} />
            </section>
          </div>
        )}
        {shown.earlier.length > 0 && (
          <section>
            <h2>{t('own.lastGoals')}</h2>
            <Goals of={shown.earlier} />
          </section>
        )}
        <section>
          <h2>{t('goals.heading')}</h2>
          {shown.goals.length > 0 ? <Goals of={shown.goals} /> : <p class="r-talk-room" />}
        </section>
        <section>
          <h2>{t('own.talked')}</h2>
          <p class="r-talk-room" />
        </section>
      </div>
    </>
  );
}

/** The goals that the sheet has no room for, by their numbers in it. */
const cutOnes = (goals: readonly ShownGoal[], name: 'own.cutGoal' | 'own.cutEarlier'): string[] =>
  goals.flatMap(({ isCut }, index) => (isCut ? [t(name, { number: index + 1 })] : []));

function Goals({ of }: { of: readonly ShownGoal[] }) {
  return (
    <ol>
      {of.map(({ text }, index) => (
        <li key={index}>{text}</li>
      ))}
    </ol>
  );
}

interface StandardsProps {
  of: readonly Standard[];
  more?: (standard: Standard) => string | null;
}

function Standards({ of, more }: StandardsProps) {
  if (of.length === 0) return <p>{t('handOver.none')}</p>;
  return (
    <ul>
      {of.map((standard) => (
        <li key={standard.id}>
          {standard.text}
          {more && `（${more(standard)}）`}
        </li>
      ))}
    </ul>
  );
}

function Nothing() {
  return (
    <Notice
      kind="info"
      heading={t('result.nothing')}
      actions={<ButtonLink href="#/">{t('result.toTasks')}</ButtonLink>}
    >
      <p>{t('result.nothingHelp')}</p>
    </Notice>
  );
}
