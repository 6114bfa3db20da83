import { useEffect, useRef } from 'preact/hooks';
import type { Deck } from '../../../core/training/deck.ts';
import { t } from '../../../locales/t.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { slideName } from '../slide-name.ts';
import { open } from './hear-keys.ts';
import { perform, position } from './showing.ts';

/** All slides by number and words, to go to one of them. */
export function Overview({ deck }: { deck: Deck }) {
  const close = () => {
    open.value = null;
  };
  const shown = open.value === 'overview';
  const current = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (shown) current.current?.focus();
  }, [shown]);
  return (
    <Dialog
      open={shown}
      heading={t('slides.overview')}
      onClose={close}
      actions={<Button onClick={close}>{t('slides.close')}</Button>}
    >
      <ol class="t-overview">
        {shown &&
          deck.slides.map((slide, index) => (
            <li key={slide.id}>
              <button
                type="button"
                aria-current={index === position.value.index ? 'step' : undefined}
                ref={index === position.value.index ? current : null}
                onClick={() => {
                  close();
                  perform({ do: 'go', index });
                }}
              >
                {slideName(slide)}
              </button>
            </li>
          ))}
      </ol>
    </Dialog>
  );
}
