import { t } from '../../locales/t.ts';
import { Button } from '../../ui/button.tsx';
import { SaveOutcomeNotice, useSavingFile } from '../app/save-outcome.tsx';
import { makeRescue, rescueFileName, type UnsavedSheet } from './rescue.ts';

interface TakeOutProps {
  /** The sheet that is being written. */
  sheet?: () => UnsavedSheet | null;
}

/** What stands on the page as a file, for when the disk refuses it (F6). */
export function TakeOut({ sheet = () => null }: TakeOutProps) {
  const saving = useSavingFile();
  return (
    <>
      <Button onClick={() => void saving.save(rescueFileName(), () => makeRescue(sheet()))}>
        {t('saveFailure.rescue')}
      </Button>
      <SaveOutcomeNotice id="rescue" saving={saving} />
    </>
  );
}
