import { useState } from 'preact/hooks';
import type { Review } from '../../core/review/review.ts';
import { t } from '../../locales/t.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Checkbox } from '../../ui/field.tsx';
import { AnswerTables } from './answer-tables.tsx';

/** Every item with its rating; the notes, which may be private, only when asked for. */
export function AllAnswers({ current }: { current: Review }) {
  const [notes, setNotes] = useState(false);
  const written = Object.values(current.answers).filter(({ note }) => note).length;
  return (
    <section>
      <h2>{t('answers.heading')}</h2>
      {written > 0 && (
        <div class="f-screen">
          <Checkbox
            id="with-notes"
            label={t('answers.withNotes', { count: written })}
            support={t('answers.withNotesHelp')}
            checked={notes}
            onChange={setNotes}
          />
        </div>
      )}
      <Disclosure summary={t('answers.show')} printed>
        <AnswerTables answers={current.answers} notes={notes} />
      </Disclosure>
    </section>
  );
}
