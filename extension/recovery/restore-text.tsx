import { useEffect, useRef, useState } from 'preact/hooks';
import type { Backup } from '../../core/formats/backup-file.ts';
import { saysSame } from '../../core/formats/read-backup-rows.ts';
import type { Problem } from '../../core/result.ts';
import { problemText } from '../../locales/problem-text.ts';
import { t } from '../../locales/t.ts';
import { Button, type ButtonKind, Buttons } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { StatusMessage } from '../../ui/status-message.tsx';
import { ProblemList } from '../app/problem-list.tsx';
import { store } from '../page-store.ts';
import type { Encoding } from '../platform/file-text.ts';
import { causeOf } from '../store/db/cause.ts';
import type { Database } from '../store/db/database.ts';
import { seqOf } from '../store/integrity/answer-count.ts';
import { setCopyAside } from '../store/mirror/mirror.ts';
import { prepareRestore, type Restoring, readBackup, restore } from '../store/restore/restore.ts';
import type { Damage } from '../store/session/opening.ts';
import { RestorePlanView } from './restore-plan.tsx';

export interface RestoreTarget {
  db: Database;
  /** For a damaged database, whose rows are taken for whole: the places that it fell behind. */
  behind?: Pick<Damage, 'copy' | 'count'>;
  kind?: ButtonKind;
  onRestored: (backup: Backup) => void;
}

type State =
  | { readonly step: 'reading' }
  | { readonly step: 'sealed'; readonly opening: boolean; readonly problem: Problem | null }
  | { readonly step: 'refused'; readonly problems: readonly Problem[] }
  | {
      readonly step: 'shown';
      readonly restoring: Restoring;
      readonly warnings: readonly Problem[];
    };

/** A backup's text on its way back: its passphrase where it has one, what it will do, and 戻す. */
export function RestoreText({
  text,
  encoding = 'UTF-8',
  db,
  ...target
}: RestoreTarget & { text: string; encoding?: Encoding }) {
  const [state, setState] = useState<State>({ step: 'reading' });

  const read = async (passphrase: string | null) => {
    // The field stays while its passphrase is tried: that takes seconds.
    setState(
      passphrase === null ? { step: 'reading' } : { step: 'sealed', opening: true, problem: null },
    );
    const file = await readBackup(text, passphrase);
    if (!file.ok) {
      const [problem] = file.problems;
      const sealed = problem?.code === 'encrypted' || problem?.code === 'wrong-passphrase';
      setState(
        sealed
          ? { step: 'sealed', opening: false, problem: passphrase === null ? null : problem }
          : { step: 'refused', problems: file.problems },
      );
      return;
    }
    const prepared = await prepareRestore(db, file.value.file);
    setState(
      prepared.ok
        ? { step: 'shown', restoring: prepared.value, warnings: file.value.warnings }
        : { step: 'refused', problems: prepared.problems },
    );
  };

  useEffect(() => void read(null), [text]);

  const reading = state.step === 'reading' || (state.step === 'sealed' && state.opening);
  return (
    <>
      {state.step === 'sealed' && <Passphrase {...state} onOpen={(given) => void read(given)} />}
      {state.step === 'refused' && (
        <Notice kind="error" live="alert" level={3} heading={t('restore.refused')}>
          <ProblemList problems={state.problems} />
          <OtherEncoding encoding={encoding} />
          <p>{t('restore.untouched')}</p>
        </Notice>
      )}
      {state.step === 'shown' && <Plan {...state} {...target} encoding={encoding} db={db} />}
      <StatusMessage about={reading ? 'reading' : null}>
        <p>{t('restore.reading')}</p>
      </StatusMessage>
    </>
  );
}

interface PassphraseProps {
  opening: boolean;
  problem: Problem | null;
  onOpen: (passphrase: string) => void;
}

function Passphrase({ opening, problem, onOpen }: PassphraseProps) {
  const [passphrase, setPassphrase] = useState('');
  useEffect(() => document.getElementById('restore-passphrase')?.focus(), []);
  const open = (event: Event) => {
    event.preventDefault();
    if (!opening) onOpen(passphrase);
  };
  const error = problem && problemText(problem);
  return (
    <form onSubmit={open}>
      <ErrorSummary errors={error ? [{ field: 'restore-passphrase', text: error }] : []} />
      <TextField
        id="restore-passphrase"
        type="password"
        autocomplete="off"
        label={t('restore.passphrase')}
        support={t('restore.passphraseHelp')}
        error={error}
        length={20}
        value={passphrase}
        onInput={setPassphrase}
      />
      <Buttons>
        <Button type="submit">{t('restore.open')}</Button>
      </Buttons>
    </form>
  );
}

const OtherEncoding = ({ encoding }: { encoding: Encoding }) =>
  encoding === 'UTF-8' ? null : <p>{t('restore.encoding', { encoding })}</p>;

type PlanProps = RestoreTarget & { encoding: Encoding } & Extract<State, { step: 'shown' }>;

function Plan({ restoring, warnings: ofFile, encoding, db, ...rest }: PlanProps) {
  const { behind, kind = 'primary', onRestored } = rest;
  const { backup, plan, drafts, rows, unread, owner } = restoring;
  const warnings = [...ofFile, ...restoring.problems];
  const [failure, setFailure] = useState<string | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  const damaged = behind !== undefined;
  const changing = rows.filter(({ effect }) => effect !== 'leave').length;
  const nothing =
    plan.add.length + plan.change.length + drafts.length + changing === 0 &&
    owner === 'current' &&
    !damaged;
  const start = async () => {
    try {
      // The database made whole replaces the copy, which may hold more than the file.
      if (behind?.copy) await setCopyAside(store, behind.copy);
      const seq = behind ? Math.max(behind.copy?.seq ?? 0, seqOf(behind.count)) : 0;
      await restore(db, [backup], { user: backup.user.id, seq, acceptRows: damaged });
      onRestored(backup);
    } catch (error) {
      setFailure(causeOf(error));
    }
  };

  return (
    <>
      <h3 ref={heading} tabIndex={-1}>
        {t(nothing ? headingOf(restoring, warnings) : 'restore.plan')}
      </h3>
      {(warnings.length > 0 || unread > 0 || encoding !== 'UTF-8') && (
        <Notice
          kind="warning"
          level={3}
          heading={t(nothing ? 'restore.warningNothing' : 'restore.warning')}
        >
          <OtherEncoding encoding={encoding} />
          {unread > 0 && <p>{t('restore.unread', { count: unread })}</p>}
          <ProblemList problems={warnings} />
        </Notice>
      )}
      {owner !== 'current' && <p>{t(`restore.owner-${owner}`)}</p>}
      <RestorePlanView {...restoring} />
      {failure && (
        <Notice kind="error" live="alert" level={3} heading={t('restore.failed')}>
          <p>{t('restore.failedHelp', { cause: failure })}</p>
        </Notice>
      )}
      {!nothing && (
        <Buttons>
          <Button kind={kind} onClick={start}>
            {t('restore.start')}
          </Button>
        </Buttons>
      )}
    </>
  );
}

/** Why there is nothing to restore. Only of a file that is as it was saved, read to its end, and not behind what is here, all is known to be here. */
function headingOf({ backup, rows, unread }: Restoring, warnings: readonly Problem[]) {
  const differs = rows.some(({ row, here }) => here && !saysSame(row, here));
  if (warnings.length > 0 || unread > 0 || differs) return 'restore.nothingNew';
  const isEmpty = backup.reviews.length + backup.sheets.length + rows.length === 0;
  return isEmpty ? 'restore.empty' : 'restore.nothingToDo';
}
