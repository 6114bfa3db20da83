import { useState } from 'preact/hooks';
import type { Backup } from '../../core/formats/backup-file.ts';
import { defaultLimits } from '../../core/formats/json-text.ts';
import { whole } from '../../core/result.ts';
import { problemText } from '../../locales/problem-text.ts';
import { t } from '../../locales/t.ts';
import { FileField } from '../../ui/file-field.tsx';
import { type FileText, textOf } from '../platform/file-text.ts';
import { causeOf } from '../store/db/cause.ts';
import { noteRestored } from '../store/tables/folders.ts';
import { type RestoreTarget, RestoreText } from './restore-text.tsx';

// Three bytes are the most a unit of UTF-16 takes in UTF-8; a larger file isn't even read.
const largest = defaultLimits.characters * 3;

interface Chosen extends FileText {
  /** A new one for each choice, so that the next file starts from its beginning. */
  readonly number: number;
}

/** Restoring from a backup file: choose it, see what it will do, 戻す. */
export function RestoreFile({ onChoose, ...target }: RestoreTarget & { onChoose?: () => void }) {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [error, setError] = useState<string | null>(null);

  const choose = async (file: File) => {
    setChosen(null);
    setError(null);
    onChoose?.();
    if (file.size > largest) {
      setError(problemText({ code: 'too-large', at: whole }));
      return;
    }
    try {
      setChosen({ number: Date.now(), ...(await textOf(file)) });
    } catch (cause) {
      setError(t('restore.unreadable', { cause: causeOf(cause) }));
    }
  };

  const restored = async (backup: Backup) => {
    await noteRestored(target.db, backup).catch(() => {});
    target.onRestored(backup);
  };

  return (
    <>
      <FileField
        id="restore-file"
        label={t('restore.file')}
        support={t('restore.fileHelp')}
        accept=".json"
        error={error}
        onFile={choose}
      />
      {chosen && (
        <RestoreText
          key={chosen.number}
          text={chosen.text}
          encoding={chosen.encoding}
          {...target}
          onRestored={(backup) => void restored(backup)}
        />
      )}
    </>
  );
}
