import { useEffect, useState } from 'preact/hooks';
import type { Form } from '../../core/sheet/form/form.ts';
import { t } from '../../locales/t.ts';
import { Button, Buttons } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Rows } from '../../ui/rows.tsx';
import { DeleteDialog } from '../app/delete-dialog.tsx';
import { SaveOutcomeNotice, useSavingFile } from '../app/save-outcome.tsx';
import { forgetForm, keptForms, recallForms, saveFormFile } from './kept-forms.ts';

/** The forms that this PC knows: handed on as a file, or forgotten. */
export function KeptForms() {
  useEffect(() => void recallForms(), []);
  const saving = useSavingFile();
  const [leaving, setLeaving] = useState<Form | null>(null);
  const { value: forms } = keptForms;
  if (forms.length === 0) return null;
  return (
    <Disclosure summary={t('sheet.forms', { count: forms.length })}>
      <p>{t('sheet.formsHelp')}</p>
      <Rows
        rows={forms.map((form) => {
          const name = nameOf(form);
          return {
            id: form.id,
            label: (
              <>
                <strong>{name}</strong>
                {form.issuer && (
                  <>
                    <br />
                    {form.issuer}
                  </>
                )}
              </>
            ),
            act: (
              <Buttons>
                <Button
                  kind="text"
                  aria-label={t('sheet.formSaveOf', { name })}
                  onClick={() => void saveFormFile(saving, form)}
                >
                  {t('sheet.formSave')}
                </Button>
                <Button
                  kind="text"
                  aria-label={t('sheet.formForgetOf', { name })}
                  onClick={() => setLeaving(form)}
                >
                  {t('sheet.formForget')}
                </Button>
              </Buttons>
            ),
          };
        })}
      />
      <DeleteDialog
        open={leaving !== null}
        heading={t('sheet.formForgetOf', { name: leaving ? nameOf(leaving) : '' })}
        warning={t('sheet.formForgetWarning')}
        act={t('sheet.formForget')}
        onClose={() => setLeaving(null)}
        remove={async () => {
          if (leaving) await forgetForm(leaving);
        }}
      />
      <SaveOutcomeNotice id="kept-form" level={2} saving={saving} />
    </Disclosure>
  );
}

const nameOf = (form: Form): string => form.title || t('sheet.formNameless');
