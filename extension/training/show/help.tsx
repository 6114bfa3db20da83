import { t } from '../../../locales/t.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { keyActs, keyNames } from '../keys.ts';
import { open } from './hear-keys.ts';

/** The keys, and how hands are counted. */
export function Help() {
  const close = () => {
    open.value = null;
  };
  return (
    <Dialog
      open={open.value === 'help'}
      heading={t('slides.help')}
      onClose={close}
      actions={<Button onClick={close}>{t('slides.close')}</Button>}
    >
      <dl class="t-keys">
        {keyActs.map((act) => (
          <div key={act}>
            <dt>
              {keyNames[act].map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dt>
            <dd>{t(`keyAct.${act}`)}</dd>
          </div>
        ))}
        <div>
          <dt>
            <kbd>1</kbd>
            <kbd>2</kbd>
            <kbd>3</kbd>
            <kbd>4</kbd>
            <kbd>0</kbd>
          </dt>
          <dd>{t('slides.countingKeys')}</dd>
        </div>
      </dl>
      <p>{t('slides.clicker')}</p>
    </Dialog>
  );
}
