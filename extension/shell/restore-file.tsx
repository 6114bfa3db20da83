import { useState } from 'preact/hooks';
import { defaultLimits } from '../../core/exchange/json-text.ts';
import { t } from '../../locales/t.ts';
import { FileField } from '../../ui/file-field.tsx';
import { causeOf } from '../store/cause.ts';
import { problemText } from './problem-text.tsx';
import { type RestoreTarget, RestoreText } from './restore-text.tsx';

// Three bytes are the most a unit of UTF-16 takes in UTF-8; a larger file isn't even read.
const largest = defaultLimits.characters * 3;

interface Chosen {
  /** A new one for each choice, so that the next file starts from its beginning. */
  readonly number: number;
  readonly text: string;
}

/** Restoring from a backup file: choose it, see what it will do, 戻す. */
export function RestoreFile(target: RestoreTarget) {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [error, setError] = useState<string | null>(null);

  const choose = async (file: File) => {
    setChosen(null);
    setError(null);
    if (file.size > largest) {
      setError(problemText({ code: 'too-large', path: '' }));
      return;
    }
    try {
      setChosen({ number: Date.now(), text: await file.text() });
    } catch (cause) {
      setError(t('restore.unreadable', { cause: causeOf(cause) }));
    }
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
      {chosen && <RestoreText key={chosen.number} text={chosen.text} {...target} />}
    </>
  );
}
