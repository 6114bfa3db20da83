import { tallyFileName } from '../../../core/formats/file-name.ts';
import type { HandTally } from '../../../core/training/hand-tally.ts';
import { t } from '../../../locales/t.ts';
import { Button, Buttons } from '../../../ui/button.tsx';
import { SaveOutcomeNotice, useSavingFile } from '../../app/save-outcome.tsx';

/** The tally as a file to hand over: numbers, and nobody's name. */
export function SaveTally({ tally }: { tally: HandTally }) {
  const saving = useSavingFile();
  const save = () =>
    saving.save(tallyFileName(tally.title, Date.parse(tally.heldAt)), async () => {
      const { makeTallyFile } = await import('../../../core/formats/tally-file.ts');
      return makeTallyFile(tally);
    });
  return (
    <>
      <Buttons>
        <Button kind="primary" onClick={save}>
          {t('tally.save')}
        </Button>
      </Buttons>
      <SaveOutcomeNotice id="tally" saving={saving} />
    </>
  );
}
