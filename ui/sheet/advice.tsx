import type { Advice } from '../../core/sheet/advice.ts';
import { t } from '../../locales/t.ts';

/** What the coach remarks: gently, and never in the way. */
export function AdviceList({ advice }: { advice: readonly Advice[] }) {
  if (advice.length === 0) return null;
  return (
    <div class="s-advice">
      <p>{t('sheet.advice')}</p>
      <ul>
        {advice.map((one, index) => (
          <li key={index}>{adviceText(one)}</li>
        ))}
      </ul>
    </div>
  );
}

/** One remark, and the clause it rests on. */
export const adviceText = ({ code, params, clause }: Advice) => (
  <>
    {t(`coach.${code}`, params)}
    {clause && <small>{clause}</small>}
  </>
);
