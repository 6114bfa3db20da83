import { useState } from 'preact/hooks';
import { sheetFileName } from '../../core/formats/file-name.ts';
import { plainSheet } from '../../core/sheet/session/written.ts';
import { t } from '../../locales/t.ts';
import { Button } from '../../ui/button.tsx';
import { session } from './current-session.ts';
import { SavedText } from './saved-text.tsx';

/** Saves all that was written, what the form has no place for among it, as a file of its own. */
export function SaveSheet() {
  const [made, setMade] = useState<{ readonly name: string; readonly text: string } | null>(null);
  const make = async () => {
    const { value: own } = session;
    if (!own) return;
    const { makeSheetFile } = await import('../../core/formats/sheet-file.ts');
    const sheet = plainSheet(own.draft);
    setMade({ name: sheetFileName(sheet, Date.now()), text: makeSheetFile(sheet) });
  };
  if (made === null) return <Button onClick={() => void make()}>{t('act.save-sheet')}</Button>;
  return <SavedText id="sheet-made" label={t('pane.sheetText')} {...made} />;
}
