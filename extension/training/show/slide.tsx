import type { Catalog } from '../../../core/catalog/catalog.ts';
import type { Slide as SlideContent } from '../../../core/training/deck.ts';
import { t } from '../../../locales/t.ts';
import { sceneName, statusTag } from '../../app/words.ts';
import { Phrases } from '../phrases.tsx';
import { basisText, minutesText } from '../words.ts';
import { Closing } from './closing.tsx';
import { StandardSlide } from './standard-slide.tsx';

interface SlideProps {
  slide: SlideContent;
  catalog: Catalog;
  /** Standards in this deck. */
  standards: number;
  /** Whether some of what it shows is a model of ours. */
  models: boolean;
}

/** One slide: what the room sees. Every letter is 32 px or larger on a screen of 1366×768. */
export function Slide({ slide, catalog, standards, models }: SlideProps) {
  switch (slide.kind) {
    case 'title':
      return (
        <>
          <p class="t-kicker">{t('slide.training')}</p>
          <h2 class="t-big">{slide.title}</h2>
          <p class="t-lead">{minutesText(slide.minutes)}</p>
          <div class="t-foot">
            <p>{t('slide.ofCatalog', { title: catalog.title })}</p>
            {models && (
              <p>
                <Phrases text={t('slide.models')} />
              </p>
            )}
          </div>
        </>
      );
    case 'aim':
      return (
        <>
          <h2 class="t-kicker">{t('slide.aim')}</h2>
          <p class="t-statement">
            <Phrases text={slide.aim.text} />
          </p>
          <p class="t-foot">{basisText(catalog, slide.aim.basis)}</p>
        </>
      );
    case 'philosophy': {
      const { name, statement, notes, basis } = slide.philosophy;
      return (
        <>
          <h2 class="t-kicker">{t('slide.philosophy', { name })}</h2>
          <p class="t-statement">
            <Phrases text={statement} />
          </p>
          <ul class="t-points">
            {notes.map(({ text }) => (
              <li key={text}>
                <Phrases text={text} />
              </li>
            ))}
          </ul>
          <p class="t-foot">{t('slide.philosophyFoot', { basis: basisText(catalog, basis) })}</p>
        </>
      );
    }
    case 'scene':
      return (
        <>
          <p class="t-kicker">{t('slide.scene')}</p>
          <h2 class="t-big">{sceneName(slide.scene)}</h2>
          <p class="t-lead">
            <Phrases text={slide.scene.definition} />
          </p>
          <p class="t-foot">
            {slide.standards.length > 0 && t('slide.inScene', { count: slide.standards.length })}
          </p>
        </>
      );
    case 'standard':
      return <StandardSlide {...{ slide, catalog, standards }} />;
    case 'text':
      return (
        <>
          <h2 class="t-heading">{slide.heading}</h2>
          <ul class="t-points t-large">
            {slide.lines.map((line, index) => (
              <li key={index}>
                <Phrases text={line} />
              </li>
            ))}
          </ul>
          <p class="t-foot">
            {slide.status && statusTag({ status: slide.status })}
            {slide.basis && ` ${basisText(catalog, slide.basis)}`}
          </p>
        </>
      );
    case 'closing':
      return <Closing catalog={catalog} />;
  }
}
