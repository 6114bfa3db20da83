import type { Catalog } from '../../../core/catalog/catalog.ts';
import { sceneById } from '../../../core/catalog/lookup.ts';
import { marks, observedStandards, type VisitSheet } from '../../../core/training/visit-sheet.ts';
import { t } from '../../../locales/t.ts';
import { sceneName } from '../../app/words.ts';
import { ColumnHead } from '../column-head.tsx';
import { ModelNote } from '../model-note.tsx';

const remarks = ['good', 'toImprove', 'advice'] as const;

/** The observer's sheet as it is printed: one A4, also when it is still empty. */
export function VisitPaper({ sheet, catalog }: { sheet: VisitSheet; catalog: Catalog }) {
  const observed = observedStandards(catalog);
  return (
    <div class="t-visit" aria-hidden="true">
      <div class="t-fill">
        {(['place', 'date', 'observer'] as const).map((field) => (
          <p key={field}>
            {t(`visit.${field}`)}　{sheet[field]}
          </p>
        ))}
      </div>
      <ModelNote standards={observed.flatMap(({ standards }) => standards)} />
      <table class="t-check">
        <thead>
          <tr>
            <th scope="col">{t('visit.item')}</th>
            {marks.map((mark) => (
              <ColumnHead key={mark} text={t(`head.${mark}`)} />
            ))}
          </tr>
        </thead>
        {observed.map(({ scene: id, standards }) => {
          const scene = sceneById(catalog, id);
          return (
            <tbody key={id}>
              <tr>
                <th scope="rowgroup" colSpan={4}>
                  {scene && sceneName(scene)}
                </th>
              </tr>
              {standards.map((standard) => (
                <tr key={standard.id}>
                  <th scope="row">{standard.text}</th>
                  {marks.map((mark) => (
                    <td key={mark}>
                      <span class="t-box" data-checked={sheet.marks[standard.id] === mark} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          );
        })}
      </table>
      {remarks.map((field) => (
        <div key={field} class="t-remark">
          <h2>{t(`visit.${field}`)}</h2>
          <p>{sheet[field]}</p>
        </div>
      ))}
    </div>
  );
}
