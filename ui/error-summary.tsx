import { useEffect, useRef } from 'preact/hooks';
import { t } from '../locales/t.ts';
import { Icon } from './icon.tsx';

interface ErrorSummaryProps {
  /** In the order of the page; `field` is the id of the element to go to. */
  errors: readonly { field: string; text: string }[];
}

/** All that keeps the page from going on, on top, focused when it appears or something new stands in it. */
export function ErrorSummary({ errors }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const told = errors.map(({ field, text }) => `${field} ${text}`).join('\n');
  const before = useRef<readonly string[]>([]);
  // The words decide, not the array: it may be a new one with every drawing.
  useEffect(() => {
    const lines = told ? told.split('\n') : [];
    // What is mended while someone types leaves the focus where it is.
    const isNew = lines.some((line) => !before.current.includes(line));
    before.current = lines;
    if (!told) return;
    if (isNew) box.current?.focus();
    const { title } = document;
    document.title = `${t('ui.error')}：${title}`;
    return () => {
      document.title = title;
    };
  }, [told]);
  if (errors.length === 0) return null;

  // The address after # is the view's, so the links move the focus by themselves.
  const go = (event: Event, field: string) => {
    event.preventDefault();
    const element = document.getElementById(field);
    element?.scrollIntoView({ block: 'center' });
    element?.focus({ preventScroll: true });
  };

  return (
    <div class="f-notice" data-kind="error" ref={box} tabIndex={-1} role="alert">
      <h2>
        <Icon name="error" />
        {t('ui.errorSummary')}
      </h2>
      <ul class="f-notice-text">
        {errors.map(({ field, text }) => (
          <li key={field}>
            <a href={`#${field}`} onClick={(event) => go(event, field)}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
