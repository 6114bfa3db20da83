import { useRef, useState } from 'preact/hooks';
import { type KeyWith, t } from '../../locales/t.ts';
import { FileField } from '../../ui/file-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { StatusMessage } from '../../ui/status-message.tsx';
import {
  confirmSaved,
  type FileContent,
  type HandedFile,
  type SaveOutcome,
  saveFile,
} from '../platform/save-file.ts';

/** Saving files, and telling what became of them: 保存しました is said only of a file that was read back. */

/** What the browser calls the cause, and how we word it. */
const causes: Readonly<Record<string, KeyWith<'cause'>>> = {
  NotAllowedError: 'saving.denied',
  NoModificationAllowedError: 'saving.denied',
  NotFoundError: 'saving.gone',
  QuotaExceededError: 'saving.full',
  differs: 'saving.differs',
};

/** The cause where another file was chosen than the one that was handed over. */
const otherFile = 'other-file';

export interface SavingFile {
  /** null before the first try, and after one that was cancelled. */
  readonly outcome: SaveOutcome | null;
  /** The content is being made, or the place being chosen. */
  readonly busy: boolean;
  /** Goes up with each try. */
  readonly tries: number;
  /** The download that the person can open back. */
  readonly handed: HandedFile | null;
  /** One file at a time: while one is being saved another press is the same wish. */
  save(name: string, make: () => FileContent | Promise<FileContent>): Promise<SaveOutcome>;
  /** Reads the download back; one of an earlier page may be named. */
  confirm(file: File, of?: HandedFile): Promise<SaveOutcome | null>;
  /** Takes back what was told: something else is told now. */
  clear(): void;
}

/** For a button that saves a file; shown by `SaveOutcomeNotice`. `onSaved` hears of each file that was read back. */
export function useSavingFile(onSaved: (name: string) => void = () => {}): SavingFile {
  const [outcome, setOutcome] = useState<SaveOutcome | null>(null);
  const [handed, setHanded] = useState<HandedFile | null>(null);
  const [tries, setTries] = useState(0);
  const [busy, setBusy] = useState(false);
  const isBusy = useRef(false);

  const tell = (next: SaveOutcome) => {
    setOutcome(next.state === 'cancelled' ? null : next);
    setTries((before) => before + 1);
    if (next.state === 'saved') onSaved(next.name);
  };
  return {
    outcome,
    busy,
    tries,
    handed,
    async save(name, make) {
      if (isBusy.current) return { state: 'cancelled' };
      isBusy.current = true;
      setBusy(true);
      setOutcome(null);
      const next = await saveFile(name, make);
      isBusy.current = false;
      setBusy(false);
      setHanded(next.state === 'handed' ? next : null);
      tell(next);
      return next;
    },
    async confirm(file, of) {
      const asked = of ?? handed;
      if (!asked) return null;
      setHanded(asked);
      const next = await confirmSaved(asked, file);
      // What was handed over may be whole all the same: it is the choice that was wrong.
      const isOther = next.state === 'failed' && next.cause === 'differs';
      tell(isOther ? { ...next, cause: otherFile } : next);
      if (next.state === 'saved') setHanded(null);
      return next;
    },
    clear() {
      setOutcome(null);
      setHanded(null);
    },
  };
}

interface SaveOutcomeNoticeProps {
  saving: SavingFile;
  /** Tells the file fields of a page apart. */
  id: string;
  /** What was saved, for the heading: 控えを保存しました. */
  heading?: string;
  /** What else is to be known once it is saved. */
  more?: string | null;
  /** What is said while it is being made, where that takes long. */
  making?: string;
  /** Of its heading. */
  level?: 2 | 3;
}

/** Below the button. Stands from the start, so that it is heard when it fills. */
export function SaveOutcomeNotice({ saving, id, making, ...told }: SaveOutcomeNoticeProps) {
  const { outcome, busy, tries, handed, confirm } = saving;
  return (
    <>
      <StatusMessage about={outcome ? tries : busy && making ? 'making' : null}>
        {!outcome && busy && <p>{making}</p>}
        {outcome && <OutcomeNotice outcome={outcome} {...told} />}
      </StatusMessage>
      {handed && (
        <FileField
          id={`${id}-back`}
          label={t('saving.openBack')}
          support={t('saving.openBackHelp', { name: handed.name })}
          accept={/\.\w+$/.exec(handed.name)?.[0] ?? ''}
          onFile={(file) => void confirm(file)}
        />
      )}
    </>
  );
}

function OutcomeNotice({
  outcome,
  heading = t('saving.saved'),
  more,
  level = 3,
}: Pick<SaveOutcomeNoticeProps, 'heading' | 'more' | 'level'> & { outcome: SaveOutcome }) {
  if (outcome.state === 'saved') {
    return (
      <Notice kind="success" level={level} heading={heading}>
        <p>{t('saving.savedHelp', { name: outcome.name })}</p>
        {more && <p>{more}</p>}
      </Notice>
    );
  }
  if (outcome.state === 'handed') {
    return (
      <Notice kind="warning" level={level} heading={t('saving.handed')}>
        <p>{t('saving.handedHelp', { name: outcome.name })}</p>
      </Notice>
    );
  }
  if (outcome.state === 'failed' && outcome.cause === otherFile) {
    return (
      <Notice kind="warning" level={level} heading={t('saving.otherFile')}>
        <p>{t('saving.otherFileHelp')}</p>
      </Notice>
    );
  }
  return outcome.state === 'failed' ? (
    <Notice kind="error" level={level} heading={t('saving.failed')}>
      <p>{t(causes[outcome.cause] ?? 'saving.unknown', { cause: outcome.cause })}</p>
    </Notice>
  ) : null;
}
