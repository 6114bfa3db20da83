import type { Grid } from '../../core/xlsx/grid.ts';
import { t } from '../../locales/t.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { goTo } from '../excel/go-to.ts';
import { readings } from './current-worksheet.ts';
import { keptForms } from './kept-forms.ts';
import { openWorksheet } from './open-worksheet.ts';

/** Where this worksheet has no form: the others that have one. Of several the chief takes their own. */
export function OtherSheets({ except }: { except: string }) {
  const grids = readings.value.map(({ grid }) => grid);
  const names = grids
    .filter((grid) => grid.name !== except && hasForm(grid, grids))
    .map(({ name }) => name);
  if (names.length === 0) return null;
  return (
    <Notice
      kind="info"
      live="status"
      heading={t(names.length === 1 ? 'pane.elsewhere' : 'pane.several', { count: names.length })}
      actions={names.map((name) => (
        <Button key={name} onClick={() => void goTo(name)}>
          {t('pane.openSheet', { sheet: name })}
        </Button>
      ))}
    >
      <p>{t('pane.elsewhereHelp')}</p>
    </Notice>
  );
}

function hasForm(grid: Grid, all: readonly Grid[]): boolean {
  const { kind } = openWorksheet(grid, all, keptForms.value, {});
  return kind === 'sure' || kind === 'known';
}
