import type { Form } from '../../core/sheet/form/form.ts';
import { t } from '../../locales/t.ts';
import { Button, ButtonLink, Buttons } from '../../ui/button.tsx';
import { SaveOutcomeNotice, useSavingFile } from '../app/save-outcome.tsx';
import { book, chosen, hasChosen, nothingChosen } from './current-workbook.ts';
import { WhyHere } from './evidence.tsx';
import { keptForms, saveFormFile } from './kept-forms.ts';

/** The form that the workbook is read by: why, as a file for others, and the way to teach another. */
export function ThisForm({ form }: { form: Form }) {
  const isKept = keptForms.value.some(({ id }) => id === form.id);
  const title = form.title || (book.value?.name ?? '').replace(/\.[^.]*$/, '');
  const saving = useSavingFile();
  const save = () =>
    void saveFormFile(saving, { ...form, id: form.id || crypto.randomUUID(), title });
  return (
    <>
      {isKept && <p>{t('sheet.formKept', { title })}</p>}
      <WhyHere form={form} />
      <Buttons>
        <Button onClick={save}>{t('sheet.formSave')}</Button>
        <ButtonLink href="#/teach">{t('sheet.formTeach')}</ButtonLink>
        {hasChosen.value && (
          <Button
            kind="text"
            onClick={() => {
              chosen.value = nothingChosen;
            }}
          >
            {t('sheet.askAgain')}
          </Button>
        )}
      </Buttons>
      <SaveOutcomeNotice id="form" level={2} saving={saving} />
      <p>{t('sheet.formSaveHelp')}</p>
    </>
  );
}
