import { useComputed } from '@preact/signals';
import type { Catalog, Standard } from '../../../core/catalog/catalog.ts';
import { parseRuby } from '../../../core/catalog/ruby.ts';
import type { Slide } from '../../../core/training/deck.ts';
import { countsOf, handsOf } from '../../../core/training/hand-tally.ts';
import { t } from '../../../locales/t.ts';
import { sceneName, statusTag } from '../../app/words.ts';
import { Ballot } from '../ballot.tsx';
import { Phrases } from '../phrases.tsx';
import { basisText } from '../words.ts';
import { useFit } from './fit.ts';
import { slide as current, perform, tally, voting } from './showing.ts';
import { ruby } from './theme.ts';

/** Characters that stand in two lines of the largest letters. */
const twoLines = 32;

interface StandardSlideProps {
  slide: Extract<Slide, { kind: 'standard' }>;
  catalog: Catalog;
  /** Standards in this deck. */
  standards: number;
}

/** A standard with the question to the room; at the next key, how to look at it and two examples. */
export function StandardSlide({ slide, catalog, standards }: StandardSlideProps) {
  const { standard, scene, number } = slide;
  const { guidance, good, poor, status, basis } = standard;
  const look = useFit();
  return (
    <>
      <p class="t-kicker t-between">
        <span>{sceneName(scene)}</span>
        <span>
          <span class="t-status">{statusTag(standard)}</span>
          {t('slide.number', { number, total: standards })}
        </span>
      </p>
      <h2 class="t-standard" data-long={standard.text.length > twoLines}>
        <StandardText standard={standard} />
      </h2>
      <div class="t-halves">
        <div class="t-question fragment fade-out" data-fragment-index="0">
          <RoomBallot
            id={slide.id}
            standard={standard}
            source={status === 'model' ? null : basisText(catalog, basis)}
          />
        </div>
        <div class="t-look fragment" ref={look} data-fragment-index="0">
          {guidance && (
            <div>
              <h3>{t('slide.guidance')}</h3>
              <p>
                <Phrases text={guidance} />
              </p>
            </div>
          )}
          <div class="t-examples">
            {good && (
              <div data-kind="good">
                <h3>{t('slide.good')}</h3>
                <p>
                  <Phrases text={good} />
                </p>
              </div>
            )}
            {poor && (
              <div data-kind="poor">
                <h3>{t('slide.poor')}</h3>
                <p>
                  <Phrases text={poor} />
                </p>
              </div>
            )}
          </div>
        </div>
      </div>
    </>
  );
}

/** With furigana where they are wished and the catalog has them. */
function StandardText({ standard: { text, ruby: notation } }: { standard: Standard }) {
  if (!ruby.value || !notation) return <Phrases text={text} />;
  return parseRuby(notation).map(({ text: base, reading }, index) =>
    reading ? (
      <ruby key={index}>
        {base}
        <rp>（</rp>
        <rt>{reading}</rt>
        <rp>）</rp>
      </ruby>
    ) : (
      base
    ),
  );
}

interface RoomBallotProps {
  id: string;
  standard: Standard;
  /** Where a quoted standard stands. */
  source: string | null;
}

/** The hands of the room, while they are counted and after; before that, what to answer. */
function RoomBallot({ id, standard, source }: RoomBallotProps) {
  const counts = useComputed(() => tally.value && countsOf(tally.value, standard.id));
  const counting = useComputed(() => voting.value && current.value?.id === id);
  if (!counts.value) return null;
  const all = handsOf(counts.value);
  const shown = counting.value || all > 0;
  return (
    <>
      <p class="t-lead t-between">
        <span>{t('slide.question')}</span>
        {shown && <span>{t('slide.allHands', { count: all })}</span>}
      </p>
      <Ballot
        counts={counts.value}
        counting={counting.value}
        shown={shown}
        onHands={(rating, hands) => perform({ do: 'hands', rating, hands })}
      />
      {source && !shown && <p class="t-foot">{source}</p>}
    </>
  );
}
