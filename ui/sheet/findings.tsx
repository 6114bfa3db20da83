import type { Finding } from '../../core/sheet/fill/findings.ts';
import { t, textOf } from '../../locales/t.ts';
import { fiscalYearName } from '../fiscal-year.ts';
import { Notice } from '../notice.tsx';

const mostCells = 4;

/** What should be known of a workbook before anything is written: each with what can be done. */
export function Findings({ findings }: { findings: readonly Finding[] }) {
  if (findings.length === 0) return null;
  // What is said of several cells is said once.
  const told = new Map<string, Finding>();
  for (const finding of findings) {
    const key = JSON.stringify([finding.code, finding.params]);
    const cells = [...(told.get(key)?.cells ?? []), ...finding.cells];
    told.set(key, { ...finding, cells });
  }
  return (
    <Notice kind="info" heading={t('sheet.findings')}>
      <ul>
        {[...told.values()].map(({ code, cells, params }, index) => (
          <li key={index}>
            {textOf(`finding.${code}`, named(params))}
            {cells.length > 0 && t('sheet.findingAt', { cells: cellsText(cells) })}
            <br />
            {t(`findingNext.${code}`)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** Years by the name that stands on the form: 令和8年度. */
const named = (params: Finding['params']): Finding['params'] =>
  Object.fromEntries(
    Object.entries(params).map(([key, value]) => [
      key,
      (key === 'year' || key === 'found') && typeof value === 'number'
        ? fiscalYearName(value)
        : value,
    ]),
  );

/** Whether the workbook is of another 年度: told once more before anything is written. */
export const isOfYear = ({ code }: Finding): boolean =>
  code === 'other-year' || code === 'not-this-year';

/** D5、D6、D7、D8 ほか3か所; with the worksheet where there are several. */
function cellsText(cells: Finding['cells']): string {
  const sheets = new Set(cells.map(({ sheet }) => sheet));
  const names = cells
    .slice(0, mostCells)
    .map(({ sheet, cell }) => (sheets.size > 1 ? `${sheet}　${cell}` : cell));
  const more = cells.length - mostCells;
  const all = names.join('、');
  return more > 0 ? t('sheet.findingMore', { cells: all, count: more }) : all;
}
