import { useEffect, useState } from 'preact/hooks';
import { t } from '../../locales/t.ts';
import { Button, Buttons } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { causeOf } from '../store/cause.ts';
import { goOnWithout, latestAnswerAt } from '../store/damage.ts';
import type { Database } from '../store/database.ts';
import { prepareRestore, type Restoring } from '../store/restore.ts';
import type { CopyHead } from '../store/second-copy.ts';
import { settingsFrom } from '../store/settings.ts';
import { CopyProblems } from './copy-problems.tsx';
import { type LoadedCopy, loadCopies, restoreCopies } from './load-copies.ts';
import { RestoreFile } from './restore-file.tsx';
import { RestorePlanView } from './restore-plan.tsx';
import { saveBackup } from './save-backup.ts';
import { dateAndTime } from './words.ts';

interface DamagedStoreProps {
  db: Database;
  /** Null where there is no copy to restore from. */
  copy: CopyHead | null;
}

/** The database has lost something (F3, F4): says what the copy would bring back, and lets the person decide. */
export function DamagedStore({ db, copy }: DamagedStoreProps) {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => void load(db).then(setLoaded), [db]);
  if (!loaded) return null;

  const attempt = (act: Promise<void>) =>
    act.then(
      () => location.reload(),
      (error: unknown) => setFailure(causeOf(error)),
    );
  const { restorings, copies, latest } = loaded;
  const left = latest ? t('damaged.left', { time: dateAndTime(latest) }) : t('damaged.nothingLeft');

  return (
    <Page title={t('damaged.title')} route="damaged" invalid home="home.html">
      <Notice kind="error" heading={t('damaged.heading')}>
        <p>{t('damaged.why')}</p>
        <p>{left}</p>
        <p>{copy ? t('damaged.copy', { time: dateAndTime(copy.savedAt) }) : t('damaged.noCopy')}</p>
      </Notice>
      {failure && (
        <Notice kind="error" live="alert" heading={t('restore.failed')}>
          <p>{t('restore.failedHelp', { cause: failure })}</p>
        </Notice>
      )}
      {copies.map((each) => (
        <CopyProblems key={each.user} {...each} />
      ))}
      {restorings.length > 0 ? (
        <>
          <h2>{t('restore.plan')}</h2>
          {restorings.map((restoring) => (
            <RestorePlanView key={restoring.backup.user.id} {...restoring} />
          ))}
          <Buttons>
            <Button kind="primary" onClick={() => attempt(restoreCopies(db, loaded, true))}>
              {t('damaged.restore')}
            </Button>
          </Buttons>
        </>
      ) : (
        <>
          <h2>{t('damaged.fromFile')}</h2>
          <RestoreFile db={db} behind={copy} onRestored={() => location.reload()} />
        </>
      )}
      {copies.length > 0 && (
        <>
          <h2>{t('copy.save')}</h2>
          <p>{t('damaged.saveHelp')}</p>
          <Buttons>
            {copies.map(({ user, label, text, backup }) => (
              <Button
                key={user}
                onClick={() => saveBackup(text, settingsFrom(backup?.settings ?? {}).unit)}
              >
                {t(copies.length > 1 ? 'damaged.saveOf' : 'copy.save', { label })}
              </Button>
            ))}
          </Buttons>
        </>
      )}
      <h2>{t('damaged.without')}</h2>
      <p>{t(copy ? 'damaged.withoutHelp' : 'damaged.withoutHelpNoCopy')}</p>
      <Buttons>
        <Button onClick={() => attempt(goOnWithout(db, copy))}>{t('damaged.goOn')}</Button>
      </Buttons>
    </Page>
  );
}

interface Loaded extends LoadedCopy {
  readonly restorings: readonly Restoring[];
  readonly latest: string | null;
}

async function load(db: Database): Promise<Loaded> {
  const [copy, latest] = await Promise.all([loadCopies(), latestAnswerAt(db)]);
  const prepared = await Promise.all(
    copy.copies.flatMap(({ backup }) => (backup ? [prepareRestore(db, backup)] : [])),
  );
  return { ...copy, latest, restorings: prepared.flatMap((plan) => (plan.ok ? [plan.value] : [])) };
}
