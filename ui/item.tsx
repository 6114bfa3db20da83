import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { t } from '../locales/t.ts';
import { type Option, Options } from './options.tsx';
import { Tag } from './tag.tsx';

/** The answer of an earlier year, in words; keep the object the same while nothing changes. */
export interface EarlierAnswer {
  /** 令和7年度の答え */
  readonly label: string;
  readonly text: string;
}

export interface ItemProps {
  /** Unique on the page; the element's id is `item-<id>`. */
  id: string;
  number: number | string;
  text: ComponentChildren;
  /** 見本 */
  tag?: string | null;
  guidance?: string | null;
  /** The same array for all items. */
  options: readonly Option[];
  value: string | null;
  note: string | null;
  earlier?: EarlierAnswer | null;
  /** Shows it before this year's answer is given. */
  earlierShown?: boolean;
  /** `10:32` once this item's answer is on disk. */
  saved?: string | null;
}

/**
 * One standard to answer. It has no handlers for answers and notes: `ItemList`
 * around it hears them all.
 *
 * There may be 400 on a page. The tree is kept in `useMemo` over plain props, so
 * an answer draws its own item anew and the others are passed over after a few
 * comparisons; signals would do the same but tie the piece to one kind of store.
 */
export function Item(props: ItemProps) {
  const { id, number, text, tag, guidance, options, value, note, earlier, saved } = props;
  const { earlierShown = false } = props;
  const [noteOpen, setNoteOpen] = useState(Boolean(note));
  const [cleared, setCleared] = useState<string | null>(null);
  return useMemo(() => {
    const name = `item-${id}`;
    return (
      <fieldset
        class="f-item"
        id={name}
        data-item={id}
        data-answered={value !== null}
        aria-describedby={guidance ? `${name}-guidance` : undefined}
      >
        <legend>
          <span class="f-item-number">{number}</span>
          <span>
            {text} {tag && Tag({ children: tag })}
          </span>
        </legend>
        {guidance && (
          <p class="f-item-guidance" id={`${name}-guidance`}>
            {guidance}
          </p>
        )}
        {Options({ name, options, value })}
        <div class="f-item-foot">
          {earlier && (
            <details class="f-earlier" open={earlierShown || value !== null}>
              <summary>{earlier.label}</summary>
              <span>{earlier.text}</span>
            </details>
          )}
          <button
            type="button"
            class="f-link"
            data-act="note"
            aria-expanded={noteOpen}
            onClick={() => setNoteOpen(!noteOpen)}
          >
            {t(noteOpen ? 'ui.noteClose' : note ? 'ui.noteShow' : 'ui.noteWrite')}
          </button>
          {value !== null && (
            <button type="button" class="f-link" data-act="clear" onClick={() => setCleared(value)}>
              {t('ui.clear')}
            </button>
          )}
          {value === null && cleared !== null && (
            <span class="f-cleared">
              {t('ui.cleared')}
              <button type="button" class="f-link" data-act="restore" value={cleared}>
                {t('ui.restore')}
              </button>
            </span>
          )}
          {saved && <span class="f-saved">{t('ui.saved', { time: saved })}</span>}
        </div>
        {noteOpen && (
          <div class="f-note">
            <label for={`${name}-note`}>{t('ui.note')}</label>
            <p class="f-support" id={`${name}-note-help`}>
              {t('ui.noteHelp')}
            </p>
            <span class="f-grow" data-text={note ?? ''}>
              <textarea
                class="f-input"
                id={`${name}-note`}
                aria-describedby={`${name}-note-help`}
                value={note ?? ''}
              />
            </span>
          </div>
        )}
      </fieldset>
    );
  }, [
    id,
    number,
    text,
    tag,
    guidance,
    options,
    value,
    note,
    earlier,
    earlierShown,
    saved,
    noteOpen,
    cleared,
  ]);
}
