import type { Slide } from '../../core/training/deck.ts';
import { t } from '../../locales/t.ts';
import { sceneName } from '../app/words.ts';

/** A slide in a line. */
export function slideName(slide: Slide): string {
  switch (slide.kind) {
    case 'title':
      return slide.title;
    case 'aim':
      return t('slide.aim');
    case 'philosophy':
      return t('slide.philosophy', { name: slide.philosophy.name });
    case 'scene':
      return t('slide.sceneNamed', { scene: sceneName(slide.scene) });
    case 'standard':
      return slide.standard.text;
    case 'text':
      return slide.heading;
    case 'closing':
      return t('slide.closing');
  }
}
