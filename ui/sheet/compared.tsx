import type { WorkbookTexts } from '../../core/sheet/model/sheet-draft.ts';
import { changesBetween } from '../../core/sheet/session/changes.ts';
import { t } from '../../locales/t.ts';
import { Table } from '../table.tsx';
import { CellText } from './cell-text.tsx';
import { changeName, valueText } from './value-text.ts';

interface ComparedProps {
  one: WorkbookTexts;
  other: WorkbookTexts;
  /** What each of them is called. */
  names: readonly [string, string];
}

/** What two states of a section differ in, side by side, before one of them is chosen: all of `one` that goes where it gives way too. */
export function Compared({ one, other, names }: ComparedProps) {
  const changes = changesBetween(one, other, { replaces: true });
  if (changes.length === 0) return null;
  return (
    <Table
      caption={t('sheet.compared')}
      head={[t('sheet.field'), ...names]}
      rows={changes.map((change) => [
        changeName(change),
        <CellText key="one" text={valueText(change.field, change.before) ?? t('sheet.empty')} />,
        <CellText key="other" text={valueText(change.field, change.after) ?? t('sheet.empty')} />,
      ])}
      stacks
    />
  );
}
