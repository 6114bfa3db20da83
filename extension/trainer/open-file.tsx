import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { defaultLimits } from '../../core/exchange/json-text.ts';
import type { Problem, Result } from '../../core/result.ts';
import { t } from '../../locales/t.ts';
import { FileField } from '../../ui/file-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProblemList } from '../shell/problem-text.tsx';
import { causeOf } from '../store/cause.ts';

// Three bytes are the most a unit of UTF-16 takes in UTF-8; a larger file isn't even read.
const largest = defaultLimits.characters * 3;

interface OpenFileProps<T> {
  id: string;
  label: string;
  support: ComponentChildren;
  read: (text: string) => Promise<Result<T>>;
  onRead: (value: T) => void;
}

/** A file that is read at once; what is wrong with it is said under the field. */
export function OpenFile<T>({ id, label, support, read, onRead }: OpenFileProps<T>) {
  const [error, setError] = useState<string | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const choose = async (file: File) => {
    setError(null);
    setProblems([]);
    if (file.size > largest) return setProblems([{ code: 'too-large', path: '' }]);
    try {
      const result = await read(await file.text());
      if (result.ok) onRead(result.value);
      else setProblems(result.problems);
    } catch (cause) {
      setError(t('restore.unreadable', { cause: causeOf(cause) }));
    }
  };
  return (
    <>
      <FileField
        id={id}
        label={label}
        support={support}
        accept=".json"
        error={error}
        onFile={choose}
      />
      {problems.length > 0 && (
        <Notice kind="error" live="alert" level={3} heading={t('trainer.refused')}>
          <ProblemList problems={problems} />
        </Notice>
      )}
    </>
  );
}
