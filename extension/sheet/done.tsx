import { t } from '../../locales/t.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { hasSections } from './current-workbook.ts';
import type { Saved } from './saved.ts';

interface DoneProps {
  saved: Saved;
  undo: (saved: Saved) => Promise<void>;
}

/** What was saved, and read back: the file itself, or one beside it. */
export function Done({ saved: done, undo }: DoneProps) {
  const { before, name, written, undone } = done;
  if (undone) {
    return (
      <Notice kind="success" focused heading={t('sheet.undone')}>
        <p>{t('sheet.undoneHelp', { name: before.name })}</p>
      </Notice>
    );
  }
  return (
    <Notice
      kind="success"
      focused
      heading={t('sheet.done')}
      actions={
        <>
          {written && <Button onClick={() => void undo(done)}>{t('sheet.undo')}</Button>}
          {hasSections.value && <ButtonLink href="#/found">{t('sheet.toOthers')}</ButtonLink>}
        </>
      }
    >
      <p>{t(written ? 'sheet.doneInside' : 'saving.savedHelp', { name })}</p>
      <p>{t('sheet.sendIt')}</p>
      {!written && <p>{t('sheet.originalStays', { name })}</p>}
    </Notice>
  );
}
