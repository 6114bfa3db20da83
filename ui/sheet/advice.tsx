import { builtInCatalog } from '../../core/catalog/built-in.ts';
import type { Advice } from '../../core/sheet/coach/advice.ts';
import type { Remark } from '../../core/sheet/coach/gather.ts';
import { t, textOf } from '../../locales/t.ts';

/** What the coach remarks: gently, and never in the way. */
export function AdviceList({ advice }: { advice: readonly Remark[] }) {
  if (advice.length === 0) return null;
  return (
    <div class="s-advice">
      <p>{t('sheet.advice')}</p>
      <ul>
        {advice.map((one, index) => (
          <li key={index}>
            {one.nos.length > 1 && t('sheet.adviceFor', { nos: one.nos.join('・') })}
            {adviceText(one)}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** One remark, and the clause it rests on. */
export const adviceText = ({ code, params, clause }: Advice) => (
  <>
    {textOf(`coach.${code}`, params)}
    {clause && <small>{basisText(clause)}</small>}
  </>
);

/** `001 §5(2)` with the document's title. */
function basisText(basis: string): string {
  const [document = '', ...clause] = basis.split(' ');
  const source = builtInCatalog.sources.find(({ id }) => id === document);
  return t('review.basis', { title: source?.title ?? document, clause: clause.join(' ') });
}
