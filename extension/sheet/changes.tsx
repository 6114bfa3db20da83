import { matchSections } from '../../core/sheet/match-sections.ts';
import type { Sheet } from '../../core/sheet/sheet.ts';
import type { SectionPlace, TemplateMap } from '../../core/sheet/template-map.ts';
import { t } from '../../locales/t.ts';
import { CellText } from '../../ui/sheet/cell-text.tsx';
import type { Change } from '../../ui/sheet/changes.ts';
import { Table } from '../../ui/table.tsx';

interface ChangesProps {
  map: TemplateMap;
  sheet: Sheet;
  changes: readonly Change[];
}

/** What goes into the file, section by section: each text, what it is, and its cell. */
export function Changes({ map, sheet, changes }: ChangesProps) {
  const names = new Map(
    matchSections(map, sheet).matches.map(({ place, section }) => [place, section.section]),
  );
  const groups = new Map<SectionPlace | null, Change[]>();
  for (const change of changes) {
    const place = change.what?.place ?? null;
    groups.set(place, [...(groups.get(place) ?? []), change]);
  }
  const tables = [...groups].map(([place, own]) => {
    const name = (place && names.get(place)) ?? t('sheet.wholeSheet');
    const isFresh = own.every(({ was }) => was === null);
    return (
      <div key={name} data-fresh={isFresh}>
        <Table
          caption={t('sheet.changes', { name, count: own.length })}
          head={[t('sheet.field'), t('sheet.was'), t('sheet.is')]}
          rows={own.map((change) => [
            <What key="what" change={change} sheets={map.sheets.length} />,
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
function What({ change: { what, sheet, cell }, sheets }: { change: Change; sheets: number }) {
  const at = sheets > 1 ? `${sheet}　${cell}` : cell;
  return what ? (
    <>
      {what.name} <small class="s-at">{t('sheet.at', { cell: at })}</small>
    </>
  ) : (
    at
  );
}
