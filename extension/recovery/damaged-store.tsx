import { useEffect, useState } from 'preact/hooks';
import { t } from '../../locales/t.ts';
import { Button, Buttons } from '../../ui/button.tsx';
import { dateAndTime } from '../../ui/date-and-time.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { SaveOutcomeNotice, useSavingFile } from '../app/save-outcome.tsx';
import { store } from '../page-store.ts';
import { causeOf } from '../store/db/cause.ts';
import type { Database } from '../store/db/database.ts';
import { draftId } from '../store/db/draft-id.ts';
import type { HeldRows } from '../store/db/schema.ts';
import { heldNow } from '../store/db/write-transaction.ts';
import { type AnswerCount, draftHeld, heldIn } from '../store/integrity/answer-count.ts';
import { goOnWithout, latestAnswerAt } from '../store/integrity/damage.ts';
import { prepareRestore, type Restoring } from '../store/restore/restore.ts';
import type { Damage } from '../store/session/opening.ts';
import type { User } from '../store/session/user.ts';
import { copyFileName } from './copy-file-name.ts';
import { CopyProblems } from './copy-problems.tsx';
import { Counted, StillMissing } from './counted.tsx';
import { type LoadedCopy, loadCopies, restoreCopies } from './load-copies.ts';
import { RestoreFile } from './restore-file.tsx';
import { RestorePlanView } from './restore-plan.tsx';

interface DamagedStoreProps extends Damage {
  db: Database;
}

/** The database has lost something (F3, F4), or may have (F49): says what is left and what the copy would bring back, and lets the person decide. */
export function DamagedStore({ db, verdict, copy, count }: DamagedStoreProps) {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const saving = useSavingFile();
  useEffect(() => void load(db).then(setLoaded), [db]);
  if (!loaded) return null;

  const attempt = (act: Promise<void>) =>
    act.then(
      () => location.reload(),
      (error: unknown) => setFailure(causeOf(error)),
    );
  const { copies, latest, held, seq, known, labels, savedAt, hurt } = loaded;
  const left = latest ? t('damaged.left', { time: dateAndTime(latest) }) : t('damaged.nothingLeft');
  // Nothing is claimed of a copy but what could be read of it, and would bring something.
  const restorings = loaded.restorings.filter(bringsSomething);
  const help = restorings.length > 0 ? 'damaged.withoutHelp' : 'damaged.withoutHelpNoCopy';

  return (
    <Page title={t('damaged.title')} route="damaged" invalid home="home.html">
      <Notice kind="error" heading={t(verdict === 'lost' ? 'damaged.heading' : 'damaged.unproven')}>
        <p>{t(verdict === 'lost' ? 'damaged.why' : 'damaged.unprovenWhy')}</p>
        <p>{left}</p>
        {(verdict === 'unproven' || count === null || count === 'hurt') && (
          <p>{t('counted.unknown')}</p>
        )}
        <Counted known={verdict === 'lost' ? known : null} held={held} seq={seq} labels={labels} />
        <p>
          {savedAt
            ? t('damaged.copy', { time: dateAndTime(savedAt) })
            : t(hurt ? 'damaged.copyHurt' : 'damaged.noCopy')}
        </p>
        {savedAt && hurt && <p>{t('copy.partlyHurt')}</p>}
      </Notice>
      {failure && (
        <Notice kind="error" live="alert" heading={t('restore.failed')}>
          <p>{t('restore.failedHelp', { cause: failure })}</p>
        </Notice>
      )}
      {copies.map((each) => (
        <CopyProblems key={each.user} {...each} />
      ))}
      {restorings.length > 0 && (
        <>
          <h2>{t('restore.plan')}</h2>
          {restorings.map((restoring) => (
            <RestorePlanView key={restoring.backup.user.id} {...restoring} />
          ))}
          <StillMissing known={known} held={afterRestoring(held, restorings)} labels={labels} />
          <Buttons>
            <Button kind="primary" onClick={() => attempt(restoreCopies(db, loaded, true))}>
              {t('damaged.restore')}
            </Button>
          </Buttons>
        </>
      )}
      {copies.length > 0 && (
        <>
          <h2>{t('copy.save')}</h2>
          <p>{t('damaged.saveHelp')}</p>
          <Buttons>
            {copies.map((each) => (
              <Button
                key={each.user}
                onClick={() => void saving.save(copyFileName(each), () => each.text)}
              >
                {t(copies.length > 1 ? 'damaged.saveOf' : 'copy.save', { label: each.label })}
              </Button>
            ))}
          </Buttons>
          <SaveOutcomeNotice id="copy" saving={saving} heading={t('backup.saved')} />
        </>
      )}
      <h2>{t('damaged.fromFile')}</h2>
      <p>{t('damaged.fromFileHelp')}</p>
      <RestoreFile
        db={db}
        behind={{ copy, count }}
        kind={restorings.length > 0 ? 'secondary' : 'primary'}
        onRestored={() => location.reload()}
      />
      <h2>{t('damaged.without')}</h2>
      <p>{t(help)}</p>
      <Buttons>
        <Button onClick={() => attempt(goOnWithout(db, copy, count))}>{t('damaged.goOn')}</Button>
      </Buttons>
    </Page>
  );
}

interface Loaded extends LoadedCopy {
  readonly restorings: readonly Restoring[];
  readonly latest: string | null;
  readonly held: HeldRows;
  readonly seq: number;
  /** What there was, of the place that knows the latest. */
  readonly known: AnswerCount | null;
  readonly labels: ReadonlyMap<string, string>;
}

const bringsSomething = ({ plan, drafts, rows, owner }: Restoring): boolean =>
  plan.add.length + plan.change.length + drafts.length > 0 ||
  rows.some(({ effect }) => effect !== 'leave') ||
  owner === 'new';

function latestCount({ count, head, backups }: LoadedCopy): AnswerCount | null {
  const counted = count === 'hurt' ? null : count;
  if (backups.length === 0 || (counted && counted.seq >= (head?.seq ?? 0))) return counted;
  const held = backups.flatMap(({ user: { id: user }, reviews }) =>
    reviews.map((review) => {
      const { id, fiscalYear } = review;
      return [id, heldIn({ id, user, fiscalYear, review })] as const;
    }),
  );
  return { seq: head?.seq ?? 0, held: Object.fromEntries(held) };
}

/** What is held once all of the copy is restored. */
const afterRestoring = (held: HeldRows, restorings: readonly Restoring[]): HeldRows => ({
  ...held,
  ...Object.fromEntries(
    restorings.flatMap(({ backup, plan, drafts }) => {
      const user = backup.user.id;
      return [
        ...plan.reviews.map((review) => {
          const { id, fiscalYear } = review;
          return [id, heldIn({ id, user, fiscalYear, review })] as const;
        }),
        ...drafts.map((draft) => {
          const id = draftId(user, draft);
          return [id, draftHeld({ id, user, draft })] as const;
        }),
      ];
    }),
  ),
});

async function load(db: Database): Promise<Loaded> {
  const [copy, latest, held, head, users] = await Promise.all([
    loadCopies(store),
    // Rows that can't be read any more are no answers.
    latestAnswerAt(db).catch(() => null),
    heldNow(db).catch(() => ({})),
    db.heads.get('head').catch(() => undefined),
    db.users.toArray().catch((): User[] => []),
  ]);
  const prepared = await Promise.all(copy.backups.map((backup) => prepareRestore(db, backup)));
  return {
    ...copy,
    latest,
    held,
    seq: head?.seq ?? 0,
    known: latestCount(copy),
    labels: new Map(users.map(({ id, label }) => [id, label])),
    restorings: prepared.flatMap((plan) => (plan.ok ? [plan.value] : [])),
  };
}
