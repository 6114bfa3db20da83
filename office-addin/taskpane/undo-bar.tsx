import { useEffect } from 'preact/hooks';
import { t } from '../../locales/t.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { hostErrorKey } from '../excel/host-error.ts';
import { type Act, acts, type UndoTold, undo, undoTold } from './undoing.ts';
import { outcome } from './write.ts';

/** Takes the last write back: from what the pane has noted itself, whatever has become of Excel's own undo. */
export function UndoBar() {
  const [last] = acts.value;
  const { value: told } = undoTold;
  // It was read by the time another room is entered.
  useEffect(
    () => () => {
      undoTold.value = null;
    },
    [],
  );
  return (
    <>
      {told && (
        <Outcome
          told={told}
          force={last?.kind === 'wrote' && last.snapshot.insertions.length === 0}
        />
      )}
      {last && (
        <p class="p-undo">
          <span>{nameOf(last)}</span>
          <Button onClick={() => takeBack()}>{t('pane.undo')}</Button>
        </p>
      )}
    </>
  );
}

/** What came of the write is told no more. */
function takeBack(force = false): void {
  outcome.value = null;
  void undo(force);
}

const nameOf = (act: Act): string =>
  act.kind === 'laid-out'
    ? t('pane.laidOut', { sheet: act.reading.grid.name })
    : t('pane.wrote', {
        sheet: act.snapshot.sheet.name,
        count: Object.keys(act.snapshot.written).length,
      });

function Outcome({ told, force }: { told: UndoTold; force: boolean }) {
  switch (told.kind) {
    case 'undone':
      return (
        <Notice kind="success" live="status" heading={t('pane.undone')}>
          <p>{t('pane.undoneHelp')}</p>
        </Notice>
      );
    case 'refused':
      return (
        <Notice kind="error" live="alert" heading={t('pane.notUndone')}>
          <p>{t(hostErrorKey(told.error))}</p>
        </Notice>
      );
    case 'sheet-changed':
      return (
        <Notice kind="warning" live="alert" heading={t('pane.notUndone')}>
          <p>{t('pane.sheetChanged')}</p>
        </Notice>
      );
    case 'changed':
      return (
        <Notice
          kind="warning"
          live="alert"
          heading={t('pane.changedSince')}
          actions={force && <Button onClick={() => takeBack(true)}>{t('pane.undoAnyway')}</Button>}
        >
          <p>{t('pane.changedCells', { cells: told.cells.join('、') })}</p>
          <p>{t(force ? 'pane.changedHelp' : 'pane.movedHelp')}</p>
        </Notice>
      );
    case 'not-as-before':
      return (
        <Notice kind="warning" live="alert" heading={t('pane.notAsBefore')}>
          <p>{t('pane.changedCells', { cells: told.cells.join('、') })}</p>
        </Notice>
      );
  }
}
