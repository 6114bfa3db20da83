import type { WorkbookTexts } from '../../core/sheet/sheet-draft.ts';
import { t } from '../../locales/t.ts';
import { targetFieldName } from '../../ui/sheet/cell-names.ts';
import { CellText } from '../../ui/sheet/cell-text.tsx';
import { Table } from '../../ui/table.tsx';
import { targetsOf } from './draft-texts.ts';

interface ComparedProps {
  one: WorkbookTexts;
  other: WorkbookTexts;
  /** What each of them is called. */
  names: readonly [string, string];
}

/** The targets and results in which two texts of a section differ, side by side, before one of them is chosen. */
export function Compared({ one, other, names }: ComparedProps) {
  const last = Math.max(...[one, other].flatMap(targetsOf).map(({ no }) => no), 0);
  const rows = Array.from({ length: last }, (_, index) => index + 1).flatMap((no) =>
    (['target', 'result'] as const).flatMap((field) => {
      const texts = [one, other].map(
        (each) => targetsOf(each).find((target) => target.no === no)?.[field] || null,
      );
      if (texts[0] === texts[1]) return [];
      const cells = texts.map((text, index) => (
        <CellText key={names[index]} text={text ?? t('sheet.empty')} />
      ));
      return [[targetFieldName(no, field), ...cells]];
    }),
  );
  if (rows.length === 0) return null;
  return (
    <Table caption={t('sheet.compared')} head={[t('sheet.field'), ...names]} rows={rows} stacks />
  );
}
