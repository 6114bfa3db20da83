import { useState } from 'preact/hooks';
import type { Problem } from '../../core/result.ts';
import type { Grid } from '../../core/xlsx/grid.ts';
import { isKey, t } from '../../locales/t.ts';
import { Button, Buttons } from '../../ui/button.tsx';
import { WhichSection } from '../../ui/sheet/which-section.tsx';
import { point, pointed, selected } from './at-hand.ts';

interface PointProps {
  problem: Problem;
  grid: Grid;
}

/** The way to point at what was not found; what can't be pointed at is only told. */
export function Point({ problem: { code, params = {} }, grid }: PointProps) {
  switch (code) {
    case 'no-table':
      return <Heading field="target" grid={grid} />;
    case 'column-unclear':
      return <Heading field={String(params.field)} grid={grid} />;
    case 'section-unclear':
      if (params.cell !== undefined) return null;
      return <WhichSection onSection={(section) => point({ ...pointed.value, section })} />;
    default:
      return null;
  }
}

/** A cell is selected in the worksheet, and the button pressed: nothing is put into the workbook. */
function Heading({ field, grid }: { field: string; grid: Grid }) {
  const [isMissing, setMissing] = useState(false);
  const key = `place.${field}`;
  const what = isKey(key) ? t(key) : field;
  const { value: cell } = selected;
  const text = cell === null ? '' : (grid.cells.get(cell)?.text ?? '').trim();
  const choose = () => {
    setMissing(text === '');
    if (cell === null || text === '') return;
    point({ ...pointed.value, headings: { ...pointed.value.headings, [field]: cell } });
  };
  return (
    <div class="p-point">
      <h2>{t('pane.isThis', { field: what })}</h2>
      <p>{t('pane.selectHeading', { field: what })}</p>
      <p role="status">
        {cell === null
          ? t('pane.noneSelected')
          : t('pane.selected', { cell, text: text || t('sheet.empty') })}
      </p>
      {isMissing && (
        <p class="f-error" role="alert">
          {t('ui.error')}：{t('pane.headingMissing')}
        </p>
      )}
      <Buttons>
        <Button kind="primary" onClick={choose}>
          {t('pane.thisIs', { field: what })}
        </Button>
      </Buttons>
    </div>
  );
}
