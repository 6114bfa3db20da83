import { signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import type { Review } from '../../core/review/review.ts';
import { t } from '../../locales/t.ts';
import { Button, ButtonLink, Buttons } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { fiscalYearName } from '../../ui/fiscal-year.ts';
import { Notice } from '../../ui/notice.tsx';
import { timeOfDay } from '../shell/words.ts';
import { draftsOf, reviewsOf } from '../store/backup.ts';
import { causeOf } from '../store/cause.ts';
import { stored } from '../store/pending.ts';
import { database, user } from '../store/session.ts';
import type { User } from '../store/user.ts';
import { deleteUser } from '../store/users.ts';
import { BackupOutcome, useBackup } from './backup-outcome.tsx';
import { savedBackup } from './saved-backup.ts';

/** Whose data was just deleted; outlives the room, which the page may draw anew once there is no user. */
const deleted = signal<string | null>(null);

/** 消去: takes everything of the current user from this PC, after a backup was offered. */
export function DeleteRoom() {
  const { value: owner } = user;
  if (deleted.value !== null) return <Deleted label={deleted.value} />;
  return owner ? <DeleteMine owner={owner} /> : <p>{t('delete.nobody')}</p>;
}

function Deleted({ label }: { label: string }) {
  return (
    <Notice
      kind="success"
      focused
      heading={t('delete.done')}
      actions={<ButtonLink href="home.html">{t('delete.home')}</ButtonLink>}
    >
      <p>{t('delete.doneHelp', { label })}</p>
      <p>{t('delete.doneFiles')}</p>
    </Notice>
  );
}

function DeleteMine({ owner }: { owner: User }) {
  const [holdings, setHoldings] = useState<Holdings | null>(null);
  const { outcome, save } = useBackup(owner);
  const [asking, setAsking] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => void holdingsOf(owner).then(setHoldings), [owner.id]);
  if (!holdings) return null;

  const label = owner.label || t('user.unnamed');
  const saved = savedBackup.value?.user === owner.id ? savedBackup.value : null;
  const remove = async () => {
    setAsking(false);
    try {
      await deleteUser(owner.id);
      deleted.value = label;
      stored.value = null;
      user.value = null;
    } catch (error) {
      setFailure(causeOf(error));
    }
  };

  return (
    <>
      {failure && (
        <Notice kind="error" live="alert" heading={t('delete.failed')}>
          <p>{t('delete.failedHelp', { cause: failure })}</p>
        </Notice>
      )}
      <p>{t('delete.lead', { label })}</p>
      <What {...holdings} />
      <h2>{t('delete.first')}</h2>
      <p>{t('delete.firstHelp')}</p>
      <Buttons>
        <Button kind="primary" onClick={() => void save()}>
          {t('backup.save')}
        </Button>
        <ButtonLink kind="text" href="#/backup">
          {t('delete.withPassphrase')}
        </ButtonLink>
      </Buttons>
      <BackupOutcome outcome={outcome} />
      <h2>{t('delete.then')}</h2>
      <Buttons>
        <Button danger onClick={() => setAsking(true)}>
          {t('delete.start')}
        </Button>
      </Buttons>
      <Dialog
        open={asking}
        heading={t('delete.sure', { label })}
        warning={t('delete.noUndo')}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{t('ui.cancel')}</Button>
            <Button danger onClick={remove}>
              {t('delete.start')}
            </Button>
          </>
        }
      >
        <What {...holdings} />
        <p>
          {saved ? t('delete.savedBefore', { time: timeOfDay(saved.at) }) : t('delete.notSaved')}
        </p>
      </Dialog>
    </>
  );
}

interface Holdings {
  readonly reviews: readonly Review[];
  /** How many sheets are being written. */
  readonly drafts: number;
}

async function holdingsOf({ id }: User): Promise<Holdings> {
  const [reviews, drafts] = await Promise.all([
    reviewsOf(database(), id),
    draftsOf(database(), id),
  ]);
  return { reviews, drafts: drafts.length };
}

/** Exactly what goes. */
function What({ reviews, drafts }: Holdings) {
  return (
    <ul>
      {reviews.map(({ id, fiscalYear, answers, goals }) => {
        const given = Object.values(answers);
        const counts = {
          count: given.filter(({ rating }) => rating !== null).length,
          notes: given.filter(({ note }) => note !== null).length,
          goals: goals.length,
        };
        return (
          <li key={id}>{t('delete.review', { year: fiscalYearName(fiscalYear), ...counts })}</li>
        );
      })}
      {drafts > 0 && <li>{t('delete.drafts', { count: drafts })}</li>}
      <li>{t('delete.settings')}</li>
      <li>{t('delete.copies')}</li>
    </ul>
  );
}
