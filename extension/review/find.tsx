import { useState } from 'preact/hooks';
import { builtInCatalog } from '../../core/catalog/built-in.ts';
import { sceneById, standardById } from '../../core/catalog/lookup.ts';
import { searchStandards } from '../../core/catalog/search.ts';
import { ratingOf } from '../../core/review/answering.ts';
import { t } from '../../locales/t.ts';
import { TextField } from '../../ui/field.tsx';
import { wholeCatalog } from '../app/whole-catalog.ts';
import { ratingName, sceneName } from '../app/words.ts';
import { store } from '../page-store.ts';

/** Items by the words in them, each with the way to it and the answer it has. */
export function Find() {
  const [words, setWords] = useState('');
  const [catalog, setCatalog] = useState(builtInCatalog);
  const find = (next: string) => {
    setWords(next);
    // With its furigana, by which words are found as they are read.
    if (catalog === builtInCatalog) void wholeCatalog().then(setCatalog);
  };
  const hits = searchStandards(catalog, words).flatMap(
    (hit) => standardById(builtInCatalog, hit.standard) ?? [],
  );
  const isAsked = words.trim() !== '';
  return (
    <section aria-label={t('find.label')}>
      <TextField
        id="find"
        label={t('find.label')}
        support={t('find.help')}
        length={20}
        value={words}
        onInput={find}
      />
      <p role="status">
        {isAsked && t(hits.length > 0 ? 'find.count' : 'find.none', { count: hits.length })}
      </p>
      <ul>
        {hits.map(({ id, scene, text }) => {
          const rating = store.review.value && ratingOf(store.review.value, id);
          const found = sceneById(builtInCatalog, scene);
          return (
            <li key={id}>
              {found && sceneName(found)}：<a href={`#/scene/${scene}/${id}`}>{text}</a>{' '}
              {rating && `（${ratingName(rating)}）`}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
