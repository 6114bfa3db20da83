import type { TaughtCell } from '../../core/sheet/form/teach.ts';
import { t } from '../../locales/t.ts';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Rows } from '../../ui/rows.tsx';
import { markName } from './marks.ts';
import { isAmended, takeOut } from './teaching.ts';

/** All places that come of what was pressed, each to be taken out: the picture in words. */
export function TaughtCells({ cells }: { cells: readonly TaughtCell[] }) {
  const proposed = cells.filter((cell) => cell.proposed).length;
  return (
    <>
      <p role="status">
        {isAmended.value
          ? t('sheet.taughtAmended', { count: cells.length })
          : t('sheet.taught', { count: cells.length, proposed, pressed: cells.length - proposed })}
      </p>
      <Disclosure summary={t('sheet.taughtCells')}>
        <Rows
          rows={cells.map((cell) => {
            const name = [cell.section, markName(cell.field, cell.no)].filter(Boolean).join('　');
            const at = `${cell.sheet}　${cell.cell}`;
            return {
              id: `${cell.field} ${at}`,
              label: (
                <>
                  {name} <small class="s-at">{t('sheet.at', { cell: at })}</small>
                </>
              ),
              act: (
                <Button
                  kind="text"
                  aria-label={t('sheet.takeOutOf', { name, cell: at })}
                  onClick={() => takeOut(cell)}
                >
                  {t('sheet.takeOut')}
                </Button>
              ),
            };
          })}
        />
      </Disclosure>
    </>
  );
}
