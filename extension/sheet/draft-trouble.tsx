import type { ComponentType } from 'preact';
import { t } from '../../locales/t.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Conflicts } from '../../ui/sheet/conflicts.tsx';
import { Later } from '../app/later.tsx';
import { conflicts, sides } from './conflicts.ts';
import { writing } from './draft.ts';
import { beside, failed, saveDraft, settleConflict } from './draft-saving.ts';

/** What keeps the draft from being saved, and what is yet to be settled; what was written stays on the page (F6, F10). */
export function DraftTrouble() {
  const { value: cause } = failed;
  const { value: open } = sides;
  if (open && writing.value && conflicts.value.length > 0) {
    return (
      <Conflicts
        kind={open.kind}
        conflicts={conflicts.value}
        sections={writing.value.sections}
        onSettle={settleConflict}
      />
    );
  }
  if (cause === null) return null;
  return (
    <Notice
      kind="error"
      live="alert"
      heading={t('ui.saveFailed')}
      actions={
        <>
          <Button kind="primary" onClick={() => void saveDraft()}>
            {t('saveFailure.retry')}
          </Button>
          <Later load={loadTakeOut} />
        </>
      }
    >
      <p>{t('keep.why', { cause })}</p>
      <p>{t('sheet.stillHere')}</p>
    </Notice>
  );
}

async function loadTakeOut(): Promise<ComponentType> {
  const { TakeOut } = await import('../recovery/take-out.tsx');
  const unsaved = () => writing.value && { ...writing.value, ...beside() };
  return () => <TakeOut sheet={unsaved} />;
}
