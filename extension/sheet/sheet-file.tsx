import { sheetFileName } from '../../core/formats/file-name.ts';
import { makeSheetFile } from '../../core/formats/sheet-file.ts';
import { plainSheet } from '../../core/sheet/session/written.ts';
import { t } from '../../locales/t.ts';
import { Button, Buttons } from '../../ui/button.tsx';
import { SaveOutcomeNotice, useSavingFile } from '../app/save-outcome.tsx';
import { combinedSheet } from './combined-sheet.ts';

/** Hands out what is written as a file (furikaeri.sheet/1), with all that the form has no place for. */
export function SheetFile({ kind = 'text' }: { kind?: 'secondary' | 'text' }) {
  const saving = useSavingFile();
  const { value: sheet } = combinedSheet;
  if (!sheet) return null;
  const save = () =>
    saving.save(sheetFileName(sheet, Date.now()), () => makeSheetFile(plainSheet(sheet)));
  return (
    <>
      <Buttons>
        <Button kind={kind} onClick={() => void save()}>
          {t('act.save-sheet')}
        </Button>
      </Buttons>
      <SaveOutcomeNotice id="sheet-file" level={2} saving={saving} />
    </>
  );
}
