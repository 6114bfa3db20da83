import { useEffect } from 'preact/hooks';
import { t } from '../../locales/t.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { hostErrorKey } from '../excel/host-error.ts';
import type { Snapshot } from '../excel/snapshot.ts';
import { type Command, commands, type UndoOutcome, undo, undoOutcome } from './commands.ts';
import { outcome } from './write-outcome.ts';

/** Takes the last write back: from what the pane has noted itself, whatever has become of Excel's own undo. */
export function UndoBar() {
  const [last] = commands.value;
  const { value: undone } = undoOutcome;
  // It was read by the time another view is entered.
  useEffect(
    () => () => {
      undoOutcome.value = null;
    },
    [],
  );
  return (
    <>
      {undone && (
        <Undone outcome={undone} force={last?.kind === 'wrote' && !insertsRows(last.snapshot)} />
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

const nameOf = (command: Command): string =>
  command.kind === 'laid-out'
    ? t('pane.laidOut', { sheet: command.reading.grid.name })
    : t('pane.wrote', {
        sheet: command.snapshot.sheets.map(({ sheet }) => sheet.name).join('」「'),
        count: command.snapshot.sheets.reduce(
          (sum, { written }) => sum + Object.keys(written).length,
          0,
        ),
      });

const insertsRows = ({ sheets }: Snapshot): boolean =>
  sheets.some(({ insertions }) => insertions.length > 0);

function Undone({ outcome: undone, force }: { outcome: UndoOutcome; force: boolean }) {
  switch (undone.kind) {
    case 'undone':
      return (
        <Notice kind="success" live="status" heading={t('pane.undone')}>
          <p>{t('pane.undoneHelp')}</p>
        </Notice>
      );
    case 'refused':
      return (
        <Notice kind="error" live="alert" heading={t('pane.notUndone')}>
          <p>{t(hostErrorKey(undone.error))}</p>
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
          <p>{t('pane.changedCells', { cells: undone.cells.join('、') })}</p>
          <p>{t(force ? 'pane.changedHelp' : 'pane.movedHelp')}</p>
        </Notice>
      );
    case 'not-as-before':
      return (
        <Notice kind="warning" live="alert" heading={t('pane.notAsBefore')}>
          <p>{t('pane.changedCells', { cells: undone.cells.join('、') })}</p>
        </Notice>
      );
  }
}
