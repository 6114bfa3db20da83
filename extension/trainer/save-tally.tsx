import { useState } from 'preact/hooks';
import type { RoomTally } from '../../core/deck/room-tally.ts';
import { tallyFileName } from '../../core/exchange/file-name.ts';
import { t } from '../../locales/t.ts';
import { Button, Buttons } from '../../ui/button.tsx';
import { Told } from '../../ui/told.tsx';
import { downloadFile } from '../platform/save-file.ts';

/** The tally as a file to hand over: numbers, and nobody's name. */
export function SaveTally({ tally }: { tally: RoomTally }) {
  const [told, setTold] = useState<string | null>(null);
  const save = async () => {
    const { makeTallyFile } = await import('../../core/exchange/tally-file.ts');
    const name = tallyFileName(tally.title, Date.parse(tally.heldAt));
    downloadFile(name, makeTallyFile(tally));
    setTold(name);
  };
  return (
    <>
      <Buttons>
        <Button kind="primary" onClick={save}>
          {t('tally.save')}
        </Button>
      </Buttons>
      <Told told={told}>
        <p>{t('trainer.downloaded', { name: told ?? '' })}</p>
      </Told>
    </>
  );
}
