import { useState } from 'preact/hooks';
import { japanTimestamp } from '../../core/calendar/japan-time.ts';
import { reminderDays } from '../../core/formats/backup-reminder.ts';
import { t } from '../../locales/t.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { dateAndTime } from '../../ui/date-and-time.ts';
import { FileField } from '../../ui/file-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { StatusMessage } from '../../ui/status-message.tsx';
import { BackupOutcome, useBackup } from '../options/backup-outcome.tsx';
import { store } from '../page-store.ts';
import { canChooseFolder } from '../platform/folder.ts';
import type { User } from '../store/session/user.ts';
import {
  copyNow,
  type DatedState,
  putOffNotice,
  putOffReminder,
  reminder,
  state,
} from './dated-copies.ts';
import { datedFailure } from './dated-words.ts';

/** What the person has to do for a copy outside the browser: allow the folder, mend it, or save a backup; nothing while all is well. */
export function DatedNotice() {
  const { value: owner } = store.user;
  const { value: now } = state;
  return owner && now ? (
    <div class="f-screen">
      <Folder key={`${owner.id} folder`} {...now} />
      <BackupReminder key={owner.id} owner={owner} />
    </div>
  ) : null;
}

function Folder({ row, permission, behind }: DatedState) {
  // What is told here goes on being told once it is done.
  const [isWritten, setWritten] = useState(false);
  const folder = row?.copies?.name;
  if (folder === undefined) return null;
  const failure = row?.copyFailure;
  const isPutOff = row?.putOffOn === japanTimestamp(Date.now()).slice(0, 10);
  const isWaiting = !isPutOff && (failure !== undefined || (permission !== 'granted' && behind));
  const write = async () => {
    setWritten(false);
    await copyNow();
    setWritten(state.peek()?.row?.copyFailure === undefined);
  };
  return (
    <>
      {isWaiting && (
        <Notice
          kind={failure ? 'warning' : 'info'}
          heading={t(failure ? 'dated.failed' : 'dated.waiting')}
          actions={
            <>
              <Button onClick={() => void write()}>{t('dated.write')}</Button>
              <ButtonLink href="options.html#/backup">{t('dated.otherFolder')}</ButtonLink>
              <Button kind="text" onClick={() => void putOffNotice()}>
                {t('dated.tomorrow')}
              </Button>
            </>
          }
        >
          <p>
            {failure ? datedFailure(failure.cause, folder) : t('dated.waitingHelp', { folder })}
          </p>
        </Notice>
      )}
      <StatusMessage about={isWritten && !isWaiting ? 'written' : null}>
        <Notice kind="success" heading={t('dated.written')}>
          <p>{t('dated.writtenHelp', { folder, name: row?.lastCopy?.name ?? '' })}</p>
        </Notice>
      </StatusMessage>
    </>
  );
}

const Later = () => (
  <Button kind="text" onClick={() => void putOffReminder()}>
    {t('remind.later')}
  </Button>
);

function BackupReminder({ owner }: { owner: User }) {
  const { save, ...outcome } = useBackup(owner);
  const { saving } = outcome;
  const { value: cause } = reminder;
  const handed = state.value?.row?.backups?.handed;
  return (
    <>
      {/* What was just handed over is asked for below. */}
      {cause === 'unconfirmed' && handed && !saving.handed && (
        <Notice
          kind="info"
          heading={t('remind.unconfirmed')}
          actions={
            <>
              <Button onClick={() => void save()}>{t('remind.again')}</Button>
              <Later />
            </>
          }
        >
          <p>{t('remind.unconfirmedHelp', { day: dateAndTime(handed.at) })}</p>
          <FileField
            id="backup-handed"
            label={t('remind.confirm')}
            support={t('remind.confirmHelp', { name: handed.name })}
            accept=".json"
            onFile={(file) => void saving.confirm(file, { state: 'handed', ...handed })}
          />
        </Notice>
      )}
      {cause && cause !== 'unconfirmed' && (
        <Notice
          kind="info"
          heading={t('remind.heading')}
          actions={
            <>
              <Button onClick={() => void save()}>{t('backup.save')}</Button>
              {canChooseFolder && (
                <ButtonLink href="options.html#/backup">{t('remind.folder')}</ButtonLink>
              )}
              <Later />
            </>
          }
        >
          <p>{t(`remind.${cause}`, { days: reminderDays })}</p>
        </Notice>
      )}
      <BackupOutcome {...outcome} />
    </>
  );
}
