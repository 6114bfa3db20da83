import type { TextCapacity } from '../../core/sheet/fill/text-capacity.ts';
import { t } from '../../locales/t.ts';

interface LetterCountProps {
  text: string;
  /** Null where the form has no cell for it, or nothing is known. */
  capacity: TextCapacity | null;
}

/** 字数／入る字数, and what happens to what is longer. Nothing is cut (F52). */
export function LetterCount({ text, capacity }: LetterCountProps) {
  // Where lines break takes no letter.
  const count = [...text.trim().replaceAll('\n', '')].length;
  if (!capacity) return <Line>{t('sheet.countAlone', { count })}</Line>;
  const { now, most, wraps, allowed } = capacity;
  if (allowed !== null) {
    const key = count > allowed ? 'sheet.countNotAllowed' : 'sheet.countAllowed';
    return <Line isOver={count > allowed}>{t(key, { count, max: allowed })}</Line>;
  }
  if (count <= now) return <Line>{t('sheet.count', { count, fits: now })}</Line>;
  if (!wraps) return <Line isOver>{t('sheet.countHidden', { count, fits: now })}</Line>;
  return count <= most ? (
    <Line>{t('sheet.countGrows', { count, fits: now })}</Line>
  ) : (
    <Line isOver>{t('sheet.countTooLong', { count, fits: most })}</Line>
  );
}

const Line = ({ isOver = false, children }: { isOver?: boolean; children: string }) => (
  <p class="s-count" data-over={isOver}>
    {children}
  </p>
);
