import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { defaultLimits } from '../../core/formats/json-text.ts';
import { locationText, type Problem, type Result, whole } from '../../core/result.ts';
import { t } from '../../locales/t.ts';
import { FileField } from '../../ui/file-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProblemList } from '../app/problem-list.tsx';
import { ownText } from '../platform/file-text.ts';
import { causeOf } from '../store/db/cause.ts';

// Three bytes are the most a unit of UTF-16 takes in UTF-8; a larger file isn't even read.
const largest = defaultLimits.characters * 3;

interface OpenFileProps<T> {
  id: string;
  label: string;
  support: ComponentChildren;
  /** The kind of file that another field of the room takes, and what to say of it. */
  other?: { readonly kind: string; readonly text: string };
  read: (text: string) => Promise<Result<T>>;
  onRead: (value: T) => void;
  /** What was told of the file before is past. */
  onChoose?: () => void;
}

/** The field that was used last: what another said before is past. */
const lastUsed = signal('');

/** A file that is read at once; what is wrong with it is said under the field. */
export function OpenFile<T>({ id, label, support, ...rest }: OpenFileProps<T>) {
  const { other, read, onRead, onChoose } = rest;
  const [error, setError] = useState<string | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const choose = async (file: File) => {
    lastUsed.value = id;
    setError(null);
    setProblems([]);
    onChoose?.();
    if (file.size > largest) return setProblems([{ code: 'too-large', at: whole }]);
    try {
      const text = await ownText(file);
      const result = text.ok ? await read(text.value) : text;
      if (result.ok) onRead(result.value);
      else setProblems(result.problems);
    } catch (cause) {
      setError(t('restore.unreadable', { cause: causeOf(cause) }));
    }
  };
  const isLast = lastUsed.value === id;
  return (
    <>
      <FileField
        id={id}
        label={label}
        support={support}
        accept=".json"
        error={isLast ? error : null}
        onFile={choose}
      />
      {isLast && problems.length > 0 && (
        <Notice kind="error" live="alert" level={3} heading={t('trainer.refused')}>
          {other && problems.some((problem) => isOfKind(problem, other.kind)) ? (
            <p>{other.text}</p>
          ) : (
            <ProblemList problems={problems.map(withoutPlace)} />
          )}
        </Notice>
      )}
    </>
  );
}

const isOfKind = ({ code, params }: Problem, kind: string): boolean =>
  code === 'other-format' && String(params?.found).startsWith(`furikaeri.${kind}/`);

/** These files come from a program: a line or the name of a key helps nobody who chose the wrong one. */
const withoutPlace = (problem: Problem): Problem =>
  problem.at.kind === 'line' || locationText(problem.at) === 'format'
    ? { ...problem, at: whole }
    : problem;
