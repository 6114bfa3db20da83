import { signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { type RowTable, rowTables } from '../../core/formats/backup-rows.ts';
import type { Review } from '../../core/review/review.ts';
import { t } from '../../locales/t.ts';
import { Button, ButtonLink, Buttons } from '../../ui/button.tsx';
import { timeOfDay } from '../../ui/date-and-time.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { fiscalYearName } from '../../ui/fiscal-year.ts';
import { Notice } from '../../ui/notice.tsx';
import { store } from '../page-store.ts';
import { causeOf } from '../store/db/cause.ts';
import { draftsOf, reviewsOf } from '../store/mirror/backup.ts';
import { database } from '../store/session/session.ts';
import type { User } from '../store/session/user.ts';
import { deleteUser, listUsers } from '../store/session/users.ts';
import { pcRowsOf } from '../store/tables/pc-rows.ts';
import { BackupOutcome, useBackup } from './backup-outcome.tsx';
import { counterNow, savedBackup } from './saved-backup.ts';

/** Whose data was just deleted; outlives the room, which the page may draw anew once there is no user. */
const deleted = signal<string | null>(null);

/** 消去: takes everything of the current user from this PC, after a backup was offered. */
export function DeleteView() {
  const { value: owner } = store.user;
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
  const { save, ...outcome } = useBackup(owner);
  /** The store's counter when it was asked for sure; null while it is not. */
  const [asking, setAsking] = useState<number | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => void holdingsOf(owner).then(setHoldings), [owner.id]);
  if (!holdings) return null;

  const label = owner.label || t('user.unnamed');
  const saved = savedBackup.value?.user === owner.id ? savedBackup.value : null;
  const remove = async () => {
    setAsking(null);
    setFailure(null);
    try {
      await deleteUser(store, owner.id);
      deleted.value = label;
      store.stored.value = null;
      store.user.value = null;
    } catch (error) {
      outcome.saving.clear();
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
      <BackupOutcome {...outcome} />
      <h2>{t('delete.then')}</h2>
      <Buttons>
        <Button danger onClick={() => void counterNow().then(setAsking)}>
          {t('delete.start')}
        </Button>
      </Buttons>
      <Dialog
        open={asking !== null}
        heading={t('delete.sure', { label })}
        warning={t('delete.noUndo')}
        onClose={() => setAsking(null)}
        actions={
          <>
            <Button onClick={() => setAsking(null)}>{t('ui.cancel')}</Button>
            <Button danger onClick={remove}>
              {t('delete.start')}
            </Button>
          </>
        }
      >
        <What {...holdings} />
        <p>
          {saved
            ? t(saved.seq === asking ? 'delete.savedBefore' : 'delete.savedOlder', {
                time: timeOfDay(saved.at),
              })
            : t('delete.notSaved')}
        </p>
      </Dialog>
    </>
  );
}

interface Holdings {
  readonly reviews: readonly Review[];
  /** How many sheets are being written. */
  readonly drafts: number;
  /** How many rows of each kind belong to the PC. */
  readonly rows: readonly (readonly [RowTable, number])[];
  /** Nobody else uses this PC: what belongs to it goes too. */
  readonly isLast: boolean;
}

async function holdingsOf({ id }: User): Promise<Holdings> {
  const [reviews, drafts, rows, users] = await Promise.all([
    reviewsOf(database(store), id),
    draftsOf(database(store), id),
    pcRowsOf(database(store)),
    listUsers(store),
  ]);
  const counted = rowTables.map(
    (table) => [table, rows.filter((row) => row.table === table).length] as const,
  );
  return {
    reviews,
    drafts: drafts.length,
    rows: counted.filter(([, count]) => count > 0),
    isLast: users.length <= 1,
  };
}

/** Exactly what goes. */
function What({ reviews, drafts, rows, isLast }: Holdings) {
  const ofPc = rows.map(([table, count]) => t(`row.count-${table}`, { count }));
  const list = (
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
      {isLast && ofPc.map((words) => <li key={words}>{words}</li>)}
      <li>{t('delete.settings')}</li>
      <li>{t('delete.copies')}</li>
    </ul>
  );
  return (
    <>
      {list}
      {!isLast && ofPc.length > 0 && <p>{t('delete.staying', { what: ofPc.join('、') })}</p>}
    </>
  );
}
