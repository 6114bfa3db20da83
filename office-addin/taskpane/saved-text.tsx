import { useRef } from 'preact/hooks';
import { t } from '../../locales/t.ts';
import { Button } from '../../ui/button.tsx';

interface SavedTextProps {
  id: string;
  /** Of the file. */
  name: string;
  text: string;
  label: string;
}

/** A file to be saved; and its text, to be copied where the web view saves none. */
export function SavedText({ id, name, text, label }: SavedTextProps) {
  const shown = useRef<HTMLPreElement>(null);
  const selectAll = () => {
    if (shown.current) getSelection()?.selectAllChildren(shown.current);
  };
  return (
    <>
      <p>
        <a
          class="f-button f-secondary"
          download={name}
          href={`data:application/json;charset=utf-8,${encodeURIComponent(text)}`}
        >
          {t('pane.download', { name })}
        </a>
      </p>
      <p>{t('pane.downloadHelp')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
      <section class="p-saved" tabIndex={0} aria-label={label}>
        <pre id={id} ref={shown}>
          {text}
        </pre>
      </section>
      <p>
        <Button kind="text" onClick={selectAll}>
          {t('pane.selectText')}
        </Button>
      </p>
    </>
  );
}
