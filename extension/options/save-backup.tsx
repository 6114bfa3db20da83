import { useState } from 'preact/hooks';
import { sealBackup } from '../../core/exchange/sealed-backup.ts';
import { t } from '../../locales/t.ts';
import { Button, type ButtonKind, Buttons } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Checkbox, TextField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { cipher } from '../platform/passphrase.ts';
import { saveBackup } from '../shell/save-backup.ts';
import { backupOf, reviewsOf } from '../store/backup.ts';
import { database } from '../store/session.ts';
import type { User } from '../store/user.ts';

const shortest = 8;

/** 控えを保存する, with a passphrase where it is wished (F44). */
export function SaveBackup({ owner, kind }: { owner: User; kind: ButtonKind }) {
  const [sealed, setSealed] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [errors, setErrors] = useState<readonly Fault[]>([]);
  const [saved, setSaved] = useState<string | null>(null);

  const save = async (event: Event) => {
    event.preventDefault();
    const found = sealed ? faultsOf(passphrase, again) : [];
    setErrors(found);
    setSaved(null);
    if (found.length > 0) return;
    const plain = await backupOf(owner, await reviewsOf(database(), owner.id));
    const text = sealed ? await sealBackup(plain, passphrase, cipher) : plain;
    setSaved(saveBackup(text, owner.settings.unit));
    setPassphrase('');
    setAgain('');
  };
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.text ?? null;

  return (
    <>
      <ErrorSummary errors={errors} />
      <h2>{t('backup.save')}</h2>
      <p>{t('backup.saveHelp')}</p>
      <form onSubmit={save}>
        <Checkbox
          id="backup-sealed"
          label={t('backup.sealed')}
          support={t('backup.sealedHelp')}
          checked={sealed}
          onChange={setSealed}
        />
        {sealed && (
          <>
            <Notice kind="warning" level={3} heading={t('backup.noRecovery')}>
              <p>{t('backup.noRecoveryHelp')}</p>
            </Notice>
            <TextField
              id="passphrase"
              type="password"
              autocomplete="new-password"
              mark="required"
              label={t('backup.passphrase')}
              support={t('backup.passphraseHelp', { shortest })}
              error={errorOf('passphrase')}
              length={20}
              value={passphrase}
              onInput={setPassphrase}
            />
            <TextField
              id="again"
              type="password"
              autocomplete="new-password"
              mark="required"
              label={t('backup.again')}
              error={errorOf('again')}
              length={20}
              value={again}
              onInput={setAgain}
            />
          </>
        )}
        <Buttons>
          <Button kind={kind} type="submit">
            {t('backup.save')}
          </Button>
        </Buttons>
      </form>
      {saved && (
        <Notice kind="success" live="status" level={3} heading={t('backup.saved')}>
          <p>{t('backup.savedHelp', { name: saved })}</p>
        </Notice>
      )}
    </>
  );
}

interface Fault {
  readonly field: string;
  readonly text: string;
}

function faultsOf(passphrase: string, again: string): Fault[] {
  if ([...passphrase].length < shortest) {
    return [{ field: 'passphrase', text: t('backup.tooShort', { shortest }) }];
  }
  return passphrase === again ? [] : [{ field: 'again', text: t('backup.notSame') }];
}
