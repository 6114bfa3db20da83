import { visitFileName } from '../../../core/formats/file-name.ts';
import type { VisitSheet } from '../../../core/training/visit-sheet.ts';
import { t } from '../../../locales/t.ts';
import { Button, Buttons } from '../../../ui/button.tsx';
import { StatusMessage } from '../../../ui/status-message.tsx';
import { SaveOutcomeNotice, useSavingFile } from '../../app/save-outcome.tsx';
import { OpenFile } from '../open-file.tsx';

interface VisitFilesProps {
  /** The sheet on the page; null before anything is written on it. */
  sheet: VisitSheet | null;
  /** The name of the sheet that was just opened. */
  opened: string | null;
  onChoose: () => void;
  onOpen: (sheet: VisitSheet) => Promise<void>;
}

/** The observer's sheet as a file: saved here, opened on another PC. */
export function VisitFiles({ sheet, opened, onChoose, onOpen }: VisitFilesProps) {
  const saving = useSavingFile();
  const save = (written: VisitSheet) => {
    onChoose();
    return saving.save(visitFileName(written, Date.now()), async () => {
      const { makeVisitFile } = await import('../../../core/formats/visit-file.ts');
      return makeVisitFile(written);
    });
  };
  return (
    <>
      <h2>{t('visit.files')}</h2>
      {/* It has its place from the start: the first mark moves nothing. */}
      <div class="t-room" data-empty={sheet === null}>
        <Buttons>
          <Button onClick={() => sheet && void save(sheet)}>{t('visit.save')}</Button>
        </Buttons>
      </div>
      <SaveOutcomeNotice id="visit" saving={saving} />
      <OpenFile
        id="visit-file"
        label={t('visit.open')}
        support={t('visit.openHelp')}
        read={async (text) => {
          const { parseVisitFile } = await import('../../../core/formats/visit-file.ts');
          return parseVisitFile(text);
        }}
        onRead={(given) => {
          saving.clear();
          void onOpen(given);
        }}
      />
      <StatusMessage about={opened}>
        <p>{t('visit.opened', { name: opened ?? '' })}</p>
      </StatusMessage>
    </>
  );
}
