import { builtInCatalog } from '../../core/catalog/built-in.ts';
import { t } from '../../locales/t.ts';

/** A text of the guideline, with the document's name and the clause. */
export function Quote({ text, basis }: { text: string; basis: string }) {
  const [document = '', ...clause] = basis.split(' ');
  const source = builtInCatalog.sources.find(({ id }) => id === document);
  return (
    <blockquote class="f-quote">
      <p>{text}</p>
      <footer>
        {t('review.basis', { title: source?.title ?? document, clause: clause.join(' ') })}
      </footer>
    </blockquote>
  );
}
