import { useState } from 'preact/hooks';
import type { Problem } from '../../core/result.ts';
import type { Form } from '../../core/sheet/form/form.ts';
import { t } from '../../locales/t.ts';
import { Button, Buttons } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { TextArea } from '../../ui/field.tsx';
import { FileField } from '../../ui/file-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SheetProblems } from '../../ui/sheet/problems.tsx';
import { keepForm } from './kept-forms.ts';
import { SavedText } from './saved-text.tsx';

/** A form goes to others as a file, or as a text where the web view saves none, and comes from them so. */
export function FormFile({ form }: { form?: Form }) {
  const [text, setText] = useState('');
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [taken, setTaken] = useState<Form | null>(null);
  const take = async (given: string) => {
    const { parseFormFile } = await import('../../core/formats/form-file.ts');
    const parsed = parseFormFile(given);
    setProblems(parsed.ok ? [] : parsed.problems);
    setTaken(parsed.ok ? parsed.value : null);
    if (parsed.ok) keepForm(parsed.value);
  };
  return (
    <Disclosure summary={t('pane.formFile')} open={form === undefined}>
      {form && <SaveForm form={form} />}
      {problems.length > 0 && (
        <Notice kind="error" live="alert" heading={t('pane.formRefused')}>
          <SheetProblems problems={problems} />
        </Notice>
      )}
      {taken && (
        <Notice
          kind="success"
          live="status"
          heading={t('sheet.formGiven', { title: taken.title || t('sheet.formNameless') })}
        >
          <p>{t('pane.formOther')}</p>
        </Notice>
      )}
      <FileField
        id="form-file"
        label={t('pane.openForm')}
        support={t('pane.openFormHelp')}
        accept=".json"
        onFile={(file) => void file.text().then(take)}
      />
      <Disclosure summary={t('pane.pasteForm')}>
        <TextArea id="form-text" label={t('pane.formText')} value={text} onInput={setText} />
        <Buttons>
          <Button onClick={() => void take(text)}>{t('pane.takeForm')}</Button>
        </Buttons>
      </Disclosure>
    </Disclosure>
  );
}

function SaveForm({ form }: { form: Form }) {
  const [made, setMade] = useState<string | null>(null);
  const make = async () => {
    const { makeFormFile } = await import('../../core/formats/form-file.ts');
    setMade(makeFormFile(form.id ? form : { ...form, id: crypto.randomUUID() }));
  };
  if (made === null) {
    return (
      <Buttons>
        <Button onClick={() => void make()}>{t('sheet.formSave')}</Button>
      </Buttons>
    );
  }
  return (
    <SavedText
      id="form-made"
      name={`${form.title || t('sheet.formNameless')}.json`}
      text={made}
      label={t('pane.formText')}
    />
  );
}
