import { useState } from 'preact/hooks';
import { type OwnKind, ownKinds } from '../../core/sheet/own-layout.ts';
import { t } from '../../locales/t.ts';
import { Button, Buttons } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { type HostError, hostErrorKey } from '../excel/host-error.ts';
import { layOut } from '../excel/lay-out.ts';
import { takeReading } from './at-hand.ts';
import { Frame } from './frame.tsx';
import { go } from './room.ts';
import { remember } from './undoing.ts';

/** Lays our own template out in the open workbook, where the ward has sent none. */
export function NewRoom() {
  const [kind, setKind] = useState<OwnKind>('section');
  const [error, setError] = useState<HostError | null>(null);
  const make = async () => {
    const laidOut = await layOut(kind);
    setError(laidOut.ok ? null : laidOut.error);
    if (!laidOut.ok) return;
    remember({ kind: 'laid-out', reading: laidOut.value });
    takeReading(laidOut.value);
    go('found');
  };
  return (
    <Frame
      title={t('pane.newTitle')}
      footer={
        <Buttons>
          <Button kind="primary" onClick={() => void make()}>
            {t('pane.make')}
          </Button>
        </Buttons>
      }
    >
      {error && (
        <Notice kind="error" live="alert" heading={t('pane.notMade')}>
          <p>{t(hostErrorKey(error))}</p>
        </Notice>
      )}
      <p>{t('pane.newLead')}</p>
      <Choice
        id="kind"
        label={t('pane.newKind')}
        options={ownKinds.map((value) => ({ value, label: t(`sheet.blank-${value}`) }))}
        value={kind}
        onChange={(value) => setKind(value === 'ward' ? 'ward' : 'section')}
      />
    </Frame>
  );
}
