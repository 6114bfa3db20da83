import { answersFileName } from '../../core/formats/file-name.ts';
import type { Review } from '../../core/review/review.ts';
import { t } from '../../locales/t.ts';
import { Button, ButtonLink, Buttons } from '../../ui/button.tsx';
import { SaveOutcomeNotice, useSavingFile } from '../app/save-outcome.tsx';

/** What one can take along: a sheet for the talk with the chief, one's answers as a table, a form to fill by hand. */
export function KeepResult({ current, answered }: { current: Review; answered: number }) {
  const saving = useSavingFile();
  const save = (ending: 'xlsx' | 'csv') =>
    saving.save(answersFileName(current, Date.now(), ending), async () => {
      const { answersBook, answersCsv } = await import('./own-answers.ts');
      return ending === 'xlsx' ? answersBook(current) : answersCsv(current);
    });
  return (
    <section class="r-keep f-screen">
      <h2>{t('own.heading')}</h2>
      {answered > 0 && (
        <>
          <h3>{t('own.talk')}</h3>
          <p>{t('own.talkHelp')}</p>
          <Buttons>
            <ButtonLink href="#/talk">{t('own.toTalk')}</ButtonLink>
          </Buttons>
          <h3>{t('own.table')}</h3>
          <p>{t('own.tableHelp')}</p>
          <Buttons>
            <Button onClick={() => void save('xlsx')}>{t('own.xlsx')}</Button>
            <Button onClick={() => void save('csv')}>{t('own.csv')}</Button>
          </Buttons>
          <SaveOutcomeNotice id="own" saving={saving} />
        </>
      )}
      <h3>{t('own.form')}</h3>
      <p>{t('own.formHelp')}</p>
      <Buttons>
        <ButtonLink href="#/form">{t('own.toForm')}</ButtonLink>
      </Buttons>
    </section>
  );
}
