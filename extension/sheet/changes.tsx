import type { CellChange } from '../../core/sheet/fill/cell-changes.ts';
import type { Sheet } from '../../core/sheet/model/sheet.ts';
import { findSection } from '../../core/sheet/session/section-id.ts';
import { t } from '../../locales/t.ts';
import { writeName } from '../../ui/sheet/cell-names.ts';
import { CellText } from '../../ui/sheet/cell-text.tsx';
import { Table } from '../../ui/table.tsx';

interface ChangesProps {
  sheet: Sheet;
  changes: readonly CellChange[];
  /** How many worksheets the form is in. */
  sheets: number;
}

/** What goes into the file, section by section: each text, what it is, and its cell. */
export function Changes({ sheet, changes, sheets }: ChangesProps) {
  const groups = new Map<string, CellChange[]>();
  for (const change of changes) {
    const own = change.section && findSection(sheet.sections, change.section);
    const name = own?.section ?? change.section?.section ?? t('sheet.wholeSheet');
    groups.set(name, [...(groups.get(name) ?? []), change]);
  }
  const tables = [...groups].map(([name, own]) => {
    const isFresh = own.every(({ was }) => was === null);
    return (
      <div key={name} data-fresh={isFresh}>
        <Table
          caption={t('sheet.changes', { name, count: own.length })}
          head={[t('sheet.field'), t('sheet.was'), t('sheet.is')]}
          rows={own.map((change) => [
            <What key="what" change={change} sheets={sheets} />,
            <CellText
              key="was"
              text={change.was ?? t(change.added ? 'sheet.newRow' : 'sheet.empty')}
            />,
            <CellText key="is" text={change.is ?? t('sheet.empty')} />,
          ])}
          stacks
        />
      </div>
    );
  });
  return <div class="s-changes">{tables}</div>;
}

/** 目標1の実施結果（G14）; the worksheet only where there are several. */
function What({ change, sheets }: { change: CellChange; sheets: number }) {
  const { sheet, cell } = change;
  const at = sheets > 1 ? `${sheet}　${cell}` : cell;
  return (
    <>
      {writeName(change)} <small class="s-at">{t('sheet.at', { cell: at })}</small>
    </>
  );
}
