import { useState } from 'preact/hooks';
import { t } from '../../locales/t.ts';
import { Button, type ButtonKind, Buttons } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Checkbox, TextField } from '../../ui/field.tsx';
import type { User } from '../store/session/user.ts';
import { BackupOutcome, useBackup } from './backup-outcome.tsx';

const shortest = 8;

/** 控えを保存する, with a passphrase where it is wished (F44). */
export function SaveBackup({ owner, kind }: { owner: User; kind: ButtonKind }) {
  const [sealed, setSealed] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [errors, setErrors] = useState<readonly Fault[]>([]);
  const { save, ...outcome } = useBackup(owner);

  const submit = async (event: Event) => {
    event.preventDefault();
    const found = sealed ? faultsOf(passphrase, again) : [];
    setErrors(found);
    if (found.length > 0) outcome.saving.clear();
    if (found.length > 0 || !(await save(sealed ? passphrase : null))) return;
    setPassphrase('');
    setAgain('');
  };
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.text ?? null;

  return (
    <>
      <ErrorSummary errors={errors} />
      <h2>{t('backup.save')}</h2>
      <p>{t('backup.saveHelp')}</p>
      <form onSubmit={submit}>
        <Checkbox
          id="backup-sealed"
          label={t('backup.sealed')}
          support={t('backup.sealedHelp')}
          checked={sealed}
          onChange={setSealed}
        />
        {sealed && (
          <>
            <TextField
              id="passphrase"
              type="password"
              autocomplete="new-password"
              mark="required"
              label={t('backup.passphrase')}
              support={
                <>
                  <p>{t('backup.passphraseHelp', { shortest })}</p>
                  <p>
                    <strong>{t('backup.noRecovery')}</strong>
                  </p>
                  <p>{t('backup.noRecoveryHelp')}</p>
                </>
              }
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
      <BackupOutcome {...outcome} />
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
