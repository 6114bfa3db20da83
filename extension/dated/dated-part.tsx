import { useEffect, useState } from 'preact/hooks';
import { reminderDays } from '../../core/formats/backup-reminder.ts';
import { keptCopies } from '../../core/formats/dated-copies.ts';
import { t } from '../../locales/t.ts';
import { Button, Buttons } from '../../ui/button.tsx';
import { dateAndTime } from '../../ui/date-and-time.ts';
import { Notice } from '../../ui/notice.tsx';
import { StatusMessage } from '../../ui/status-message.tsx';
import { store } from '../page-store.ts';
import { canChooseFolder } from '../platform/folder.ts';
import { failureOf } from '../store/db/cause.ts';
import { chooseCopyFolder, copyNow, lookUp, state, stopCopies } from './dated-copies.ts';
import { datedFailure } from './dated-words.ts';

/** 毎日の控え: the folder outside the browser that receives them, and when the last one went there. */
export function DatedPart() {
  const { value: now } = state;
  const [tries, setTries] = useState(0);
  /** The browser's name for why no folder can be chosen. */
  const [forbidden, setForbidden] = useState<string | null>(null);
  useEffect(() => void lookUp(), []);
  if (!now) return null;

  const { copies: folder, lastCopy: last, copyFailure: failure } = now.row ?? {};
  const act = (doing: () => Promise<unknown>) => async () => {
    setForbidden(null);
    await doing().catch(async (error: unknown) => setForbidden(await failureOf(store, error)));
    setTries((before) => before + 1);
  };
  return (
    <>
      <h2>{t('dated.heading')}</h2>
      <p>{t('dated.help', { kept: keptCopies })}</p>
      {canChooseFolder ? (
        <>
          <p>{t('dated.open')}</p>
          {folder && (
            <p>
              {last
                ? t('dated.last', {
                    folder: folder.name,
                    time: dateAndTime(last.at),
                    count: last.count,
                  })
                : t('dated.none', { folder: folder.name })}
            </p>
          )}
          <Buttons>
            {folder && <Button onClick={act(copyNow)}>{t('dated.write')}</Button>}
            <Button onClick={act(chooseCopyFolder)}>
              {t(folder ? 'dated.otherFolder' : 'dated.choose')}
            </Button>
            {folder && (
              <Button kind="text" onClick={act(stopCopies)}>
                {t('dated.stop')}
              </Button>
            )}
          </Buttons>
        </>
      ) : (
        <p>{t('dated.unavailable', { days: reminderDays })}</p>
      )}
      <StatusMessage about={tries > 0 ? tries : null}>
        {forbidden ? (
          <Notice kind="error" level={3} heading={t('dated.forbidden')}>
            <p>
              {forbidden === 'QuotaExceededError'
                ? t('dated.forbiddenFull')
                : t('dated.forbiddenHelp', { cause: forbidden, days: reminderDays })}
            </p>
          </Notice>
        ) : (
          folder &&
          (failure ? (
            <Notice kind="error" level={3} heading={t('dated.failed')}>
              <p>{datedFailure(failure.cause, folder.name)}</p>
            </Notice>
          ) : (
            last && (
              <Notice kind="success" level={3} heading={t('dated.written')}>
                <p>{t('dated.writtenHelp', { folder: last.folder, name: last.name })}</p>
              </Notice>
            )
          ))
        )}
      </StatusMessage>
    </>
  );
}
