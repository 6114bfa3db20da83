import type { Evidence, Form } from '../../core/sheet/form/form.ts';
import { isKey, t } from '../../locales/t.ts';
import { Button, ButtonLink, Buttons } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { goTo } from '../excel/go-to.ts';
import { idOf } from './current-worksheet.ts';
import { FormFile } from './form-file.tsx';
import { forgetForm, keptForms } from './kept-forms.ts';

/** Where the form has its fields and why; to save it for others, or to teach other places. */
export function KnownForm({ form, isKept }: { form: Form; isKept: boolean }) {
  const kept = isKept ? keptForms.value.find(({ id }) => id === form.id) : undefined;
  return (
    <Disclosure summary={t('pane.form')}>
      {kept && <p>{t('sheet.formKept', { title: kept.title || t('sheet.formNameless') })}</p>}
      <h2>{t('sheet.why')}</h2>
      <p>{t(`sheet.formMade-${form.made}`)}</p>
      <ul>
        {(form.evidence ?? []).map((one, index) => (
          <li key={index}>
            {whyOf(one)}{' '}
            <Button kind="text" onClick={() => void goTo(idOf(one.sheet), one.cell)}>
              {t('pane.toCell', { cell: one.cell })}
            </Button>
          </li>
        ))}
      </ul>
      <Buttons>
        <ButtonLink href="#/form">{t('sheet.formTeach')}</ButtonLink>
        {kept && <Button onClick={() => forgetForm(kept)}>{t('pane.forgetForm')}</Button>}
      </Buttons>
      <FormFile form={form} />
    </Disclosure>
  );
}

function whyOf({ field, kind, label, cell }: Evidence): string {
  const key = field === 'year' ? 'sheet.year' : `place.${field}`;
  const name = isKey(key) ? t(key) : field;
  return t('pane.why', { field: name, why: t(`evidence.${kind}`, { label, cell }) });
}
