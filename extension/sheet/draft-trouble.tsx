import { t } from '../../locales/t.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Compared } from './compared.tsx';
import { failed, keepMine, said, saveDraft, take, theirs, writing } from './writing.ts';

/** What keeps the draft from being saved; what was written stays on the page (F6, F10). */
export function DraftTrouble() {
  const { value: cause } = failed;
  const { value: other } = theirs;
  if (other) {
    return (
      <Notice
        kind="warning"
        live="alert"
        heading={t('sheet.elsewhere')}
        actions={
          <>
            <Button onClick={() => void keepMine()}>{t('sheet.keepMine')}</Button>
            <Button onClick={() => take(other, other.seq, other.before)}>
              {t('sheet.takeTheirs')}
            </Button>
          </>
        }
      >
        <p>{t('sheet.elsewhereHelp')}</p>
        {writing.value && (
          <Compared
            one={writing.value}
            other={other}
            names={[t('sheet.thisPage'), t('sheet.otherPage')]}
          />
        )}
      </Notice>
    );
  }
  if (cause === null) return null;
  return (
    <Notice
      kind="error"
      live="alert"
      heading={t('ui.saveFailed')}
      actions={
        <>
          <Button kind="primary" onClick={() => void saveDraft()}>
            {t('saveFailure.retry')}
          </Button>
          <Button onClick={() => void takeOut()}>{t('saveFailure.rescue')}</Button>
        </>
      }
    >
      <p>{t('keep.why', { cause })}</p>
      <p>{t('sheet.stillHere')}</p>
    </Notice>
  );
}

async function takeOut(): Promise<void> {
  const { rescue } = await import('../shell/rescue.ts');
  const { value: sheet } = writing;
  await rescue(sheet && { ...sheet, before: said() });
}
