import { useState } from 'preact/hooks';
import { builtInCatalog } from '../../core/catalog/built-in.ts';
import { standardById } from '../../core/catalog/lookup.ts';
import { searchStandards } from '../../core/catalog/search.ts';
import { t } from '../../locales/t.ts';
import { Disclosure } from '../disclosure.tsx';
import { TextField } from '../field.tsx';

const mostHits = 10;

/** The standards, to be looked through for wording and ideas. */
export function CatalogSearch() {
  const [query, setQuery] = useState('');
  const hits = searchStandards(builtInCatalog, query);
  return (
    <Disclosure summary={t('sheet.catalog')}>
      <TextField
        id="catalog-query"
        label={t('sheet.standard')}
        support={t('sheet.searchHelp')}
        value={query}
        onInput={setQuery}
      />
      <p role="status">{query.trim() && t('sheet.hits', { count: hits.length })}</p>
      <ul>
        {hits.slice(0, mostHits).map(({ standard }) => (
          <li key={standard}>{standardById(builtInCatalog, standard)?.text}</li>
        ))}
      </ul>
    </Disclosure>
  );
}
