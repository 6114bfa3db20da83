import { useState } from 'preact/hooks';
import { sameValue } from '../../../core/merge-fields.ts';
import type { HandTally } from '../../../core/training/hand-tally.ts';
import { t } from '../../../locales/t.ts';
import { Button, Buttons } from '../../../ui/button.tsx';
import { StatusMessage } from '../../../ui/status-message.tsx';
import { useWrite, WriteFailure } from '../../app/write.tsx';
import { store } from '../../page-store.ts';
import { listTallies, writeTally } from '../../store/tables/tallies.ts';

/** A tally that was only looked at, kept on this PC: after a change of the PC, or for a colleague's. */
export function KeepTally({ tally }: { tally: HandTally }) {
  const { failure, write } = useWrite();
  const [told, setTold] = useState<string | null>(null);
  const keep = () =>
    write(async () => {
      const known = (await listTallies(store)).some((row) => sameValue(row.tally, tally));
      if (!known) await writeTally(store, crypto.randomUUID(), tally, tally);
      setTold(t(known ? 'tally.known' : 'tally.kept'));
    });
  return (
    <>
      <WriteFailure cause={failure} />
      <Buttons>
        <Button onClick={() => void keep()}>{t('tally.keep')}</Button>
      </Buttons>
      <StatusMessage about={told}>
        <p>{told}</p>
      </StatusMessage>
    </>
  );
}
