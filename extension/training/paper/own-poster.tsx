import { signal } from '@preact/signals';
import { t } from '../../../locales/t.ts';
import { TextArea, TextField } from '../../../ui/field.tsx';
import { store } from '../../page-store.ts';
import { keepUnfinished, readUnfinished } from '../../store/session/unfinished.ts';

/** As it is typed; kept on this PC, so that it is there the next time. */
const typed = signal({ heading: '', text: '', issuer: '' });

const kept = keepUnfinished<typeof typed.value>(store, 'poster');

/** Brings what was typed before; what is typed on this page already stays. */
export async function readOwnPoster(): Promise<void> {
  const before = await readUnfinished<typeof typed.value>(store, 'poster');
  const { heading, text, issuer } = typed.peek();
  if (before && !(heading || text || issuer)) typed.value = { ...typed.peek(), ...before };
}

/** What is typed as a poster, one line an item; null while there is nothing to put up. */
export function ownPoster() {
  const { heading, text, issuer } = typed.value;
  const lines = text.split('\n').flatMap((line) => line.trim() || []);
  if (!heading.trim() && lines.length === 0) return null;
  return { heading: heading.trim() || null, lines, issuer: issuer.trim() };
}

/** A ward's own words for the counter. */
export function OwnPosterForm() {
  const { heading, text, issuer } = typed.value;
  const change = (part: Partial<typeof typed.value>) => {
    typed.value = { ...typed.value, ...part };
    kept.type(typed.value);
  };
  return (
    <>
      <p>{t('poster.ownLead')}</p>
      <TextField
        id="poster-heading"
        label={t('poster.heading')}
        mark="optional"
        length={20}
        limit={60}
        value={heading}
        onInput={(value) => change({ heading: value })}
      />
      <TextArea
        id="poster-text"
        label={t('poster.text')}
        support={t('poster.textHelp')}
        mark="optional"
        limit={600}
        value={text}
        onInput={(value) => change({ text: value })}
      />
      <TextField
        id="poster-issuer"
        label={t('poster.issuer')}
        mark="optional"
        length={20}
        limit={60}
        value={issuer}
        onInput={(value) => change({ issuer: value })}
      />
    </>
  );
}
