import { useState } from 'preact/hooks';
import type { Review } from '../../core/review/review.ts';
import { t } from '../../locales/t.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Checkbox } from '../../ui/field.tsx';
import { AnswerTables } from './answer-tables.tsx';

/** Every item with its rating; the notes, which may be private, only when asked for. */
export function AllAnswers({ current }: { current: Review }) {
  const [notes, setNotes] = useState(false);
  const [onPaper, setOnPaper] = useState(false);
  const written = Object.values(current.answers).filter(({ note }) => note).length;
  return (
    <section class={onPaper || notes ? undefined : 'f-screen'}>
      <h2>{t('answers.heading')}</h2>
      <div class="f-screen">
        <Checkbox
          id="on-paper"
          label={t('answers.onPaper')}
          support={t('answers.onPaperHelp')}
          checked={onPaper || notes}
          onChange={setOnPaper}
        />
        {written > 0 && (
          <Checkbox
            id="with-notes"
            label={t('answers.withNotes', { count: written })}
            support={t('answers.withNotesHelp')}
            checked={notes}
            onChange={setNotes}
          />
        )}
      </div>
      <Disclosure summary={t('answers.show')} printed>
        <AnswerTables answers={current.answers} notes={notes} />
      </Disclosure>
    </section>
  );
}
