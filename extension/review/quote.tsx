import { t } from '../../locales/t.ts';

/** A text of the guideline, with its clause. */
export function Quote({ text, basis }: { text: string; basis: string }) {
  return (
    <blockquote class="f-quote">
      <p>{text}</p>
      <footer>{t('review.basis', { basis })}</footer>
    </blockquote>
  );
}
