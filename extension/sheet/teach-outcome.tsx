import { useState } from 'preact/hooks';
import { t } from '../../locales/t.ts';
import { Button, Buttons } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SheetProblems } from '../../ui/sheet/problems.tsx';
import { go } from '../app/route.ts';
import { book, chosen } from './current-workbook.ts';
import { keepForm } from './kept-forms.ts';
import { TaughtCells } from './taught-cells.tsx';
import { lesson, startOver, taught, tellSection } from './teaching.ts';

/** What comes of the presses, and the way on. */
export function TeachOutcome() {
  const { value: now } = taught;
  const { pressed } = lesson.value;
  const stem = (book.value?.name ?? '').replace(/\.[^.]*$/, '');
  const [title, setTitle] = useState(stem);
  const [section, setSection] = useState('');
  if (pressed.length === 0) return null;
  if (!now) {
    const hasTarget = pressed.some((one) => one.field === 'target' || one.field === 'result');
    return (
      <Notice kind="info" live="status" heading={t('sheet.teachOpen')}>
        <p>{t(hasTarget ? 'sheet.teachSection' : 'sheet.teachTarget')}</p>
        {hasTarget && (
          <>
            <TextField
              id="teach-section"
              label={t('unit.section')}
              length={20}
              value={section}
              onInput={setSection}
            />
            <Button onClick={() => section.trim() && tellSection(section.trim())}>
              {t('sheet.goOn')}
            </Button>
          </>
        )}
      </Notice>
    );
  }
  const use = async () => {
    const form = { ...now.form, id: crypto.randomUUID(), title: title.trim() || stem };
    // A disk that refuses it must not keep the form from being used.
    await keepForm(form).catch(() => {});
    chosen.value = { ...chosen.value, form, section: lesson.value.section };
    startOver();
    go('#/found');
  };
  return (
    <>
      {now.warnings.length > 0 && (
        <Notice kind="warning" heading={t('sheet.teachWarning')}>
          <SheetProblems problems={now.warnings} />
        </Notice>
      )}
      <TaughtCells cells={now.cells} />
      <TextField
        id="form-title"
        label={t('sheet.formTitle')}
        support={t('sheet.formTitleHelp')}
        value={title}
        onInput={setTitle}
      />
      <Buttons>
        <Button kind="primary" onClick={() => void use()}>
          {t('sheet.teachDone')}
        </Button>
      </Buttons>
    </>
  );
}
