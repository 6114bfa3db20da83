import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { t } from '../locales/t.ts';
import { growing } from './field.tsx';
import { type Option, Options } from './options.tsx';
import { Tag } from './tag.tsx';

/** The answer of an earlier year, in words; keep the object the same while nothing changes. */
export interface EarlierAnswer {
  /** 令和7年度の答え */
  readonly label: string;
  readonly text: string;
}

export interface Examples {
  readonly good?: string;
  readonly poor?: string;
}

export interface ItemProps {
  /** Unique on the page; the element's id is `item-<id>`. */
  id: string;
  number: number | string;
  text: ComponentChildren;
  /** 見本 */
  tag?: string | null;
  /** The mark is told for the whole sheet on paper. */
  tagOnScreen?: boolean;
  guidance?: string | null;
  /** A good and a poor example, once they have been asked for; keep the object the same. */
  examples?: Examples | null;
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

/** The item whose note was just opened: its field gets the cursor as soon as it stands, before the next key. */
let opened: string | null = null;

/**
 * One standard to answer. It has no handlers for answers and notes: `ItemList`
 * around it hears them all.
 *
 * There may be 400 on a page. The tree is kept in `useMemo` over plain props, so
 * an answer draws its own item anew and the others are passed over after a few
 * comparisons; signals would do the same but tie the piece to one kind of store.
 */
export function Item(props: ItemProps) {
  const { id, number, text, tag, guidance, examples, options, value, note, earlier, saved } = props;
  const { earlierShown = false, tagOnScreen = false } = props;
  const [noteOpen, setNoteOpen] = useState(Boolean(note));
  const [examplesOpen, setExamplesOpen] = useState(false);
  const [cleared, setCleared] = useState<string | null>(null);
  const [peeked, peek] = useState<boolean | null>(null);
  const isEarlierOpen = peeked ?? (earlierShown || value !== null);
  return useMemo(() => {
    const name = `item-${id}`;
    return (
      <fieldset
        class="f-item"
        id={name}
        data-item={id}
        data-answered={value !== null}
        data-value={value ?? ''}
        aria-describedby={guidance ? `${name}-guidance` : undefined}
      >
        <legend>
          <span class="f-item-number">{number}</span>
          <span>
            {text} {tag && Tag({ onScreen: tagOnScreen, children: tag })}
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
            <div class="f-earlier" data-open={isEarlierOpen}>
              <button
                type="button"
                class="f-link"
                aria-expanded={isEarlierOpen}
                onClick={() => peek(!isEarlierOpen)}
              >
                {earlier.label}
              </button>
              <span>{earlier.text}</span>
            </div>
          )}
          <button
            type="button"
            class="f-link"
            data-act="note"
            aria-expanded={noteOpen}
            onClick={() => {
              opened = noteOpen ? null : id;
              setNoteOpen(!noteOpen);
            }}
          >
            {t(noteOpen ? 'ui.noteClose' : note ? 'ui.noteShow' : 'ui.noteWrite')}
          </button>
          {examples !== undefined && (
            <button
              type="button"
              class="f-link"
              data-act="examples"
              aria-expanded={examplesOpen}
              onClick={() => setExamplesOpen(!examplesOpen)}
            >
              {t(examplesOpen ? 'ui.examplesClose' : 'ui.examples')}
            </button>
          )}
          {/* Each has its room from the start: nothing may move under the pointer when an answer is given. */}
          <span class="f-item-act">
            <button
              type="button"
              class="f-link"
              data-act="clear"
              data-hidden={value === null}
              onClick={() => setCleared(value)}
            >
              {t('ui.clear')}
            </button>
            <span class="f-cleared" data-hidden={value !== null || cleared === null}>
              {t('ui.cleared')}
              <button type="button" class="f-link" data-act="restore" value={cleared ?? ''}>
                {t('ui.restore')}
              </button>
            </span>
          </span>
          <span class={saved ? 'f-saved' : 'f-saved-room'} aria-hidden={!saved}>
            {t('ui.saved', { time: saved ?? '00:00' })}
          </span>
        </div>
        {examplesOpen && examples && (
          <dl class="f-examples">
            {(['good', 'poor'] as const).map(
              (kind) =>
                examples[kind] && (
                  <div key={kind}>
                    <dt>{t(`ui.example-${kind}`)}</dt>
                    <dd>{examples[kind]}</dd>
                  </div>
                ),
            )}
          </dl>
        )}
        {noteOpen && (
          <div class="f-note">
            <label for={`${name}-note`}>{t('ui.note')}</label>
            <p class="f-support" id={`${name}-note-help`}>
              {t('ui.noteHelp')}
            </p>
            <span {...growing(note ?? '')}>
              <textarea
                class="f-input"
                id={`${name}-note`}
                aria-describedby={`${name}-note-help`}
                value={note ?? ''}
                ref={(field) => {
                  if (!field || opened !== id) return;
                  opened = null;
                  field.focus();
                }}
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
    tagOnScreen,
    guidance,
    examples,
    examplesOpen,
    options,
    value,
    note,
    earlier,
    isEarlierOpen,
    saved,
    noteOpen,
    cleared,
  ]);
}
